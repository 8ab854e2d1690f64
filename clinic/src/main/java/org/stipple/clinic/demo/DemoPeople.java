package org.stipple.clinic.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stipple.protocol.Fact;
import org.stipple.protocol.document.Document;

/// Answers of the demo's people. All invented.
final class DemoPeople {

    private DemoPeople() {}

    /// A person against whom nothing stands: every question answered.
    static Document.Mapping clear(int skinType, List<String> indications, List<String> zones) {
        var facts = new LinkedHashMap<String, Document>();
        for (Fact fact : Fact.values()) {
            if (!fact.standsAtTop()) {
                answer(facts, fact);
            }
        }
        return Document.mapping()
                .with("setting", Document.of("clinic"))
                .with("device", Document.of("skinpen-precision"))
                .with("operator", Document.of("physician"))
                .with("jurisdiction", Document.of("US"))
                .with("fitzpatrick", Document.of(skinType))
                .with("indications", Document.texts(indications))
                .with("zones", Document.texts(zones))
                .with("facts", new Document.Mapping(facts));
    }

    private static void answer(Map<String, Document> facts, Fact fact) {
        Document answer = switch (fact.shape()) {
            case FLAG, ZONES -> Document.of(false);
            case DAY -> Document.of("never");
            case WORD -> Document.of(fact.words().getFirst());
            case WHOLE, DEPTH -> Document.UNKNOWN;
        };
        boolean detailOfNever = fact == Fact.PREVIOUS_NEEDLING_ZONES;
        if (!(answer instanceof Document.Unknown) && !detailOfNever) {
            put(facts, fact.path(), answer);
        }
    }

    /// The same with another answer.
    static Document.Mapping with(Document.Mapping request, String path, Document answer) {
        var facts = new LinkedHashMap<String, Document>();
        if (request.fields().get("facts") instanceof Document.Mapping(var known)) {
            facts.putAll(known);
        }
        put(facts, path, answer);
        return request.with("facts", new Document.Mapping(facts));
    }

    private static void put(Map<String, Document> facts, String path, Document answer) {
        int point = path.indexOf('.');
        if (point < 0) {
            facts.put(path, answer);
            return;
        }
        String whole = path.substring(0, point);
        var parts = facts.get(whole) instanceof Document.Mapping known ? known : Document.mapping();
        facts.put(whole, parts.with(path.substring(point + 1), answer));
    }
}
