package org.stipple.protocol;

import java.time.Period;
import java.util.List;
import java.util.Optional;

/// One rule: a fact that it guards, and what it means.
///
/// @param id named by the fact it guards: `isotretinoin-current`
/// @param kind what it means when its condition holds
/// @param when its condition; with a pause, also that the wait still stands
/// @param pause a time that must have passed since a day; only for [Kind#DEFER]
/// @param reason for the professional
/// @param patientReason for the patient, in plain words
/// @param basis what it rests on
/// @param views who disagrees
/// @param overridable who may set it aside
/// @param reviewer who should review it, where it is a decision of ours
/// @param floor why no clinic's overlay may loosen it; empty where one may, under a signature
record Rule(
        String id,
        Kind kind,
        Condition when,
        Optional<Wait> pause,
        String reason,
        String patientReason,
        Basis basis,
        List<View> views,
        Overridable overridable,
        Optional<String> reviewer,
        Optional<String> floor) {

    Rule {
        views = List.copyOf(views);
    }

    /// A time that must have passed.
    record Wait(Fact since, Period period) {}

    /// The same, in one case set aside: it asks for a signature and says who set it aside.
    Rule setAside(String words) {
        return new Rule(
                id,
                Kind.SIGN_OFF,
                when,
                pause,
                reason + words,
                patientReason,
                basis,
                views,
                overridable,
                reviewer,
                floor);
    }

    /// Every fact that it looks at.
    List<Fact> facts() {
        return Fact.of(when.facts());
    }
}
