package org.stipple.protocol;

import java.util.List;

/// What a release holds beside the two questions: for aftercare, for the judgement of results and for the claims.
///
/// @param topicals what is put on needled skin
/// @param healing what is expected, by day
/// @param redFlags what is not expected
/// @param scales by which results are judged
/// @param claims what the public is promised
record Guidance(
        List<TopicalProduct> topicals,
        List<ExpectedHealing> healing,
        List<RedFlag> redFlags,
        List<OutcomeScale> scales,
        List<Claim> claims) {

    Guidance {
        topicals = List.copyOf(topicals);
        healing = List.copyOf(healing);
        redFlags = List.copyOf(redFlags);
        scales = List.copyOf(scales);
        claims = List.copyOf(claims);
    }
}
