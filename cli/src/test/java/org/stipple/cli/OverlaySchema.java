package org.stipple.cli;

import static org.stipple.cli.Schemas.depth;
import static org.stipple.cli.Schemas.flag;
import static org.stipple.cli.Schemas.list;
import static org.stipple.cli.Schemas.number;
import static org.stipple.cli.Schemas.object;
import static org.stipple.cli.Schemas.open;
import static org.stipple.cli.Schemas.someOf;
import static org.stipple.cli.Schemas.string;
import static org.stipple.cli.Schemas.text;
import static org.stipple.cli.Schemas.whole;
import static org.stipple.cli.Schemas.word;

import java.util.List;
import org.stipple.protocol.document.Document;
import org.stipple.quantities.Indication;

/// The schema of `overlay.yaml`.
final class OverlaySchema {

    private OverlaySchema() {}

    static Document.Mapping file() {
        var some = number(0, 1_000_000);
        return object(
                        "version!", string(),
                        "zones", open(named(change("capMm", depth(), "thickness", thickness()))),
                        "rules",
                                open(named(change(
                                        "kind", word(List.of("refuse", "defer", "sign-off", "caution", "note")),
                                        "withinDays", whole(1, 4_000),
                                        "withinMonths", whole(1, 120),
                                        "atLeast", whole(0, 1_000),
                                        "atMost", whole(0, 1_000)))),
                        "newRules", open(list(KnowledgeSchema.rule())),
                        "homeCap", open(change("depthMm!", number(0.001, 0.5))),
                        "superficial", open(change("belowMm", some, "intervalDays", some)),
                        "conservativeDepth", open(change("depthMm", depth(), "fromSkinType", whole(1, 6))),
                        "dermisGuard", open(change("penetration", some, "mostBeyond", some)),
                        "indications",
                                open(each(change(
                                        "depth",
                                                object("preferredMm", some, "deepestMm", some, "deepestSignedMm", some),
                                        "sessions", object("chosen", some, "min", some, "max", some),
                                        "intervalDays",
                                                object(
                                                        "chosen",
                                                        some,
                                                        "min",
                                                        some,
                                                        "max",
                                                        some,
                                                        "shortestSigned",
                                                        some),
                                        "assessAtDays", someOf(whole(56, 3_650))))),
                        "law", open(named(object("depthMm", some, "inForce", flag()))),
                        "laws", open(list(KnowledgeSchema.law())),
                        "devices", open(named(change("maxMm", some, "evaluatedMm", some, "minAge", some))),
                        "anaesthetics",
                                open(named(change(
                                        "gramsPer10Cm2", some,
                                        "maxGrams", some,
                                        "maxAreaCm2", some,
                                        "minMinutes", some,
                                        "maxMinutes", some))),
                        "aftercare",
                                open(named(change(
                                        "do", string(),
                                        "avoid", string(),
                                        "alsoDo", string(),
                                        "alsoAvoid", string(),
                                        "toHours", some))),
                        "redFlags", open(named(change("alsoDo", string(), "withinMinutes", some))))
                .with("$defs", KnowledgeSchema.conditions());
    }

    /// By identifiers that only the knowledge knows.
    private static Document.Mapping named(Document of) {
        return Document.mapping().with("type", text("object")).with("additionalProperties", of);
    }

    private static Document.Mapping each(Document of) {
        return Schemas.each(
                java.util.Arrays.stream(Indication.values()).map(Indication::id).toList(), of);
    }

    private static Document.Mapping change(Object... namesAndSchemas) {
        var all = new java.util.ArrayList<>(List.of(namesAndSchemas));
        all.addAll(List.of(
                "loosened",
                open(object("by!", string(), "second", open(string()), "reason!", string(), "date!", string()))));
        return object(all.toArray());
    }

    private static Document.Mapping thickness() {
        return open(object(
                "site!", string(),
                "method!", string(),
                "female", KnowledgeSchema.layers(),
                "male", KnowledgeSchema.layers(),
                "wholeMm", number(0.1, 10)));
    }
}
