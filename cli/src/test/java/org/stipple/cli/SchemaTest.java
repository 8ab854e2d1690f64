package org.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stipple.imaging.Photo;
import org.stipple.imaging.View;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.UnusableInput;

/// The published schemas say what the readers do: what is read is valid, a name that the one does not know
/// neither does the other, and both know the same names at every place.
class SchemaTest {

    private static final Path RESOURCES =
            Path.of("..", "protocol", "src", "main", "resources", "org", "stipple", "protocol", "knowledge");

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final String STRANGE = "zz-unheard-of";
    private static final LocalDate ON = LocalDate.of(2026, 11, 20);

    private static String resource(String name) {
        try {
            return Files.readString(RESOURCES.resolve(name));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static Schema schema(String name) {
        return REGISTRY.getSchema(
                Documents.json(Schemas.all().getOrDefault(name, Document.mapping())), InputFormat.JSON);
    }

    private static boolean isValid(Schema schema, Document document) {
        return schema.validate(Documents.json(document), InputFormat.JSON).isEmpty();
    }

    @Test
    void areThoseThatArePublished() throws IOException {
        for (var schema : Schemas.all().entrySet()) {
            assertThat(Files.readString(Schemas.FOLDER.resolve(schema.getKey())))
                    .as("%s is stale: run Schemas.main", schema.getKey())
                    .isEqualTo(Documents.pretty(schema.getValue()));
        }
        try (var files = Files.list(Schemas.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Schemas.all().keySet());
        }
    }

    static Stream<String> files() {
        return Stream.concat(
                Stream.of("index.yaml"),
                Field.root(Documents.read(resource("index.yaml"))).required("files").items().stream()
                        .map(Field::text));
    }

    @ParameterizedTest
    @MethodSource("files")
    void knowTheKnowledgeAsItsReaderDoes(String file) {
        agree(
                "knowledge.schema.json",
                Documents.read(resource(file)),
                changed -> Knowledge.load(name -> {
                    String text = name.equals(file) ? Documents.json(changed) : resource(name);
                    return text;
                }));
    }

    static Stream<String> cases() throws IOException {
        var settings = Field.root(Documents.read(resource("settings.yaml"))).required("settings");
        var clear = settings.items().stream()
                .filter(one -> one.required("id").text().equals("clear-case"))
                .findFirst()
                .orElseThrow()
                .required("case")
                .document();
        return Stream.of(Documents.json(clear), example("patient-facts", "yaml"), """
                setting: home
                device: home-roller
                indications: [{id: hair, subtype: androgenetic}, oil]
                zones: [face]
                age: null
                sex: unknown
                facts: {active-acne-in-zone: [chin], surgery-in-zone: {last: 2026-01-01}, diabetes: unknown,
                  previous-needling: {last: 2026-10-20, depthMm: 1.0, sessions: 2, zones: [cheek-left]}}
                goal: {depthMm: 1.5, densityPerCm2: 250}
                areaCm2: {cheek-left: 22}
                limits: {depthMm: 0.5, zones: [nose]}
                anaesthetic: {product: emla, grams: 10, areaCm2: 100, minutes: 60}
                """);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void knowACaseAsItsReaderDoes(String text) {
        agree("case.schema.json", Documents.read(text), changed -> PatientFacts.read(Field.root(changed), ON));
    }

    @Test
    void holdForEveryExampleOfARule() {
        var schema = schema("case.schema.json");
        var clear = Field.root(Knowledge.builtIn()
                        .entries()
                        .getOrDefault("settings", Map.of())
                        .getOrDefault("clear-case", Document.mapping()))
                .required("case")
                .document();
        Knowledge.builtIn().entries().getOrDefault("rules", Map.of()).forEach((id, rule) -> {
            var examples = Field.root(rule).required("examples");
            for (String name : List.of("refusing", "passing", "unknown")) {
                var example = examples.present(name).document();
                if (example instanceof Document.Mapping change) {
                    assertThat(isValid(schema, merged(clear, change)))
                            .as(id + " " + name)
                            .isTrue();
                }
            }
        });
    }

    private static Document merged(Document document, Document change) {
        if (!(document instanceof Document.Mapping before && change instanceof Document.Mapping(var names))) {
            return change;
        }
        var after = before;
        for (var name : names.entrySet()) {
            var old = before.fields().get(name.getKey());
            after = after.with(name.getKey(), old == null ? name.getValue() : merged(old, name.getValue()));
        }
        return after;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{device: exceed, technique: {depthMm: 1, passes: 2, directions: 2, glideMmPerS: 20, contactDuty: 1, efficiency: 1, glideVariation: 0, jitterMm: 0}, zone: {id: nose}, sex: female, penetration: 0.8, seed: 1}",
                "{device: {kind: roller, needles: 192, rows: 8, drumDiameterMm: 20, drumWidthMm: 20, needleLengthMm: 1.5, needleDiameterMm: 0.25}, technique: {depthMm: 1, passes: 2}, zone: {widthMm: 50, heightMm: 50}}",
                "{device: {kind: stamp, pins: 36, widthMm: 10, needleLengthMm: 1.0, needleDiameterMm: 0.2, stampsPerCm2: 4}, technique: {depthMm: 1, passes: 2}, zone: {widthMm: 50, heightMm: 50}, penetration: [0.5, 1]}"
            })
    void knowADoseQuestionAsItsReaderDoes(String text) {
        agree("dose.schema.json", Documents.read(text), changed -> DoseInput.question(changed, Knowledge.builtIn()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{goal: {densityPerCm2: 900, depthMm: 1}, available: {depthsMm: [1], passes: [1, 2], directions: [1], glidesMmPerS: [20]}, bounds: {labelDepthMm: 1.5, scopeDepthMm: 1, seconds: 60, beyondDermis: {most: 0.01, force: hard}, coverage: {most: 0.9, force: caution}, duplicates: {most: 0.5, force: hard}}, seconds: 90, further: [{zone: {id: chin, widthMm: 20, heightMm: 30, holesMm: []}, goal: {densityPerCm2: 900, depthMm: 1}, bounds: {seconds: 60}}]}"
            })
    void knowAGoalAsItsReaderDoes(String text) {
        var file = Documents.read("{device: exceed, technique: {depthMm: 1, passes: 2}, zone: {id: nose}}");
        agree("goal.schema.json", Documents.read(text), changed -> GoalInput.read(changed, file, Knowledge.builtIn()));
    }

    @Test
    void knowTheGoalOfItsPage() throws IOException {
        assertThat(isValid(schema("goal.schema.json"), Documents.read(example("goal", "yaml"))))
                .isTrue();
    }

    @Test
    void knowTheDoseQuestionOfItsPage() throws IOException {
        var asked = Documents.read(example("technique", "yaml"));
        assertThat(isValid(schema("dose.schema.json"), asked)).isTrue();
    }

    @Test
    void knowZonesAsTheirReaderDoes() throws IOException {
        var photo = Photo.ofPixels(1000, 1000, new int[1_000_000], "png");
        agree(
                "zones.schema.json",
                Documents.read(example("photo-set", "json")),
                changed -> ZonesFile.zones(
                        Field.root(changed).mapping(Set.of("zones")).required("zones"), photo));
    }

    @Test
    void knowLandmarksAsTheirReaderDoes(@TempDir Path folder) throws IOException {
        var points = new ArrayList<Document>();
        for (int i = 0; i < 468; i++) {
            points.add(Document.listing(
                    List.of(Document.of(100 + i % 22), Document.of(100 + i / 22.0), Document.of(i % 7))));
        }
        var face = Document.mapping().with("points", Document.listing(points));
        Path file = folder.resolve("landmarks.json");
        agree("landmarks.schema.json", Document.mapping().with("baseline", face).with("followup", face), changed -> {
            write(file, changed);
            new LandmarksFile(new InputFile(file), Optional.empty()).landmarks();
        });
        var schema = schema("landmarks.schema.json");
        assertThat(isValid(
                        schema,
                        Documents.read(example("photo-set", "yaml")
                                .replace("[[512.0, 300.5, -14.2], …]", Documents.json(Document.listing(points))))))
                .as("that of the page")
                .isTrue();
        assertThat(isValid(schema, Documents.read("{baseline: {}}")))
                .as("neither")
                .isFalse();
    }

    @Test
    void knowASeriesAsItsReaderDoes(@TempDir Path folder) throws IOException {
        String text = example("archive", "yaml");
        String plain = text.substring(0, text.indexOf("landmarks:"));
        Path file = folder.resolve(SeriesFile.NAME);
        var piece = new Archive.Piece.Series("p01", folder, List.of("2026-01-10.jpg", "2026-04-12.jpg"));
        var photo = Photo.ofPixels(100, 100, new int[10_000], "png");
        agree("series.schema.json", Documents.read(plain), changed -> {
            write(file, changed);
            var series = SeriesFile.of(piece, View.FRONTAL, List.of());
            series.zones().ifPresent(zones -> ZonesFile.zones(zones, photo));
        });
    }

    private static void write(Path file, Document document) {
        try {
            Files.writeString(file, Documents.json(document));
        } catch (IOException unwritten) {
            throw new java.io.UncheckedIOException(unwritten);
        }
    }

    static Stream<String> overlays() throws IOException {
        return Stream.of(example("overlay", "yaml"), """
                version: "8"
                zones: {hand: {capMm: 0.5, thickness: {site: hand dorsum, method: ultrasound, female: {epidermisMm: 0.1, dermisMm: 1.2}, male: {epidermisMm: 0.1, dermisMm: 1.3}}, loosened: {by: Dr A, reason: own series, date: 2026-11-01}}}
                rules: {minor: {atMost: 20}, sunburn: {withinDays: 21}, laser: {withinMonths: 6}, darker-skin: {kind: refuse}}
                homeCap: {depthMm: 0.25}
                superficial: {belowMm: 0.4, intervalDays: 21}
                dermisGuard: {penetration: 0.6, mostBeyond: 0.005}
                indications: {acne-scars: {depth: {preferredMm: 1.0, deepestMm: 1.25, deepestSignedMm: 2.0}, sessions: {max: 4}, intervalDays: {min: 30, chosen: 35}, assessAtDays: [120]}}
                law: {scotland-act: {inForce: true, depthMm: 1.0}}
                laws: [{id: our-town, jurisdiction: DE-BE, says: only physicians beyond 0.5 mm, dated: "2026", inForce: true, depth: {operators: [aesthetician], maxMm: 0.5}, design: told by our lawyer}]
                devices: {skinpen-precision: {maxMm: 1.5, evaluatedMm: 1.0, minAge: 25}}
                newRules: [{id: not-here, kind: refuse, overridable: never, when: {device: [exceed]}, reason: We do not use it., patientReason: We do not use it., design: our audit, review: Dr A. Muster, examples: {refusing: {device: exceed}, passing: {}, unknown: impossible}}]
                anaesthetics: {emla: {maxGrams: 30, maxMinutes: 120}}
                aftercare: {first-day: {alsoAvoid: No pets., toHours: 48}}
                redFlags: {pigment: {withinMinutes: 1440, alsoDo: Send a photo.}}
                """);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void knowAnOverlayAsItsReaderDoes(String text) {
        agree(
                "overlay.schema.json",
                Documents.read(text),
                changed -> Knowledge.builtIn().withOverlay(Documents.json(changed), LocalDate.of(2026, 11, 20)));
    }

    private static String example(String page, String language) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "data", page + ".md"));
        int start = text.indexOf("```" + language) + 3 + language.length();
        return text.substring(start, text.indexOf("```", start));
    }

    /// The document is read and valid; at every mapping both refuse a strange name, and know the same ones.
    private static void agree(String name, Document document, Consumer<Document> reader) {
        var schema = schema(name);
        reader.accept(document);
        assertThat(schema.validate(Documents.json(document), InputFormat.JSON)).isEmpty();
        var tree = Schemas.all().getOrDefault(name, Document.mapping());
        var places = new ArrayList<List<Object>>();
        mappings(document, List.of(), places);
        var seen = new TreeSet<String>();
        for (var place : places) {
            var strange = with(document, place, 0);
            var properties = new TreeSet<String>();
            properties(tree, tree, document, place, 0, properties);
            if (properties.isEmpty() || !seen.add(shape(place) + properties)) {
                continue; // a place for which the schema leaves the names open: identifiers, examples
            }
            assertThat(isValid(schema, strange)).as("schema at " + place).isFalse();
            assertThatThrownBy(() -> reader.accept(strange))
                    .as("reader at " + place)
                    .isInstanceOfSatisfying(UnusableInput.class, refused -> {
                        String message = String.valueOf(refused.getMessage());
                        assertThat(message).contains(STRANGE + ": was a name that is not known here, expected one of ");
                        assertThat(new TreeSet<>(List.of(message.replaceAll(".*expected one of ", "")
                                        .split(", "))))
                                .as("names at " + place)
                                .isEqualTo(properties);
                    });
        }
        assertThat(seen).isNotEmpty();
    }

    private static String shape(List<Object> place) {
        return place.stream()
                .map(step -> step instanceof Integer ? "[]" : step.toString())
                .toList()
                .toString();
    }

    private static void mappings(Document document, List<Object> place, List<List<Object>> places) {
        switch (document) {
            case Document.Mapping(var fields) -> {
                places.add(place);
                fields.forEach((name, value) -> mappings(value, plus(place, name), places));
            }
            case Document.Listing(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    mappings(items.get(i), plus(place, i), places);
                }
            }
            case Document.Text _, Document.Numeral _, Document.Flag _, Document.Unknown _ -> {}
        }
    }

