package org.stipple.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Area;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Indication;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;
import org.stipple.quantities.StrokeFrequency;
import org.stipple.quantities.ZoneId;

/// Reads single entries of the knowledge, each with its sources resolved.
///
/// @param sources by identifier
record EntryReader(Map<String, Source> sources) {

    /// Who may be named in `sources`, or why nobody is: every mapping with numbers has one of them.
    private static final Set<String> BASIS = Set.of("sources", "design", "review");

    private static Set<String> with(Set<String> names, String... more) {
        var all = new HashSet<>(names);
        Collections.addAll(all, more);
        return all;
    }

    /// These names and those by which a mapping says what it rests on.
    static Set<String> withBasis(String... names) {
        return with(BASIS, names);
    }

    static Source source(Field field) {
        field.mapping(Set.of("id", "title", "strength", "read", "where"));
        return new Source(
                field.required("id").text(),
                field.required("title").text(),
                field.required("strength").constant(Strength.class, Strength::id),
                field.required("read")
                        .word(
                                word -> Set.of("seen", "second-hand", "recall").contains(word)
                                        ? Optional.of(word)
                                        : Optional.empty(),
                                List.of("seen", "second-hand", "recall")),
                field.required("where").text());
    }

    List<Citation> citations(Field field) {
        return field.optional("sources").map(Field::items).orElse(List.of()).stream()
                .map(this::citation)
                .toList();
    }

    Citation citation(Field item) {
        var source = sources.get(item.text());
        if (source == null) {
            throw item.refused("the identifier of a source in sources.yaml");
        }
        return new Citation(source.id(), source.strength());
    }

    Basis basis(Field field) {
        var citations = citations(field);
        return citations.isEmpty() ? new Basis.Design(field.required("design").text()) : new Basis.Sourced(citations);
    }

    static Depth depth(Field field) {
        BigDecimal millimetres = field.decimal("0.001", "5");
        return Depth.ofMillimetres(millimetres);
    }

    Rule rule(Field field) {
        field.mapping(with(
                BASIS,
                "id",
                "kind",
                "overridable",
                "floor",
                "when",
                "wait",
                "reason",
                "patientReason",
                "views",
                "examples"));
        var wait = field.optional("wait").map(this::wait);
        var conditions = new ArrayList<Condition>();
        wait.ifPresent(one -> conditions.add(new Condition.Within(one.since(), one.period())));
        field.optional("when").ifPresent(when -> conditions.add(ConditionReader.read(when)));
        var when = conditions.size() == 1 ? conditions.getFirst() : new Condition.All(List.copyOf(conditions));
        for (String name : List.of("reason", "patientReason")) {
            if (!RuleWords.areFillable(field.required(name).text())) {
                throw field.required(name).refused("between braces only " + String.join(", ", RuleWords.GAPS));
            }
        }
        return new Rule(
                field.required("id").text(),
                field.required("kind").word(Kind::find, Kind.WORDS),
                when,
                wait,
                field.required("reason").text(),
                field.required("patientReason").text(),
                basis(field),
                field.optional("views").map(Field::items).orElse(List.of()).stream()
                        .map(this::view)
                        .toList(),
                field.required("overridable").constant(Overridable.class, Overridable::id),
                field.optional("review").map(Field::text),
                field.optional("floor").map(Field::text));
    }

    private View view(Field field) {
        citations(field);
        return View.read(field);
    }

    private Rule.Wait wait(Field field) {
        field.mapping(Set.of("fact", "withinDays", "withinMonths"));
        var fact = field.required("fact").word(Fact::find, List.of("the path of a fact"));
        return new Rule.Wait(
                fact, ConditionReader.period(field).orElseThrow(() -> field.refused("withinDays or withinMonths")));
    }

    /// `unknown: impossible` says that nothing unanswered can leave the rule undecided.
    Contents.Examples examples(Field rule) {
        var field = rule.required("examples").mapping(Set.of("on", "refusing", "passing", "unknown", "until"));
        var unknown = field.required("unknown").document();
        return new Contents.Examples(
                field.optional("on").map(Field::date),
                field.required("refusing").document(),
                field.required("passing").document(),
                unknown instanceof Document.Text(var word) && word.equals("impossible")
                        ? Optional.empty()
                        : Optional.of(unknown),
                field.optional("until").map(Field::date));
    }

