package org.stipple.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.stipple.protocol.Fact;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.quantities.Indication;
import org.stipple.quantities.ZoneId;

/// The JSON Schemas (2020-12) of the files that people write: `docs/schema`. What is an enumeration in the
/// program is one here; [SchemaTest] holds the rest against the readers. Whoever changed a reader runs
/// [#main(String[])] in the folder of this module.
final class Schemas {

    static final Path FOLDER = Path.of("..", "docs", "schema");

    private Schemas() {}

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(FOLDER);
        for (var schema : all().entrySet()) {
            Files.writeString(FOLDER.resolve(schema.getKey()), Documents.pretty(schema.getValue()));
        }
    }

    static Map<String, Document.Mapping> all() {
        var schemas = new TreeMap<String, Document.Mapping>();
        schemas.put("case.schema.json", titled("What stipple screen and stipple plan are asked", caseFile()));
        schemas.put("dose.schema.json", titled("What stipple dose is asked", DoseSchema.file()));
        schemas.put("goal.schema.json", titled("What stipple dose --search is to come near to", DoseSchema.goal()));
        schemas.put("knowledge.schema.json", KnowledgeSchema.file());
        schemas.put(
                "landmarks.schema.json", titled("What stipple measure --landmarks is given", PhotoSchema.landmarks()));
        schemas.put("overlay.schema.json", titled("What a clinic changes in the knowledge", OverlaySchema.file()));
        schemas.put("series.schema.json", titled("series.yaml beside the photos of an archive", PhotoSchema.series()));
        schemas.put("zones.schema.json", titled("What stipple measure --zones is given", PhotoSchema.zones()));
        return schemas;
    }

    static Document.Mapping titled(String title, Document.Mapping schema) {
        var titled = Document.mapping()
                .with("$schema", text("https://json-schema.org/draft/2020-12/schema"))
                .with("title", text(title));
        for (var field : schema.fields().entrySet()) {
            titled = titled.with(field.getKey(), field.getValue());
        }
        return titled;
    }

    // The words that schemas are made of.

    static Document text(String value) {
        return Document.of(value);
    }

    /// A mapping with these names and no other; a name that ends in `!` must stand there.
    static Document.Mapping object(Object... namesAndSchemas) {
        var properties = Document.mapping();
        var required = new ArrayList<String>();
        for (int i = 0; i < namesAndSchemas.length; i += 2) {
            String name = (String) namesAndSchemas[i];
            if (name.endsWith("!")) {
                name = name.substring(0, name.length() - 1);
                required.add(name);
            }
            properties = properties.with(name, (Document) namesAndSchemas[i + 1]);
        }
        var object = Document.mapping()
                .with("type", text("object"))
                .with("properties", properties)
                .with("additionalProperties", Document.of(false));
        return required.isEmpty() ? object : object.with("required", Document.texts(required));
    }

    /// Names and schemas, and by which a mapping says what it rests on.
    static Document.Mapping grounded(Object... namesAndSchemas) {
        var all = new ArrayList<>(Arrays.asList(namesAndSchemas));
        all.addAll(List.of("sources", list(string()), "design", string(), "review", string()));
        return object(all.toArray())
                .with(
                        "anyOf",
                        Document.listing(List.of(
                                Document.mapping().with("required", Document.texts(List.of("sources"))),
                                Document.mapping().with("required", Document.texts(List.of("design"))))));
    }

    static Document.Mapping string() {
        return Document.mapping().with("type", text("string"));
    }

    static Document.Mapping flag() {
        return Document.mapping().with("type", text("boolean"));
    }

    static Document.Mapping anything() {
        return Document.mapping();
    }

    static Document.Mapping whole(long least, long most) {
        return Document.mapping()
                .with("type", text("integer"))
                .with("minimum", Document.of(least))
                .with("maximum", Document.of(most));
    }

    static Document.Mapping number(double least, double most) {
        return Document.mapping()
                .with("type", text("number"))
                .with("minimum", Document.of(least))
                .with("maximum", Document.of(most));
    }

    static Document.Mapping list(Document of) {
        return Document.mapping().with("type", text("array")).with("items", of);
    }

    static Document.Mapping someOf(Document of) {
        return list(of).with("minItems", Document.of(1));
    }

    /// One, or several of it.
    static Document.Mapping oneOrMore(Document of) {
        return either(of, list(of));
    }

    static Document.Mapping either(Document... schemas) {
        return Document.mapping().with("anyOf", Document.listing(List.of(schemas)));
    }

    static Document.Mapping word(List<String> words) {
        return Document.mapping().with("enum", Document.texts(words));
    }

    static <E extends Enum<E>> Document.Mapping word(Class<E> type, Function<E, String> id) {
        return word(Arrays.stream(type.getEnumConstants()).map(id).toList());
    }

    /// Each name of the same kind.
    static Document.Mapping each(List<String> names, Document of) {
        return Document.mapping()
                .with("type", text("object"))
                .with("propertyNames", word(names))
                .with("additionalProperties", of);
    }

    /// What may be left open: `null` and `unknown` mean unknown.
    static Document.Mapping open(Document schema) {
        return either(
                schema, Document.mapping().with("enum", Document.listing(List.of(Document.UNKNOWN, text("unknown")))));
    }

    static Document.Mapping zone() {
        return word(ZoneId.class, ZoneId::id);
    }

    static Document.Mapping indication() {
        return word(Indication.class, Indication::id);
    }

    static Document.Mapping depth() {
        return number(0.001, 5);
    }

    private static Document.Mapping day() {
        return either(string().with("pattern", text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")), word(List.of("never")));
    }

    private static Document.Mapping caseFile() {
        var zones = someOf(either(zone(), word(List.of("face"))));
        var areas = Arrays.stream(ZoneId.values()).map(ZoneId::id).toList();
        return object(
                "age", open(whole(0, 120)),
                "sex", open(word(Fact.SEX.words())),
                "fitzpatrick", open(whole(1, 6)),
                "setting!", word(List.of("clinic", "home")),
                "jurisdiction", open(string().with("pattern", text("^[A-Z]{2}(-[A-Z0-9]{1,3})?$"))),
                "operator", open(word(List.of("physician", "nurse", "aesthetician", "self"))),
                "premises", open(word(List.of("permitted", "other"))),
                "indications!", someOf(either(indication(), object("id!", indication(), "subtype", open(string())))),
                "zones!", zones,
                "device!", string().with("pattern", text("^[a-z0-9][a-z0-9-]{0,59}$")),
                "facts", open(facts()),
                "goal", open(object("depthMm", open(number(0.05, 5)), "densityPerCm2", open(number(1, 1_000_000)))),
                "areaCm2", open(each(areas, open(number(0.01, 20_000)))),
                "limits", open(object("depthMm!", number(0.05, 5), "zones", open(zones))),
                "anaesthetic",
                        open(object(
                                "product!", string(),
                                "grams", open(number(0.1, 200)),
                                "areaCm2", open(number(0.1, 2_000)),
                                "minutes", open(whole(1, 720)))));
    }

    /// Every fact of the program, in its order.
    private static Document.Mapping facts() {
        var facts = new ArrayList<Object>();
        var parts = new TreeMap<String, List<Object>>();
        for (var fact : Fact.values()) {
            if (fact.standsAtTop()) {
                continue;
            }
            int point = fact.path().indexOf('.');
            if (point < 0) {
                facts.addAll(List.of(fact.path(), open(answer(fact))));
            } else {
                parts.computeIfAbsent(fact.path().substring(0, point), _ -> new ArrayList<>())
                        .addAll(List.of(fact.path().substring(point + 1), open(answer(fact))));
            }
        }
        parts.forEach((whole, of) -> facts.addAll(List.of(whole, open(object(of.toArray())))));
        return object(facts.toArray());
    }

    private static Document.Mapping answer(Fact fact) {
        return switch (fact.shape()) {
            case FLAG -> flag();
            case ZONES -> either(flag(), list(either(zone(), word(List.of("face")))));
            case DAY -> day();
            case WORD -> word(fact.words());
            case WHOLE -> whole(0, 1_000);
            case DEPTH -> number(0, 5);
        };
    }
}
