package org.stipple.clinic.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An agreement to one version of a text.
///
/// @param course the course that it is about, exactly as it was shown, where it is about one; empty also for a
///   consent
///   from before hashes were kept, which counts for no course
/// @param signedName the name as the person typed it
/// @param witness who of the clinic was there
/// @param withdrawnAt when it was withdrawn, if it was
public record Consent(
        UUID id,
        Purpose purpose,
        int version,
        String sha256,
        Optional<ShownCourse> course,
        String signedName,
        String witness,
        Instant givenAt,
        Optional<Instant> withdrawnAt) {

    /// Whether it has not been withdrawn.
    public boolean holds() {
        return withdrawnAt.isEmpty();
    }
}
