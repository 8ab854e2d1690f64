package org.stipple.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.Indication;
import org.stipple.quantities.ZoneId;

/// Reads a knowledge release from its files. Which files there are is written in `index.yaml`; what is in a
/// file, its only name at the top says.
final class KnowledgeReader {

    private static final Set<String> SECTIONS = Set.of(
            "sources",
            "zones",
            "devices",
            "indications",
            "rules",
            "law",
            "questions",
            "disagreements",
            "anaesthetics",
            "aftercare",
            "red-flags",
            "healing",
            "topicals",
            "scales",
            "claims",
            "settings");

    private final Function<String, String> textOf;
    private final Function<String, Document> documentOf;
    private final Map<String, Map<String, Document>> entries = new LinkedHashMap<>();
    private final Map<String, List<Field>> fields = new LinkedHashMap<>();
    private final Map<String, Source> sources = new LinkedHashMap<>();

    /// @param textOf the text of a file by its name
    /// @param documentOf a text
    private KnowledgeReader(Function<String, String> textOf, Function<String, Document> documentOf) {
        this.textOf = textOf;
        this.documentOf = documentOf;
    }

    /// Reads a release.
    ///
    /// @param textOf the text of a file by its name
    /// @param documentOf a text
    static Contents read(Function<String, String> textOf, Function<String, Document> documentOf) {
        var reader = new KnowledgeReader(textOf, documentOf);
        var release = reader.readFiles();
        return reader.contents(() -> Beside.join(release), List.of());
    }

    /// Reads entries that were read before and changed since.
    ///
    /// @param entries by section and identifier
    /// @param more rules that stand in no file
    static Contents readAgain(Release release, Map<String, Map<String, Document>> entries, List<Rule> more) {
        var reader = new KnowledgeReader(_ -> "", _ -> Document.UNKNOWN);
        entries.forEach((section, listed) -> {
            reader.entries.put(section, new LinkedHashMap<>(listed));
            var fields = new ArrayList<Field>();
            listed.forEach((id, entry) -> fields.add(new Field(section + "." + id, entry)));
            reader.fields.put(section, fields);
        });
        return reader.contents(() -> release, more);
    }

    private Contents contents(Supplier<Release> release, List<Rule> more) {
        for (var field : section("sources")) {
            var source = EntryReader.source(field);
            sources.put(source.id(), source);
        }
        var entry = new EntryReader(sources);
        // What a screening does not look at is read beside.
        var guide = Beside.start(() -> new GuidanceReader(entry)
                .read(
                        this::section,
                        entries.getOrDefault("disagreements", Map.of()).keySet()));
        var rules = new ArrayList<Rule>();
        var examples = new LinkedHashMap<String, Contents.Examples>();
        for (var field : section("rules")) {
            var rule = entry.rule(field);
            rules.add(rule);
            examples.put(rule.id(), entry.examples(field));
        }
        rules.addAll(uncovered(rules));
        rules.addAll(more);
        var zones = zones(entry);
        var treatments = treatments(entry);
        var questions = questions();
        var disagreements =
                section("disagreements").stream().map(entry::disagreement).toList();
        var guidance = Beside.join(guide);
        return new Contents(
                release.get(),
                sources,
                zones,
                devices(entry),
                treatments,
                TreatedZones.of(treatments),
                List.copyOf(rules),
                section("law").stream()
                        .filter(field -> field.names().contains("depth"))
                        .map(entry::depthLaw)
                        .toList(),
                section("law").stream().map(entry::law).toList(),
                places(),
                settings(zones),
                anaesthetics(entry),
                Stream.concat(
                                section("aftercare").stream().map(entry::aftercare),
                                guidance.redFlags().stream().map(RedFlag::step))
                        .toList(),
                disagreements,
                guidance,
                questions,
                examples,
                entries);
    }

