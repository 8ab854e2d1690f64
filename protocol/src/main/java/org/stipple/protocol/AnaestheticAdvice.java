package org.stipple.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
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
        fields.put("regime", label.regime().<Document>map(Document::of).orElse(Document.UNKNOWN));
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

    /// What the labels say to the use that is meant.
    private Document check(PatientFacts.AnaestheticUse use) {
        var anaesthetic = patient.contents().anaesthetic(use.product());
        var check = AnaestheticCheck.of(patient, use);
        var checks = new ArrayList<Document>();
        var excluded = excluded(anaesthetic);
        boolean isExcluded = !excluded.equals(Document.UNKNOWN) || atHome();
        checks.add(Document.mapping()
                .with("check", Document.of("not-excluded"))
                .with("passed", Document.of(!isExcluded))
                .with("limit", excluded)
                .with("given", Document.UNKNOWN));
        for (var limit : check.limits()) {
            checks.add(Document.mapping()
                    .with("check", Document.of(limit.name()))
                    .with("passed", passed(limit.isKept()))
                    .with("limit", number(Optional.of(limit.limit())))
                    .with("given", number(limit.given())));
        }
        return Document.mapping()
                .with("product", Document.of(use.product()))
                .with("label", Document.texts(check.labels()))
                .with("passed", isExcluded ? Document.of(false) : passed(check.isKept()))
                .with("missing", Document.texts(check.missing()))
                .with("checks", Document.listing(checks));
    }

    /// What was not stated is not checked, which is never "passed".
    private static Document passed(Truth kept) {
        return switch (kept) {
            case TRUE -> Document.of(true);
            case FALSE -> Document.of(false);
            case UNKNOWN -> Document.UNKNOWN;
        };
    }
}
