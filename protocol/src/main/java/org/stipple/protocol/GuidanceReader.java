package org.stipple.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Indication;

/// Reads the entries of [Guidance].
///
/// @param entry reader of what they rest on
record GuidanceReader(EntryReader entry) {

    /// The readings of photos that `stipple measure` knows (input contract).
    static final Set<String> METRICS = Set.of(
            "wrinkle-density",
            "wrinkle-width",
            "wrinkle-depth-proxy",
            "pore-density",
            "pore-area",
            "roughness",
            "spot-area",
            "melanin-index",
            "ita",
            "erythema-index",
            "shine",
            "stretch-mark-density");

    private static final int HOURS = 100_000;

    /// @param section the entries of a section by its name
    /// @param disagreements identifiers that claims may name
    Guidance read(Function<String, List<Field>> section, Set<String> disagreements) {
        var scales = section.apply("scales").stream().map(this::scale).toList();
        var known = scales.stream().map(OutcomeScale::id).toList();
        return new Guidance(
                section.apply("topicals").stream().map(this::topical).toList(),
                section.apply("healing").stream().map(this::healing).toList(),
                section.apply("red-flags").stream().map(this::redFlag).toList(),
                scales,
                section.apply("claims").stream()
                        .map(field -> claim(field, known, disagreements))
                        .toList());
    }

    private static Set<String> names(String... names) {
        return EntryReader.withBasis(names);
    }

    /// What the numbers of a mapping rest on; everything in it is known.
    private Basis basis(Field field, String... names) {
        field.mapping(names(names));
        return entry.basis(field);
    }

    private TopicalProduct topical(Field field) {
        field.mapping(names("id", "name", "role", "sterile", "labelled", "during", "fromHours", "says"));
        return new TopicalProduct(
                field.required("id").text(),
                field.required("name").text(),
                field.required("role").constant(TopicalProduct.Role.class, TopicalProduct.Role::id),
                field.required("sterile").flag(),
                field.required("labelled").flag(),
                field.required("during").constant(TopicalProduct.During.class, TopicalProduct.During::id),
                field.required("fromHours").integer(0, HOURS),
                field.required("says").text(),
                entry.basis(field));
    }

    private ExpectedHealing healing(Field field) {
        field.mapping(names("id", "event", "patient", "fromDay", "toDay", "depth"));
        int from = field.required("fromDay").integer(0, 3_650);
        return new ExpectedHealing(
                field.required("id").text(),
                field.required("event").text(),
                field.required("patient").text(),
                from,
                field.required("toDay").integer(from, 3_650),
                field.optional("depth").map(GuidanceReader::depths),
                entry.basis(field));
    }

    private static ExpectedHealing.SetDepths depths(Field field) {
        field.mapping(Set.of("minMm", "maxMm"));
        var shallowest = EntryReader.depth(field.required("minMm"));
        var deepest = EntryReader.depth(field.required("maxMm"));
        if (shallowest.compareTo(deepest) > 0) {
            throw field.required("maxMm").refused("at least " + shallowest);
        }
        return new ExpectedHealing.SetDepths(shallowest, deepest);
    }

    private RedFlag redFlag(Field field) {
        field.mapping(Set.of("id", "sign", "patient", "window", "todo", "avoid", "call", "answer"));
        var window = field.required("window");
        var answer = field.required("answer");
        var windowBasis = basis(window, "fromHours", "toHours");
        var answerBasis = basis(answer, "withinMinutes");
        int from = window.required("fromHours").integer(0, HOURS);
        return new RedFlag(
                field.required("id").text(),
                field.required("sign").text(),
                field.required("patient").text(),
                from,
                window.required("toHours").integer(from, HOURS),
                windowBasis,
                field.required("todo").text(),
                field.required("avoid").text(),
                field.required("call").constant(RedFlag.Call.class, RedFlag.Call::id),
                answer.required("withinMinutes").integer(0, HOURS),
                answerBasis);
    }