    /// Reads half of the files beside, and makes the digest there, which takes about as long as reading.
    private CompletableFuture<Release> readFiles() {
        String index = textOf.apply("index.yaml");
        var root = new Field("index.yaml", documentOf.apply(index)).mapping(Set.of("version", "files"));
        var texts = new LinkedHashMap<String, String>();
        texts.put("index.yaml", index);
        for (var file : root.required("files").items()) {
            if (texts.put(file.text(), textOf.apply(file.text())) != null) {
                throw file.refused("a file that is not yet named");
            }
        }
        String version = root.required("version").text();
        var names = List.copyOf(texts.keySet()).subList(1, texts.size());
        int half = names.size() / 2;
        var second = Beside.start(() -> documents(names.subList(half, names.size()), texts));
        var release = Beside.start(() ->
                new Release(version, hash(String.join("", texts.values()).getBytes(StandardCharsets.UTF_8))));
        readFiles(documents(names.subList(0, half), texts));
        readFiles(Beside.join(second));
        return release;
    }

    private List<Field> documents(List<String> names, Map<String, String> texts) {
        var documents = new ArrayList<Field>();
        for (String name : names) {
            documents.add(new Field(name, documentOf.apply(texts.getOrDefault(name, ""))));
        }
        return documents;
    }

    private void readFiles(List<Field> files) {
        for (var file : files) {
            readFile(file);
        }
    }

    private void readFile(Field file) {
        for (String name : file.mapping(SECTIONS).names()) {
            for (var item : file.required(name).items()) {
                String id = item.required("id").text();
                if (entries.computeIfAbsent(name, _ -> new LinkedHashMap<>()).put(id, item.document()) != null) {
                    throw item.refused("an identifier that is not yet taken");
                }
                fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(item);
            }
        }
    }

    private List<Field> section(String name) {
        return fields.getOrDefault(name, List.of());
    }

    private Map<ZoneId, SkinZone> zones(EntryReader entry) {
        var zones = new EnumMap<ZoneId, SkinZone>(ZoneId.class);
        for (var field : section("zones")) {
            var ids = ConditionReader.zones(field.required("zones"));
            var read = entry.zone(ids.iterator().next(), field);
            for (var zone : ids) {
                if (zones.put(zone, read.as(zone)) != null) {
                    throw field.refused("each zone once, but " + zone + " stands twice");
                }
            }
        }
        requireAll("zones.yaml", zones.keySet(), ZoneId.values());
        return zones;
    }

    private Map<String, Device> devices(EntryReader entry) {
        var devices = new LinkedHashMap<String, Device>();
        for (var field : section("devices")) {
            var device = entry.device(field);
            devices.put(device.id(), device);
        }
        return devices;
    }

    private Map<Indication, Treatment> treatments(EntryReader entry) {
        var treatments = new EnumMap<Indication, Treatment>(Indication.class);
        for (var field : section("indications")) {
            var treatment = entry.treatment(field);
            treatments.put(treatment.id(), treatment);
        }
        requireAll("indications.yaml", treatments.keySet(), Indication.values());
        return treatments;
    }

    private Map<Fact, Question> questions() {
        var questions = new EnumMap<Fact, Question>(Fact.class);
        for (var field : section("questions")) {
            field.mapping(Set.of("id", "question", "again", "lasting"));
            var fact = field.required("id").word(Fact::find, List.of("the path of a fact"));
            questions.put(
                    fact,
                    new Question(
                            fact,
                            field.required("question").text(),
                            field.optional("again")
                                    .map(again -> again.word(AskAgain::find, AskAgain.ids()))
                                    .orElse(AskAgain.ONE_BY_ONE),
                            field.optional("lasting").map(Field::flag).orElse(false)));
        }
        requireAll("questions.yaml", questions.keySet(), Fact.values());
        return questions;
    }

    private Map<String, Anaesthetic> anaesthetics(EntryReader entry) {
        var anaesthetics = new LinkedHashMap<String, Anaesthetic>();
        for (var field : section("anaesthetics")) {
            var anaesthetic = entry.anaesthetic(field);
            anaesthetics.put(anaesthetic.id(), anaesthetic);
        }
        return anaesthetics;
    }

