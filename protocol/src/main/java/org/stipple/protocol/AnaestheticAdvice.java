package org.stipple.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.stipple.protocol.document.Document;

/// What the labels of topical anaesthetics allow in a case, and whether the one that is meant to be used keeps
/// to it. Nobody's absorbed dose is computed: no label speaks of needled skin, so the cream is on intact skin
/// before, and off.
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
                                .map(label -> document(anaesthetic, label))
                                .toList()));
    }

    private List<Anaesthetic.Label> labels(Anaesthetic anaesthetic) {
        return anaesthetic.labelsIn(
                patient.contents().places(), patient.facts().place().jurisdiction());
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

    /// What the check would enforce of a label, together with those that hold beside it: a label that is silent
    /// borrows, and what it borrowed is named.
    private Document document(Anaesthetic anaesthetic, Anaesthetic.Label label) {
        var holding = labels(anaesthetic).stream()
                .filter(one -> one.regime().isEmpty() || one.regime().equals(label.regime()))
                .toList();
        var numbers = new LinkedHashMap<String, Document>();
        var borrowed = new ArrayList<String>();
        enforced(
                "gramsPer10Cm2",
                label.gramsPer10Cm2(),
                anaesthetic.least(holding, Anaesthetic.Label::gramsPer10Cm2),
                numbers,
                borrowed);
        enforced(
                "maxGrams",
                label.maxGrams(),
                anaesthetic.least(holding, Anaesthetic.Label::maxGrams),
                numbers,
                borrowed);
        // Beyond the area of its use another use begins.
        var ownArea = label.maxAreaCm2().or(label::upToAreaCm2);
        var area = anaesthetic.least(holding, Anaesthetic.Label::maxAreaCm2);
        enforced(
                "maxAreaCm2",
                ownArea,
                label.upToAreaCm2()
                        .map(most -> area.map(other -> Math.min(most, other)).orElse(most))
                        .or(() -> area),
                numbers,
                borrowed);
        enforced(
                "minMinutes",
                label.minMinutes().map(Integer::doubleValue),
                Anaesthetic.longest(holding).map(Integer::doubleValue),
                numbers,
                borrowed);
        enforced(
                "maxMinutes",
                label.maxMinutes().map(Integer::doubleValue),
                anaesthetic.least(holding, one -> one.maxMinutes().map(Integer::doubleValue)),
                numbers,
                borrowed);
        var eczema = anaesthetic.eczema();
        if (!eczema.equals(label.eczema())) {
            borrowed.add("eczemaMinutes");
        }
        var fields = new LinkedHashMap<String, Document>();
        fields.put("place", Document.of(label.place()));
        fields.put("regime", label.regime().<Document>map(Document::of).orElse(Document.UNKNOWN));
        fields.put("aboveAreaCm2", number(label.aboveAreaCm2()));
        fields.putAll(numbers);
        fields.put(
                "eczemaMinutes",
                eczema.<Document>map(minutes -> Document.mapping()
                                .with("min", Document.of(minutes.least()))
                                .with("max", Document.of(minutes.most())))
                        .orElse(Document.UNKNOWN));
        fields.put("borrowed", Document.texts(borrowed));
        fields.put("says", Document.of(label.says()));
        fields.put(
                "sources",
                Document.listing(
                        label.sources().stream().map(Citation::document).toList()));
        return new Document.Mapping(fields);
    }

    private static void enforced(
            String name,
            Optional<Double> own,
            Optional<Double> enforced,
            LinkedHashMap<String, Document> numbers,
            ArrayList<String> borrowed) {
        numbers.put(name, number(enforced));
        if (!enforced.equals(own)) {
            borrowed.add(name);
        }
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
        for (var told : check.told()) {
            var one = Document.mapping()
                    .with("check", Document.of(told.limit().name()))
                    .with("passed", passed(told.kept()))
                    .with("limit", number(Optional.of(told.limit().limit())))
                    .with("given", number(told.limit().given()));
            checks.add(told.regime()
                    .map(regime -> one.with("regime", Document.of(regime)))
                    .orElse(one));
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
