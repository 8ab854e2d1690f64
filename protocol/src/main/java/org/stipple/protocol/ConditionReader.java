package org.stipple.protocol;

import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Indication;
import org.stipple.quantities.ZoneId;

/// Reads a [Condition] from the knowledge, and refuses one that compares a fact with an answer that it cannot
/// have.
final class ConditionReader {

    private static final ZoneId[] ALL_ZONES = ZoneId.values();
    private static final List<String> PATHS =
            Arrays.stream(Fact.values()).map(Fact::path).toList();

    private ConditionReader() {}

    static Condition read(Field field) {
        var names = field.names();
        if (names.isEmpty()) {
            throw field.refused("a condition");
        }
        return switch (names.getFirst()) {
            case "all" -> new Condition.All(several(only(field, "all")));
            case "any" -> new Condition.Any(several(only(field, "any")));
            case "not" -> new Condition.Not(read(only(field, "not")));
            case "fact" -> ofFact(field);
            case "zone" -> new Condition.InZone(ZoneTruths.mask(zones(only(field, "zone"))));
            case "indication" -> ofIndication(field);
            case "setting" -> new Condition.At(only(field, "setting").constant(Setting.class, Setting::id));
            case "jurisdiction" -> new Condition.Under(texts(only(field, "jurisdiction")));
            case "since" -> new Condition.Since(only(field, "since").date());
            case "operator" ->
                new Condition.By(items(only(field, "operator")).stream()
                        .map(item -> item.constant(Operator.class, Operator::id))
                        .collect(Collectors.toUnmodifiableSet()));
            case "premises" -> new Condition.In(only(field, "premises").constant(Premises.class, Premises::id));
            case "device" -> new Condition.With(Set.copyOf(texts(only(field, "device"))));
            case "anaesthetic" -> new Condition.Anaesthetised(Set.copyOf(texts(only(field, "anaesthetic"))));
            case "circumstance" ->
                new Condition.Circumstantial(
                        only(field, "circumstance").constant(Circumstance.class, Circumstance::id));
            default ->
                throw field.refused("all, any, not, fact, zone, indication, setting, jurisdiction, since, operator, "
                        + "premises, device, anaesthetic or circumstance");
        };
    }

    private static Field only(Field field, String name) {
        return field.mapping(Set.of(name)).required(name);
    }

    private static List<Condition> several(Field field) {
        var conditions = new ArrayList<Condition>();
        for (var item : field.items()) {
            conditions.add(read(item));
        }
        return List.copyOf(conditions);
    }

    /// One item may stand without the list around it.
    private static List<Field> items(Field field) {
        return field.document() instanceof Document.Listing ? field.items() : List.of(field);
    }

    private static List<String> texts(Field field) {
        var texts = new ArrayList<String>();
        for (var item : items(field)) {
            texts.add(item.text());
        }
        return List.copyOf(texts);
    }

    /// Zones by identifier; `face` stands for its 13, and `cheek` for both sides.
    static Set<ZoneId> zones(Field field) {
        var zones = EnumSet.noneOf(ZoneId.class);
        for (var item : items(field)) {
            zones.addAll(item.word(ConditionReader::zonesCalled, List.of("face", "all", "a zone, a pair of zones")));
        }
        return zones;
    }

    /// The zones of a name such as `cheek` or `face`.
    static List<ZoneId> zonesNamed(String name, Field at) {
        return zonesCalled(name)
                .orElseThrow(() -> at.refused("under the name of a zone, a pair of zones, face or all"));
    }

    private static Optional<List<ZoneId>> zonesCalled(String word) {
        var found = new ArrayList<ZoneId>();
        for (var zone : ALL_ZONES) {
            if (isPartOfName(word, zone.id()) || word.equals("all") || word.equals("face") && zone.isFace()) {
                found.add(zone);
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(found));
    }

    /// The zone itself, or one side of a pair.
    private static boolean isPartOfName(String word, String zone) {
        if (!zone.startsWith(word)) {
            return false;
        }
        String side = zone.substring(word.length());
        return side.isEmpty() || side.equals("-left") || side.equals("-right");
    }

    static Set<Indication> indications(Field field) {
        var indications = EnumSet.noneOf(Indication.class);
        for (var item : items(field)) {
            indications.add(item.constant(Indication.class, Indication::id));
        }
        return indications;
    }

    private static Condition ofIndication(Field field) {
        field.mapping(Set.of("indication", "subtype"));
        var indications = indications(field.required("indication"));
        if (!field.names().contains("subtype")) {
            int mask = 0;
            for (var indication : indications) {
                mask |= 1 << indication.ordinal();
            }
            return new Condition.Asks(mask);
        }
        var indication = indications.iterator().next();
        var words = Sought.subtypes(indication);
        String subtype = field.present("subtype")
                .word(word -> words.contains(word) ? Optional.of(word) : Optional.empty(), words);
        return new Condition.AsksSubtype(new Sought(indication, subtype));
    }

    private static Condition ofFact(Field field) {
        field.mapping(Set.of("fact", "is", "in", "atLeast", "atMost", "withinDays", "withinMonths"));
        var fact = field.required("fact").word(Fact::find, PATHS);
        return switch (fact.shape()) {
            case FLAG, ZONES ->
                new Condition.Is(fact, field.optional("is").map(Field::flag).orElse(true));
            case WORD -> {
                var words = Set.copyOf(texts(field.optional("in").orElseGet(() -> field.required("is"))));
                if (!fact.words().containsAll(words)) {
                    throw field.refused("words of " + fact + ": " + fact.words());
                }
                yield new Condition.OneOf(fact, words);
            }
            case WHOLE ->
                new Condition.Between(
                        fact,
                        field.optional("atLeast").map(n -> n.integer(0, 1_000)).orElse(Integer.MIN_VALUE),
                        field.optional("atMost").map(n -> n.integer(0, 1_000)).orElse(Integer.MAX_VALUE));
            case DAY ->
                period(field)
                        .<Condition>map(period -> new Condition.Within(fact, period))
                        .orElseGet(() -> new Condition.Is(fact, true));
            case DEPTH -> throw field.refused("a fact that rules compare; depths are circumstances");
        };
    }

    /// `withinDays` or `withinMonths`.
    static Optional<Period> period(Field field) {
        return field.optional("withinDays")
                .map(days -> Period.ofDays(days.integer(1, 4_000)))
                .or(() -> field.optional("withinMonths").map(months -> Period.ofMonths(months.integer(1, 120))));
    }
}
