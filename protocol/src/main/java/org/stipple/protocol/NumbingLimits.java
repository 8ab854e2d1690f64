package org.stipple.protocol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the labels say to a topical anaesthetic in a given mass on a given area of a given person, for whoever
/// puts it on. The same limits that a plan is judged by.
///
/// @param against why it is not put on, each in words; none where the labels allow it
/// @param leastMinutes before it works, by the label that waits longest
/// @param mostMinutes on the skin
/// @param labels that were judged by, in words: `US, major dermal procedures`
public record NumbingLimits(
        List<String> against, Optional<Integer> leastMinutes, Optional<Integer> mostMinutes, List<String> labels) {

    public NumbingLimits {
        against = List.copyOf(against);
        labels = List.copyOf(labels);
    }

    /// @param use with grams and area; minutes are not judged before they have passed
    static NumbingLimits of(Contents contents, PatientFacts facts, PatientFacts.AnaestheticUse use, LocalDate on) {
        var patient = new Case(contents, facts, on);
        var anaesthetic = contents.anaesthetic(use.product());
        var check = AnaestheticCheck.of(patient, use);
        var against = new ArrayList<String>(excluded(patient, anaesthetic));
        check.missing().stream()
                .filter(missing -> !missing.equals("minutes"))
                .map(missing -> "It is not said how much: " + missing + " is missing.")
                .forEach(against::add);
        if (check.isTooMuch()) {
            against.add("More than the label allows: " + check.tooMuch() + ".");
        }
        return new NumbingLimits(against, minutes(check, true), minutes(check, false), check.labels());
    }

    private static List<String> excluded(Case patient, Anaesthetic anaesthetic) {
        var against = new ArrayList<String>();
        for (var fact : Fact.values()) {
            if (anaesthetic.excludedBy().contains(fact)) {
                var answer = patient.answer(fact);
                if (answer == null) {
                    against.add("It is not known whether this person has: " + fact.path() + ". Ask first.");
                } else if (answer.equals(new Answer.Flag(true))) {
                    against.add("It is not used with what was answered: " + fact.path() + ".");
                }
            }
        }
        return against;
    }

    /// Over the uses that may still be meant: the longest wait, and the shortest stay.
    private static Optional<Integer> minutes(AnaestheticCheck check, boolean least) {
        var limits = check.uses().stream()
                .flatMap(use -> use.limits().stream())
                .filter(limit -> limit.name().contains("minutes") && limit.isLeast() == least)
                .map(limit -> (int) limit.limit());
        return least ? limits.max(Integer::compare) : limits.min(Integer::compare);
    }
}
