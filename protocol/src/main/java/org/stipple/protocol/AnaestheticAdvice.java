package org.stipple.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stipple.protocol.document.Document;

/// What the labels of topical anaesthetics allow in a case, and whether the one that is meant to be used keeps
/// to it.
/// Nobody's absorbed dose is computed: no label speaks of needled skin, so the cream is on intact skin before,
/// and off.
///
/// @param patient the case
record AnaestheticAdvice(Case patient) {

    private static final String RULE =
            "On intact skin before needling, wiped off completely, never on needled skin. Count every local anaesthetic "
                    + "of every product.";

    Document document() {
        var fields = new LinkedHashMap<String, Document>();
        fields.put("says", Document.of(atHome() ? "No topical anaesthetic at home: see a clinician." : RULE));
        fields.put(
                "limits",
                Document.listing(
                        atHome()
                                ? List.<Document>of()
                                : patient.contents().anaesthetics().values().stream()
                                        .map(this::limits)
                                        .toList()));
        fields.put(
                "check",
                patient.facts()
                        .wishes()
                        .anaesthetic()
                        .<Document>map(this::check)
                        .orElse(Document.UNKNOWN));
        return new Document.Mapping(fields);
    }

    private boolean atHome() {
        return patient.facts().setting() == Setting.HOME;
    }

    private Document limits(Anaesthetic anaesthetic) {
        return Document.mapping()
                .with("product", Document.of(anaesthetic.id()))
                .with("name", Document.of(anaesthetic.name()))
                .with("excluded", excluded(anaesthetic))
                .with(
                        "labels",
                        Document.listing(labels(anaesthetic).stream()
                                .map(AnaestheticAdvice::label)
                                .toList()));
    }

    private List<Anaesthetic.Label> labels(Anaesthetic anaesthetic) {
        return anaesthetic.labelsIn(patient.facts().place().jurisdiction());
    }

    private Document excluded(Anaesthetic anaesthetic) {
        for (var fact : Fact.values()) {
            if (anaesthetic.excludedBy().contains(fact)) {
                var answer = patient.answer(fact);
                if (answer == null) {
                    return Document.of("not known: " + fact);
                }
                if (answer.equals(new Answer.Flag(true))) {
                    return Document.of(fact.path());
                }
            }
        }
        return Document.UNKNOWN;
    }

    private static Document label(Anaesthetic.Label label) {
        var fields = new LinkedHashMap<String, Document>();
        fields.put("place", Document.of(label.place()));
        fields.put("gramsPer10Cm2", number(label.gramsPer10Cm2()));
        fields.put("maxGrams", number(label.maxGrams()));
        fields.put("maxAreaCm2", number(label.maxAreaCm2()));
        fields.put("minMinutes", number(label.minMinutes().map(Integer::doubleValue)));
        fields.put("maxMinutes", number(label.maxMinutes().map(Integer::doubleValue)));
        fields.put(
                "eczemaMinutes",
                label.eczema()
                        .<Document>map(minutes -> Document.mapping()
                                .with("min", Document.of(minutes.least()))
                                .with("max", Document.of(minutes.most())))
                        .orElse(Document.UNKNOWN));
        fields.put("says", Document.of(label.says()));
        fields.put(
                "sources",
                Document.listing(
                        label.sources().stream().map(Citation::document).toList()));
        return new Document.Mapping(fields);
    }

    private static Document number(Optional<Double> number) {
        return number.<Document>map(value ->
                        value == Math.rint(value) ? Document.of(value.longValue()) : Document.of(value.doubleValue()))
                .orElse(Document.UNKNOWN);
    }

    /// Unanswered is not no: the shorter time counts.
    private boolean mayHaveEczema() {
        return switch (patient.answer(Fact.DERMATOSIS)) {
            case null -> true;
            case Answer.Word(var word) -> word.equals("eczema");
            case Answer.Flag _, Answer.InZones _, Answer.Never _, Answer.Day _, Answer.Whole _, Answer.Deep _ -> false;
        };
    }

    /// The strictest of the labels that hold counts.
    private Document check(PatientFacts.AnaestheticUse use) {
        var anaesthetic = patient.contents().anaesthetic(use.product());
        var labels = labels(anaesthetic);
        var area = use.area().map(one -> one.squareCentimetres());
        var minutes = use.minutes().map(Integer::doubleValue);
        var checks = new ArrayList<Document.Mapping>();
        checks.add(Document.mapping()
                .with("check", Document.of("not-excluded"))
                .with("passed", Document.of(excluded(anaesthetic).equals(Document.UNKNOWN) && !atHome()))
                .with("limit", excluded(anaesthetic))
                .with("given", Document.UNKNOWN));
        var layer = least(labels, Anaesthetic.Label::gramsPer10Cm2);
        atMost(checks, "max-grams", least(labels, Anaesthetic.Label::maxGrams), use.grams());
        if (layer.isPresent() && area.isPresent()) {
            atMost(checks, "grams-for-area", Optional.of(layer.get() * area.get() / 10), use.grams());
        }
        atMost(checks, "max-area", least(labels, Anaesthetic.Label::maxAreaCm2), area);
        var eczema = mayHaveEczema() ? anaesthetic.eczema() : Optional.<Anaesthetic.Minutes>empty();
        if (eczema.isPresent()) {
            atMost(
                    checks,
                    "max-minutes-on-eczema",
                    Optional.of((double) eczema.get().most()),
                    minutes);
            atLeast(
                    checks,
                    "min-minutes-on-eczema",
                    Optional.of((double) eczema.get().least()),
                    minutes);
        } else {
            atMost(
                    checks,
                    "max-minutes",
                    least(labels, label -> label.maxMinutes().map(Integer::doubleValue)),
                    minutes);
            atLeast(
                    checks,
                    "min-minutes",
                    least(labels, label -> label.minMinutes().map(Integer::doubleValue)),
                    minutes);
        }
        return Document.mapping()
                .with("product", Document.of(use.product()))
                .with(
                        "passed",
                        Document.of(checks.stream()
                                .noneMatch(check ->
                                        Document.of(false).equals(check.fields().get("passed")))))
                .with("checks", Document.listing(checks));
    }

    private static Optional<Double> least(
            List<Anaesthetic.Label> labels, Function<Anaesthetic.Label, Optional<Double>> limit) {
        return labels.stream().flatMap(label -> limit.apply(label).stream()).min(Double::compare);
    }

    /// What was not stated is not checked.
    private static void atMost(
            List<Document.Mapping> checks, String name, Optional<Double> limit, Optional<Double> given) {
        if (limit.isPresent() && given.isPresent()) {
            checks.add(check(name, given.get() <= limit.get(), limit, given));
        }
    }

    private static void atLeast(
            List<Document.Mapping> checks, String name, Optional<Double> limit, Optional<Double> given) {
        if (limit.isPresent() && given.isPresent()) {
            checks.add(check(name, given.get() >= limit.get(), limit, given));
        }
    }

    private static Document.Mapping check(String name, boolean passed, Optional<Double> limit, Optional<Double> given) {
        return Document.mapping()
                .with("check", Document.of(name))
                .with("passed", Document.of(passed))
                .with("limit", number(limit))
                .with("given", number(given));
    }
}
