package org.stipple.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The use of a topical anaesthetic that is meant, against the labels that hold where it is used. What was
/// not stated is not checked; where a label allows different things for different uses, the area says which
/// it is.
///
/// @param labels in words, those that were checked against
/// @param missing what was not stated and is needed: `grams`, `areaCm2`, `minutes`
record AnaestheticCheck(List<String> labels, List<Limit> limits, List<String> missing) {

    /// One limit of a label.
    ///
    /// @param isLeast whether it is the least that is allowed; else it is the most
    /// @param given empty where it was not stated
    record Limit(String name, boolean isLeast, double limit, Optional<Double> given) {

        Truth isKept() {
            return given.map(value -> Truth.of(isLeast ? value >= limit : value <= limit))
                    .orElse(Truth.UNKNOWN);
        }
    }

    /// Against the times on atopic dermatitis where that is answered so, or not answered: unanswered is not no.
    static AnaestheticCheck of(Case patient, PatientFacts.AnaestheticUse use) {
        return of(patient, use, mayHaveEczema(patient));
    }

    /// @param onEczema whether the times on atopic dermatitis hold
    static AnaestheticCheck of(Case patient, PatientFacts.AnaestheticUse use, boolean onEczema) {
        var anaesthetic = patient.contents().anaesthetic(use.product());
        var area = use.area().map(one -> one.squareCentimetres());
        var minutes = use.minutes().map(Integer::doubleValue);
        var holding = anaesthetic.labelsIn(patient.facts().place().jurisdiction()).stream()
                .filter(label -> area.map(label::isFor).orElse(true))
                .toList();
        var limits = new ArrayList<Limit>();
        anaesthetic
                .least(holding, Anaesthetic.Label::maxGrams)
                .ifPresent(most -> limits.add(new Limit("max-grams", false, most, use.grams())));
        if (area.isPresent()) {
            anaesthetic
                    .least(holding, Anaesthetic.Label::gramsPer10Cm2)
                    .ifPresent(layer ->
                            limits.add(new Limit("grams-for-area", false, layer * area.get() / 10, use.grams())));
        }
        anaesthetic
                .least(holding, Anaesthetic.Label::maxAreaCm2)
                .ifPresent(most -> limits.add(new Limit("max-area", false, most, area)));
        var eczema = onEczema ? anaesthetic.eczema() : Optional.<Anaesthetic.Minutes>empty();
        if (eczema.isPresent()) {
            limits.add(new Limit("max-minutes-on-eczema", false, eczema.get().most(), minutes));
            limits.add(new Limit("min-minutes-on-eczema", true, eczema.get().least(), minutes));
        } else {
            anaesthetic
                    .least(holding, label -> label.maxMinutes().map(Integer::doubleValue))
                    .ifPresent(most -> limits.add(new Limit("max-minutes", false, most, minutes)));
            // Of several labels the one that waits longest.
            holding.stream()
                    .flatMap(label -> label.minMinutes().stream())
                    .max(Integer::compare)
                    .ifPresent(least -> limits.add(new Limit("min-minutes", true, least, minutes)));
        }
        return new AnaestheticCheck(
                holding.stream().map(Anaesthetic.Label::words).toList(), List.copyOf(limits), missing(use));
    }

    private static List<String> missing(PatientFacts.AnaestheticUse use) {
        var missing = new ArrayList<String>();
        if (use.grams().isEmpty()) {
            missing.add("grams");
        }
        if (use.area().isEmpty()) {
            missing.add("areaCm2");
        }
        if (use.minutes().isEmpty()) {
            missing.add("minutes");
        }
        return List.copyOf(missing);
    }

    private static boolean mayHaveEczema(Case patient) {
        return switch (patient.answer(Fact.DERMATOSIS)) {
            case null -> true;
            case Answer.Word(var word) -> word.equals("eczema");
            case Answer.Flag _, Answer.InZones _, Answer.Never _, Answer.Day _, Answer.Whole _, Answer.Deep _ -> false;
        };
    }

    /// Whether every limit is kept; unknown where something was not stated.
    Truth isKept() {
        if (limits.stream().anyMatch(limit -> limit.isKept() == Truth.FALSE)) {
            return Truth.FALSE;
        }
        return missing.isEmpty() ? Truth.TRUE : Truth.UNKNOWN;
    }

    /// Whether more is meant than a label allows: more cream, a larger area, a longer time.
    boolean isTooMuch() {
        return limits.stream().anyMatch(limit -> !limit.isLeast() && limit.isKept() == Truth.FALSE);
    }

    /// Whether it is taken off before it works.
    boolean isTooShort() {
        return limits.stream().anyMatch(limit -> limit.isLeast() && limit.isKept() == Truth.FALSE);
    }

    /// The limits that are not kept, in words.
    String broken() {
        var words = new java.util.StringJoiner("; ");
        for (var limit : limits) {
            if (limit.isKept() == Truth.FALSE) {
                words.add(limit.name().replace('-', ' ') + " " + plain(limit.limit()) + ", given "
                        + limit.given().map(AnaestheticCheck::plain).orElse(""));
            }
        }
        return words + " (label: " + String.join("; ", labels) + ")";
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
