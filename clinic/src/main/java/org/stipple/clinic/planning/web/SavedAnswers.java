package org.stipple.clinic.planning.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stipple.clinic.web.Form;
import org.stipple.protocol.Fact;
import org.stipple.protocol.document.Document;
import org.stipple.quantities.ZoneId;

/// Fills the intake form with a saved request: [IntakeReading] the other way round.
final class SavedAnswers {

    private static final List<String> TEXTS = List.of(
            "device",
            "operator",
            "premises",
            "fitzpatrick",
            "goal.depthMm",
            "goal.densityPerCm2",
            "limits.depthMm",
            "anaesthetic.product",
            "anaesthetic.grams",
            "anaesthetic.areaCm2",
            "anaesthetic.minutes");

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Document saved;

    private SavedAnswers(Document saved) {
        this.saved = saved;
    }

    static Form fields(Document saved) {
        var answers = new SavedAnswers(saved);
        answers.fill();
        return new Form(answers.fields);
    }

    private void fill() {
        TEXTS.forEach(path -> at(path).ifPresent(value -> put(path, text(value))));
        for (ZoneId zone : ZoneId.values()) {
            String path = "areaCm2." + zone.id();
            at(path).ifPresent(value -> put(path, text(value)));
        }
        fields.put(
                "limits.zones",
                items("limits.zones").stream().map(SavedAnswers::text).toList());
        List<String> zones = items("zones").stream().map(SavedAnswers::text).toList();
        fields.put("zone", zones);
        fields.put(
                "indication",
                items("indications").stream().map(this::indication).toList());
        for (Fact fact : Fact.values()) {
            if (!fact.standsAtTop()) {
                at("facts." + fact.path()).ifPresent(answer -> fill(fact, answer));
            }
            if (fact.isAboutZones()) {
                put("about:" + fact.path(), String.join(" ", zones));
            }
        }
    }

    private String indication(Document item) {
        String id = at(item, "id").map(SavedAnswers::text).orElseGet(() -> text(item));
        at(item, "subtype").ifPresent(subtype -> put("subtype:" + id, text(subtype)));
        return id;
    }

    private void fill(Fact fact, Document answer) {
        switch (answer) {
            case Document.Listing(var zones) -> {
                put("fact:" + fact.path(), "true");
                fields.put(
                        "zones:" + fact.path(),
                        zones.stream().map(SavedAnswers::text).toList());
            }
            case Document.Text(var value)
            when fact.shape() == Fact.Shape.DAY && !value.equals("never") -> {
                put("fact:" + fact.path(), "date");
                put("day:" + fact.path(), value);
            }
            case Document.Text _, Document.Flag _, Document.Numeral _, Document.Unknown _, Document.Mapping _ ->
                put("fact:" + fact.path(), text(answer));
        }
    }

    private void put(String name, String value) {
        fields.put(name, List.of(value));
    }

    private List<Document> items(String path) {
        return at(path).map(list -> list instanceof Document.Listing(var items) ? items : List.<Document>of())
                .orElse(List.of());
    }

    private Optional<Document> at(String path) {
        Optional<Document> place = Optional.of(saved);
        for (String name : path.split("\\.")) {
            place = place.flatMap(document -> at(document, name));
        }
        return place.filter(document -> !(document instanceof Document.Unknown));
    }

    private static Optional<Document> at(Document document, String name) {
        return document instanceof Document.Mapping(var names)
                ? Optional.ofNullable(names.get(name))
                : Optional.empty();
    }

    private static String text(Document document) {
        return switch (document) {
            case Document.Text(var value) -> value;
            case Document.Flag(var value) -> Boolean.toString(value);
            case Document.Numeral(var value) -> value.toPlainString();
            case Document.Unknown _, Document.Listing _, Document.Mapping _ -> "";
        };
    }
}