    SkinZone zone(ZoneId id, Field field) {
        field.mapping(Set.of("id", "zones", "areaCm2", "cap", "courses", "thickness", "noGo"));
        return new SkinZone(
                id,
                Area.ofSquareCentimetres(
                        number(field.required("areaCm2"), "value").number(1, 20_000)),
                field.optional("cap").map(cap -> depth(number(cap, "maxMm"))),
                field.optional("courses").map(Field::items).orElse(List.of()).stream()
                        .map(this::courseCap)
                        .toList(),
                field.optional("thickness").map(this::thickness),
                field.required("noGo").text());
    }

    /// A number of a mapping that says what it rests on.
    private Field number(Field field, String name) {
        field.mapping(with(BASIS, name));
        basis(field);
        return field.required(name);
    }

    private SkinZone.CourseCap courseCap(Field field) {
        field.mapping(with(BASIS, "indications", "clearedOnly", "maxMm", "bySignOff"));
        basis(field);
        return new SkinZone.CourseCap(
                ConditionReader.indications(field.required("indications")),
                field.required("clearedOnly").flag(),
                depth(field.required("maxMm")),
                field.required("bySignOff").flag());
    }

    private SkinZone.Thickness thickness(Field field) {
        field.mapping(with(BASIS, "site", "method", "female", "male", "wholeMm"));
        basis(field);
        var female = field.optional("female").map(EntryReader::layers);
        var male = field.optional("male").map(EntryReader::layers);
        var whole = field.optional("wholeMm").map(one -> one.number(0.1, 10));
        if (female.isEmpty() && male.isEmpty() && whole.isEmpty()) {
            throw field.refused("female, male or wholeMm");
        }
        return new SkinZone.Thickness(
                field.required("site").text(), field.required("method").text(), female, male, whole, citations(field));
    }

    private static SkinZone.Thickness.Layers layers(Field field) {
        field.mapping(Set.of("epidermisMm", "epidermisSdMm", "dermisMm", "dermisSdMm"));
        return new SkinZone.Thickness.Layers(layer(field, "epidermis"), layer(field, "dermis"));
    }

    private static SkinZone.Layer layer(Field field, String name) {
        return new SkinZone.Layer(
                field.required(name + "Mm").number(0.01, 10),
                field.optional(name + "SdMm").map(sd -> sd.number(0, 5)));
    }

    Device device(Field field) {
        field.mapping(Set.of(
                "id",
                "name",
                "family",
                "needles",
                "swath",
                "depth",
                "evaluated",
                "strokeHz",
                "technique",
                "clearances",
                "forHome",
                "note"));
        var needles = field.required("needles")
                .mapping(with(BASIS, "count", "diameterMm", "lengthMm", "rows", "drumDiameterMm"));
        basis(needles);
        var technique = field.required("technique").mapping(with(BASIS, "passes", "directions"));
        basis(technique);
        return new Device(
                field.required("id").text(),
                field.required("name").text(),
                field.required("family")
                        .constant(Device.Family.class, family -> family.name().toLowerCase(java.util.Locale.ROOT)),
                needles.required("count").integer(1, 2_000),
                Length.ofMillimetres(needles.required("diameterMm").number(0.01, 2)),
                depth(needles.required("lengthMm")),
                settings(field.required("depth")),
                field.optional("evaluated").map(one -> depth(number(one, "maxMm"))),
                field.optional("strokeHz")
                        .map(one -> StrokeFrequency.ofHertz(number(one, "value").number(0.1, 1_000))),
                Length.ofMillimetres(number(field.required("swath"), "mm").number(0.1, 200)),
                needles.optional("rows").map(rows -> rows.integer(1, 200)),
                needles.optional("drumDiameterMm").map(drum -> Length.ofMillimetres(drum.number(0.1, 200))),
                technique.required("passes").integer(1, 100),
                technique.required("directions").integer(1, 16),
                field.optional("clearances").map(Field::items).orElse(List.of()).stream()
                        .map(this::clearance)
                        .toList(),
                field.optional("forHome").map(Field::flag).orElse(false));
    }

