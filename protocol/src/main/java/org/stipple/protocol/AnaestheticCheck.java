package org.stipple.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// The use of a topical anaesthetic that is meant, against the labels that hold where it is used. What was
/// not stated is not checked. Where a label allows different things for different uses the area says which of
/// them it is; while it does not, only what no use allows is refused.
///
/// @param labels in words, those that were checked against
/// @param uses that may be meant, each with its limits; one at least
/// @param missing what was not stated and is needed: `grams`, `areaCm2`, `minutes`
record AnaestheticCheck(List<String> labels, List<Use> uses, List<String> missing) {

    /// A use and what it allows.
    ///
    /// @param regime in words; empty where the labels have one use alone
    record Use(Optional<String> regime, List<Limit> limits) {

        private boolean breaks(boolean least) {
            return limits.stream().anyMatch(limit -> limit.isLeast() == least && limit.isKept() == Truth.FALSE);
        }
    }

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

    /// A limit as it is told.
    ///
    /// @param kept unknown too where the uses that may be meant differ
    /// @param regime of which it is; empty where every use that may be meant has it
    record Told(Limit limit, Truth kept, Optional<String> regime) {}

    /// Against the times on atopic dermatitis where that is answered so, or not answered: unanswered is not no.
    static AnaestheticCheck of(Case patient, PatientFacts.AnaestheticUse use) {
        return of(patient, use, mayHaveEczema(patient));
    }

    /// @param onEczema whether the times on atopic dermatitis hold
    static AnaestheticCheck of(Case patient, PatientFacts.AnaestheticUse use, boolean onEczema) {
        var anaesthetic = patient.contents().anaesthetic(use.product());
        var area = use.area().map(one -> one.squareCentimetres());
        var holding = anaesthetic
                .labelsIn(patient.contents().places(), patient.facts().place().jurisdiction())
                .stream()
                .filter(label -> area.map(label::isFor).orElse(true))
                .toList();
        var uses = new ArrayList<Use>();
        anaesthetic
                .uses(holding)
                .forEach((regime, labels) -> uses.add(new Use(
                        regime.isEmpty() ? Optional.empty() : Optional.of(regime),
                        limits(anaesthetic, labels, use, onEczema))));
        return new AnaestheticCheck(
                holding.stream().map(Anaesthetic.Label::words).toList(), List.copyOf(uses), missing(use));
    }

    private static List<Limit> limits(
            Anaesthetic anaesthetic,
            List<Anaesthetic.Label> holding,
            PatientFacts.AnaestheticUse use,
            boolean onEczema) {
        var area = use.area().map(one -> one.squareCentimetres());
        var minutes = use.minutes().map(Integer::doubleValue);
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
            Anaesthetic.longest(holding).ifPresent(least -> limits.add(new Limit("min-minutes", true, least, minutes)));
        }
        return List.copyOf(limits);
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

    /// The limits in their order: once what every use that may be meant has alike, else that of each.
    List<Told> told() {
        var byName = new LinkedHashMap<String, List<Told>>();
        for (var use : uses) {
            for (var limit : use.limits()) {
                byName.computeIfAbsent(limit.name(), _ -> new ArrayList<>())
                        .add(new Told(limit, limit.isKept(), use.regime()));
            }
        }
        var told = new ArrayList<Told>();
        for (var same : byName.values()) {
            boolean inAll = same.size() == uses.size();
            var first = same.getFirst();
            if (inAll && same.stream().map(Told::limit).distinct().count() == 1) {
                told.add(new Told(first.limit(), first.kept(), Optional.empty()));
                continue;
            }
            boolean agree = inAll && same.stream().map(Told::kept).distinct().count() == 1;
            for (var one : same) {
                told.add(agree ? one : new Told(one.limit(), Truth.UNKNOWN, one.regime()));
            }
        }
        return List.copyOf(told);
    }

    /// Whether every limit is kept; unknown where something was not stated.
    Truth isKept() {
        if (uses.stream().allMatch(use -> use.breaks(true) || use.breaks(false))) {
            return Truth.FALSE;
        }
        return missing.isEmpty() ? Truth.TRUE : Truth.UNKNOWN;
    }

    /// Whether more is meant than any use allows: more cream, a larger area, a longer time.
    boolean isTooMuch() {
        return uses.stream().allMatch(use -> use.breaks(false));
    }

    /// Whether it is taken off before it works, whichever use is meant.
    boolean isTooShort() {
        return uses.stream().allMatch(use -> use.breaks(true));
    }

    /// What is too much, in words.
    String tooMuch() {
        return broken(false);
    }

    /// What is too short, in words.
    String tooShort() {
        return broken(true);
    }

    private String broken(boolean least) {
        var words = new LinkedHashSet<String>();
        for (var told : told()) {
            var limit = told.limit();
            if (limit.isLeast() == least && limit.isKept() == Truth.FALSE) {
                String unit = unit(limit.name());
                words.add((least ? "at least " : "at most ") + plain(limit.limit()) + unit + on(limit.name())
                        + " by the label"
                        + told.regime().map(use -> " (" + use + ")").orElse("")
                        + ", given "
                        + limit.given().map(given -> plain(given) + unit).orElse(""));
            }
        }
        return String.join("; ", words) + " (label: " + String.join("; ", labels) + ")";
    }

    private static String unit(String name) {
        return name.contains("minutes") ? " minutes" : name.contains("grams") ? " g" : " cm²";
    }

    private static String on(String name) {
        return switch (name) {
            case "grams-for-area" -> " on this area";
            case "max-minutes-on-eczema", "min-minutes-on-eczema" -> " on atopic dermatitis";
            default -> "";
        };
    }

    /// As a person writes it: what binary fractions leave over is no part of a limit.
    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value)
                .round(new java.math.MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