    private static List<Object> plus(List<Object> place, Object step) {
        var longer = new ArrayList<>(place);
        longer.add(step);
        return longer;
    }

    /// The document with the strange name at a place.
    private static Document with(Document document, List<Object> place, int depth) {
        if (depth == place.size()) {
            return ((Document.Mapping) document).with(STRANGE, Document.of(1));
        }
        return switch (place.get(depth)) {
            case String name -> {
                var mapping = (Document.Mapping) document;
                yield mapping.with(name, with(mapping.fields().getOrDefault(name, Document.UNKNOWN), place, depth + 1));
            }
            case Integer index -> {
                var items = new ArrayList<>(((Document.Listing) document).items());
                items.set(index, with(items.get(index), place, depth + 1));
                yield Document.listing(items);
            }
            default -> throw new IllegalStateException();
        };
    }

    /// The names that the schema knows at a place, of the variant that the document fits there.
    private static void properties(
            Document.Mapping root,
            Document schema,
            Document document,
            List<Object> place,
            int depth,
            TreeSet<String> found) {
        if (!(schema instanceof Document.Mapping(var fields))) {
            return;
        }
        if (fields.get("$ref") instanceof Document.Text) {
            var definitions = (Document.Mapping) root.fields().getOrDefault("$defs", Document.mapping());
            properties(
                    root,
                    definitions.fields().getOrDefault("condition", Document.mapping()),
                    document,
                    place,
                    depth,
                    found);
            return;
        }
        if (fields.get("anyOf") instanceof Document.Listing(var variants) && !fields.containsKey("type")) {
            for (var variant : variants) {
                if (fits(root, variant, document)) {
                    properties(root, variant, document, place, depth, found);
                    return;
                }
            }
            return;
        }
        if (depth == place.size()) {
            if (fields.get("properties") instanceof Document.Mapping(var known)) {
                found.addAll(known.keySet());
            }
            return;
        }
        if (place.get(depth) instanceof String name && document instanceof Document.Mapping(var values)) {
            var next = fields.get("properties") instanceof Document.Mapping(var known) && known.containsKey(name)
                    ? known.get(name)
                    : fields.getOrDefault("additionalProperties", Document.UNKNOWN);
            properties(root, next, values.getOrDefault(name, Document.UNKNOWN), place, depth + 1, found);
        } else if (place.get(depth) instanceof Integer index && document instanceof Document.Listing(var items)) {
            properties(root, fields.getOrDefault("items", Document.UNKNOWN), items.get(index), place, depth + 1, found);
        }
    }

    private static boolean fits(Document.Mapping root, Document variant, Document document) {
        var alone = (Document.Mapping) variant;
        if (root.fields().get("$defs") instanceof Document definitions) {
            alone = alone.with("$defs", definitions);
        }
        return isValid(REGISTRY.getSchema(Documents.json(alone), InputFormat.JSON), document);
    }
}