    private OutcomeScale scale(Field field) {
        field.mapping(names(
                "id",
                "name",
                "of",
                "use",
                "scoredBy",
                "judges",
                "total",
                "items",
                "grades",
                "bands",
                "formula",
                "licence",
                "indications",
                "says"));
        var total = field.required("total");
        var totalBasis = basis(total, "min", "max", "step", "lowerIsBetter");
        entry.basis(field);
        var use = field.required("use").constant(OutcomeScale.Use.class, OutcomeScale.Use::id);
        int least = total.required("min").integer(0, 1_000);
        var scale = new OutcomeScale(
                field.required("id").text(),
                field.required("name").text(),
                field.required("of").text(),
                use,
                scoredBy(field.required("scoredBy")),
                field.required("judges").constant(OutcomeScale.Judges.class, OutcomeScale.Judges::id),
                least,
                total.required("max").integer(least + 1, 1_000),
                total.optional("step").map(step -> step.decimal("0.1", "1")).orElse(BigDecimal.ONE),
                total.required("lowerIsBetter").flag(),
                items(field, "items").map(GuidanceReader::item).toList(),
                items(field, "grades").map(GuidanceReader::grade).toList(),
                items(field, "bands").map(GuidanceReader::band).toList(),
                field.optional("formula").map(Field::text),
                field.optional("licence").map(Field::text),
                indications(field),
                field.required("says").text(),
                totalBasis);
        boolean worded = !scale.items().isEmpty() || !scale.grades().isEmpty();
        if (use != OutcomeScale.Use.FREE && worded) {
            throw field.refused("no items and no grades: only a scale of free use shows its words");
        }
        if (use == OutcomeScale.Use.SCORES_ONLY && scale.licence().isEmpty()) {
            throw field.refused("a licence, because only scores may be kept");
        }
        return scale;
    }

    private static Set<OutcomeScale.By> scoredBy(Field field) {
        var by = field.items().stream()
                .map(item -> item.constant(OutcomeScale.By.class, OutcomeScale.By::id))
                .collect(Collectors.toUnmodifiableSet());
        if (by.isEmpty()) {
            throw field.refused("one at least: clinician, patient");
        }
        return by;
    }

    private static Stream<Field> items(Field field, String name) {
        return field.optional(name).map(Field::items).orElse(List.of()).stream();
    }

    private static List<Indication> indications(Field field) {
        return List.copyOf(ConditionReader.indications(field.required("indications")));
    }

    private static OutcomeScale.Item item(Field field) {
        field.mapping(Set.of("id", "says", "min", "max", "times"));
        int least = field.required("min").integer(0, 1_000);
        return new OutcomeScale.Item(
                field.required("id").text(),
                field.required("says").text(),
                least,
                field.required("max").integer(least, 1_000),
                field.optional("times").map(times -> times.integer(1, 100)).orElse(1));
    }

    private static OutcomeScale.Grade grade(Field field) {
        field.mapping(Set.of("score", "says"));
        return new OutcomeScale.Grade(
                field.required("score").integer(0, 1_000),
                field.required("says").text());
    }

    private static OutcomeScale.Band band(Field field) {
        field.mapping(Set.of("from", "to", "says"));
        int from = field.required("from").integer(0, 1_000);
        return new OutcomeScale.Band(
                from,
                field.required("to").integer(from, 1_000),
                field.required("says").text());
    }

    private Claim claim(Field field, List<String> scales, Set<String> disagreements) {
        field.mapping(names(
                "id", "about", "promised", "toldBy", "found", "verdict", "shownBy", "indications", "disagreement"));
        var told = field.required("toldBy").items();
        told.forEach(item -> entry.citation(item));
        return new Claim(
                field.required("id").text(),
                field.required("about")
                        .constant(Claim.About.class, about -> about.name().toLowerCase(java.util.Locale.ROOT)),
                field.required("promised").text(),
                told.stream().map(Field::text).toList(),
                field.required("found").text(),
                field.required("verdict").constant(Claim.Verdict.class, Claim.Verdict::id),
                shownBy(field.required("shownBy"), scales),
                indications(field),
                field.optional("disagreement")
                        .map(one -> known(one, disagreements, "the identifier of a disagreement")),
                entry.basis(field));
    }

    private static Claim.Evidence shownBy(Field field, List<String> scales) {
        field.mapping(Set.of("metrics", "scales", "other"));
        return new Claim.Evidence(
                items(field, "metrics")
                        .map(item -> known(item, METRICS, "a reading of stipple measure"))
                        .toList(),
                items(field, "scales")
                        .map(item -> known(item, Set.copyOf(scales), "the identifier of a scale"))
                        .toList(),
                field.optional("other").map(Field::text));
    }

    private static String known(Field field, Set<String> words, String expected) {
        return Optional.of(field.text()).filter(words::contains).orElseThrow(() -> field.refused(expected));
    }
}