    /// `fixedMm`, or `minMm` to `maxMm` in steps of `stepMm`.
    private List<Depth> settings(Field field) {
        field.mapping(with(BASIS, "fixedMm", "minMm", "maxMm", "stepMm"));
        basis(field);
        if (field.names().contains("fixedMm")) {
            return List.of(depth(field.required("fixedMm")));
        }
        var max = depth(field.required("maxMm"));
        var step = depth(field.required("stepMm"));
        var settings = new ArrayList<Depth>();
        for (int um = depth(field.required("minMm")).micrometres(); um <= max.micrometres(); um += step.micrometres()) {
            settings.add(Depth.ofMicrometres(um));
        }
        return settings;
    }

    private Device.Clearance clearance(Field field) {
        field.mapping(with(BASIS, "indications", "subtypes", "zones", "minAge", "skinTypes", "evaluatedMm"));
        basis(field);
        return new Device.Clearance(
                ConditionReader.indications(field.required("indications")),
                field.optional("subtypes").map(Field::items).orElse(List.of()).stream()
                        .map(Field::text)
                        .collect(Collectors.toUnmodifiableSet()),
                ConditionReader.zones(field.required("zones")),
                field.required("minAge").integer(0, 120),
                field.optional("skinTypes").map(Field::items).orElse(List.of()).stream()
                        .map(one -> SkinType.ofNumber(one.integer(1, 6)))
                        .collect(Collectors.toUnmodifiableSet()),
                field.optional("evaluatedMm").map(EntryReader::depth),
                citations(field));
    }

    Treatment treatment(Field field) {
        field.mapping(Set.of(
                "id",
                "zones",
                "shallowest",
                "depth",
                "sessions",
                "intervalDays",
                "assessAtDays",
                "maintenance",
                "evidence",
                "sources"));
        return new Treatment(
                field.required("id").constant(Indication.class, Indication::id),
                ConditionReader.zones(field.required("zones")),
                field.names().contains("depth") ? Optional.of(schedule(field)) : Optional.empty(),
                field.required("evidence").text(),
                citations(field));
    }

    private Treatment.Schedule schedule(Field field) {
        var depth = field.required("depth").mapping(with(BASIS, "preferredMm", "deepestMm", "deepestSignedMm"));
        var sessions = field.required("sessions").mapping(with(BASIS, "chosen", "min", "max"));
        var interval = field.required("intervalDays").mapping(with(BASIS, "chosen", "min", "max", "shortestSigned"));
        var assess = field.required("assessAtDays").mapping(with(BASIS, "days"));
        var maintenance = field.required("maintenance").mapping(with(BASIS, "says"));
        Stream.of(depth, sessions, interval, assess, maintenance).forEach(this::basis);
        return new Treatment.Schedule(
                depth(number(field.required("shallowest"), "mm")),
                depth(depth.required("preferredMm")),
                depth(depth.required("deepestMm")),
                depth(depth.required("deepestSignedMm")),
                choice(sessions, 50),
                choice(interval, 1_000),
                interval.required("shortestSigned").integer(1, 1_000),
                assess.required("days").items().stream()
                        .map(day -> day.integer(56, 3_650))
                        .toList(),
                maintenance.required("says").text());
    }

    private static CourseSchedule.Choice choice(Field field, int most) {
        int least = field.required("min").integer(1, most);
        int greatest = field.required("max").integer(least, most);
        return new CourseSchedule.Choice(field.required("chosen").integer(least, greatest), least, greatest);
    }

    /// An entry of the law; what it says of depth is read by [#depthLaw(Field)].
    Law law(Field field) {
        field.mapping(with(BASIS, "id", "jurisdiction", "says", "dated", "from", "inForce", "speaksOf", "depth"));
        basis(field);
        field.required("dated").text();
        field.required("inForce").flag();
        return new Law(
                field.required("id").text(),
                field.required("jurisdiction").text(),
                field.required("says").text(),
                field.optional("from").map(Field::date),
                operators(field, "speaksOf"));
    }

