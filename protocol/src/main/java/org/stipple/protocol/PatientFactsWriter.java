package org.stipple.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import org.stipple.protocol.document.Document;
import org.stipple.quantities.ZoneId;

/// Writes [PatientFacts] as the file that reads back as the same.
final class PatientFactsWriter {

    private PatientFactsWriter() {}

    static Document document(PatientFacts patient) {
        var fields = new LinkedHashMap<String, Document>();
        for (var fact : Fact.values()) {
            if (fact.standsAtTop()) {
                patient.answer(fact).ifPresent(answer -> fields.put(fact.path(), answer.document()));
            }
        }
        fields.put("setting", Document.of(patient.setting().id()));
        patient.place().jurisdiction().ifPresent(id -> fields.put("jurisdiction", Document.of(id)));
        patient.place().operator().ifPresent(operator -> fields.put("operator", Document.of(operator.id())));
        patient.place().premises().ifPresent(premises -> fields.put("premises", Document.of(premises.id())));
        fields.put(
                "indications",
                Document.listing(
                        patient.indications().stream().map(Sought::document).toList()));
        fields.put(
                "zones", Document.texts(patient.zones().stream().map(ZoneId::id).toList()));
        fields.put("device", Document.of(patient.device()));
        var facts = facts(patient);
        if (!facts.fields().isEmpty()) {
            fields.put("facts", facts);
        }
        wishes(patient.wishes(), fields);
        return new Document.Mapping(fields);
    }

    private static Document.Mapping facts(PatientFacts patient) {
        var facts = Document.mapping();
        for (var entry : patient.answers().entrySet()) {
            if (!entry.getKey().standsAtTop()) {
                facts = facts.withPath(entry.getKey().path(), entry.getValue().document());
            }
        }
        return facts;
    }

    private static void wishes(PatientFacts.Wishes wishes, Map<String, Document> fields) {
        var goal = new LinkedHashMap<String, Document>();
        wishes.goalDepth().ifPresent(depth -> goal.put("depthMm", Document.of(depth.millimetres())));
        wishes.goalDensity()
                .ifPresent(density -> goal.put("densityPerCm2", Document.of(density.perSquareCentimetre())));
        if (!goal.isEmpty()) {
            fields.put("goal", new Document.Mapping(goal));
        }
        if (!wishes.areas().isEmpty()) {
            var areas = new LinkedHashMap<String, Document>();
            wishes.areas().forEach((zone, area) -> areas.put(zone.id(), Document.of(area.squareCentimetres())));
            fields.put("areaCm2", new Document.Mapping(areas));
        }
        wishes.scope().ifPresent(scope -> {
            var limits = Document.mapping()
                    .with("depthMm", Document.of(scope.deepest().millimetres()));
            fields.put(
                    "limits",
                    scope.zones().isEmpty()
                            ? limits
                            : limits.with(
                                    "zones",
                                    Document.texts(scope.zones().stream()
                                            .map(ZoneId::id)
                                            .toList())));
        });
        wishes.anaesthetic().ifPresent(use -> {
            var parts = new LinkedHashMap<String, Document>();
            parts.put("product", Document.of(use.product()));
            use.grams().ifPresent(grams -> parts.put("grams", Document.of(grams.doubleValue())));
            use.area().ifPresent(area -> parts.put("areaCm2", Document.of(area.squareCentimetres())));
            use.minutes().ifPresent(minutes -> parts.put("minutes", Document.of(minutes.longValue())));
            fields.put("anaesthetic", new Document.Mapping(parts));
        });
    }
}