    /// The names of each setting beside those by which it says what it rests on.
    private static final Map<String, Set<String>> SETTINGS = Map.of(
            "home-cap", Set.of("id", "depthMm"),
            "clear-case", Set.of("id", "case"),
            "european-union", Set.of("id", "of", "members"),
            "superficial", Set.of("id", "belowMm", "intervalDays"),
            "glide", Set.of("id", "mmPerS"),
            "density-goal", Set.of("id", "toleranceOfGoal"),
            "dermis-guard", Set.of("id", "zones", "penetration", "mostBeyond"),
            "conservative-depth", Set.of("id", "fromSkinType", "depthMm"));

    private Contents.Settings settings(Map<ZoneId, SkinZone> zones) {
        for (var field : section("settings")) {
            String id = field.required("id").text();
            var names = SETTINGS.get(id);
            if (names == null) {
                throw field.required("id")
                        .refused("one of " + String.join(", ", new java.util.TreeSet<>(SETTINGS.keySet())));
            }
            field.mapping(EntryReader.withBasis(names.toArray(String[]::new)));
        }
        var superficial = setting("superficial");
        var guard = setting("dermis-guard");
        return new Contents.Settings(
                EntryReader.depth(setting("home-cap").required("depthMm")),
                EntryReader.depth(superficial.required("belowMm")),
                superficial.required("intervalDays").integer(1, 1_000),
                GlideSpeed.ofMillimetresPerSecond(
                        setting("glide").required("mmPerS").number(0.1, 500)),
                Fraction.ofValue(
                        setting("density-goal").required("toleranceOfGoal").number(0, 1)),
                new DermisGuard(
                        ConditionReader.zones(guard.required("zones")),
                        Fraction.ofValue(guard.required("penetration").number(0.01, 1)),
                        Fraction.ofValue(guard.required("mostBeyond").number(0.0001, 1)),
                        zones),
                EntryReader.depth(setting("conservative-depth").required("depthMm")),
                setting("conservative-depth").required("fromSkinType").integer(1, 6));
    }

    private Places places() {
        var union = setting("european-union");
        return new Places(Map.of(
                union.required("of").text(),
                union.required("members").items().stream()
                        .map(Field::text)
                        .collect(java.util.stream.Collectors.toUnmodifiableSet())));
    }

    private Field setting(String id) {
        for (var field : section("settings")) {
            if (field.required("id").text().equals(id)) {
                return field;
            }
        }
        throw new UnusableInput("settings.yaml", "no " + id, "an entry " + id);
    }

    private static <T> void requireAll(String file, Set<T> present, T[] all) {
        for (T one : all) {
            if (!present.contains(one)) {
                throw new UnusableInput(file, "no entry for " + one, "an entry for each");
            }
        }
    }

    /// An answer that no rule looks at must not read as "proceed".
    private static List<Rule> uncovered(List<Rule> rules) {
        var covered = java.util.EnumSet.noneOf(Fact.class);
        rules.forEach(rule -> covered.addAll(rule.facts()));
        var more = new ArrayList<Rule>();
        for (var fact : Fact.values()) {
            if (!covered.contains(fact) && !fact.isOptionalDetail()) {
                condition(fact)
                        .ifPresent(when -> more.add(new Rule(
                                "no-rule-for-" + fact.path().replace('.', '-'),
                                Kind.SIGN_OFF,
                                when,
                                Optional.empty(),
                                "No rule covers " + fact + " yet: a clinician decides.",
                                "Your answer needs to be looked at by a clinician.",
                                new Basis.Design("what no rule covers must not pass unseen"),
                                List.of(),
                                Overridable.CLINICIAN,
                                Optional.empty(),
                                Optional.empty())));
            }
        }
        return more;
    }

    private static Optional<Condition> condition(Fact fact) {
        return switch (fact.shape()) {
            case FLAG, ZONES, DAY -> Optional.of(new Condition.Is(fact, true));
            case WORD ->
                fact == Fact.SEX
                        ? Optional.empty()
                        : Optional.of(new Condition.Not(new Condition.OneOf(fact, Set.of("none"))));
            case WHOLE -> Optional.of(new Condition.Between(fact, 0, 1_000));
            case DEPTH -> Optional.empty();
        };
    }

    /// `sha256:` and the digest.
    static String hash(byte[] bytes) {
        return "sha256:" + HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