    private static Set<Operator> operators(Field field, String name) {
        return field.optional(name).map(Field::items).orElse(List.of()).stream()
                .map(one -> one.constant(Operator.class, Operator::id))
                .collect(Collectors.toUnmodifiableSet());
    }

    DepthLaw depthLaw(Field field) {
        var depth =
                field.required("depth").mapping(Set.of("operators", "exceptPremises", "underAge", "maxMm", "belowMm"));
        return new DepthLaw(
                field.required("id").text(),
                field.required("jurisdiction").text(),
                field.optional("from").map(Field::date),
                operators(depth, "operators"),
                depth.optional("exceptPremises").map(one -> one.constant(Premises.class, Premises::id)),
                depth.optional("underAge").map(one -> one.integer(1, 120)),
                depth.names().contains("belowMm")
                        ? Depth.ofMicrometres(depth(depth.required("belowMm")).micrometres() - 1)
                        : depth(depth.required("maxMm")),
                field.required("inForce").flag(),
                field.required("says").text());
    }

    Anaesthetic anaesthetic(Field field) {
        field.mapping(Set.of("id", "name", "excludedBy", "labels"));
        return new Anaesthetic(
                field.required("id").text(),
                field.required("name").text(),
                field.required("excludedBy").items().stream()
                        .map(item -> item.word(Fact::find, List.of("the path of a fact")))
                        .collect(Collectors.toUnmodifiableSet()),
                field.required("labels").items().stream().map(this::label).toList());
    }

    private Anaesthetic.Label label(Field field) {
        field.mapping(with(
                BASIS,
                "place",
                "regime",
                "upToAreaCm2",
                "aboveAreaCm2",
                "largeArea",
                "gramsPer10Cm2",
                "maxGrams",
                "maxAreaCm2",
                "minMinutes",
                "maxMinutes",
                "eczema",
                "says"));
        return new Anaesthetic.Label(
                field.required("place").text(),
                field.optional("regime").map(Field::text),
                field.optional("upToAreaCm2").map(one -> one.number(1, 20_000)),
                field.optional("aboveAreaCm2").map(one -> one.number(1, 20_000)),
                field.optional("gramsPer10Cm2").map(one -> one.number(0.01, 100)),
                field.optional("maxGrams").map(one -> one.number(0.01, 1_000)),
                Stream.of(
                                field.optional("maxAreaCm2"),
                                field.optional("largeArea").map(one -> number(one, "fromCm2")))
                        .flatMap(Optional::stream)
                        .map(one -> one.number(1, 20_000))
                        .min(Double::compare),
                field.optional("minMinutes").map(one -> one.integer(1, 1_440)),
                field.optional("maxMinutes").map(one -> one.integer(1, 1_440)),
                field.optional("eczema").map(EntryReader::minutes),
                field.required("says").text(),
                citations(field));
    }

    private static Anaesthetic.Minutes minutes(Field field) {
        field.mapping(Set.of("minMinutes", "maxMinutes"));
        int least = field.required("minMinutes").integer(1, 1_440);
        return new Anaesthetic.Minutes(least, field.required("maxMinutes").integer(least, 1_440));
    }

    AftercareStep aftercare(Field field) {
        field.mapping(with(BASIS, "id", "fromHours", "toHours", "do", "avoid"));
        var basis = basis(field);
        return new AftercareStep(
                field.required("id").text(),
                field.required("fromHours").integer(0, 100_000),
                field.required("toHours").integer(0, 100_000),
                field.required("do").text(),
                field.required("avoid").text(),
                basis.id(),
                basis.sources());
    }

    Disagreement.Conditional disagreement(Field field) {
        field.mapping(Set.of("id", "question", "when", "views", "why"));
        return new Disagreement.Conditional(
                new Disagreement(
                        field.required("id").text(),
                        field.required("question").text(),
                        field.required("views").items().stream().map(this::view).toList(),
                        field.required("why").text()),
                ConditionReader.read(field.required("when")));
    }
}
