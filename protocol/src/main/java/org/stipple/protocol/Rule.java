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
        Optional<String> reviewer) {

    /// A time that must have passed.
    record Wait(Fact since, Period period) {}

    /// Every fact that it looks at.
    List<Fact> facts() {
        return Fact.of(when.facts());
    }

    /// The same with another meaning.
    Rule withKind(Kind other) {
        return new Rule(id, other, when, pause, reason, patientReason, basis, views, overridable, reviewer);
    }

    /// The same with other words for the professional.
    Rule withReason(String other) {
        return new Rule(id, kind, when, pause, other, patientReason, basis, views, overridable, reviewer);
    }

    /// The same with a longer or shorter wait.
    Rule withPeriod(Optional<Period> other) {
        if (other.isEmpty() || pause.isEmpty()) {
            return this;
        }
        var wait = new Wait(pause.get().since(), other.get());
        return new Rule(
                id,
                kind,
                replaced(
                        when,
                        new Condition.Within(pause.get().since(), pause.get().period()),
                        wait),
                Optional.of(wait),
                reason,
                patientReason,
                basis,
                views,
                overridable,
                reviewer);
    }

    /// The wait of a rule stands alone or among all its conditions, as it was read.
    private static Condition replaced(Condition when, Condition.Within old, Wait wait) {
        if (when.equals(old)) {
            return new Condition.Within(wait.since(), wait.period());
        }
        return when instanceof Condition.All(var of)
                ? new Condition.All(
                        of.stream().map(one -> replaced(one, old, wait)).toList())
                : when;
    }
}
