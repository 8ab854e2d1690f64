package org.stipple.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Indication;
import org.stipple.quantities.ZoneId;

/// Every situation that written conditions can tell apart, everything answered, in one zone. It reads the
/// conditions as they are written and shares no code with those that screen, so that it can find what those
/// would hide: a condition that never holds, and one that never holds without another.
///
/// What is worked out from case and knowledge together (a circumstance) is taken to be free.
final class Situations {

    /// Beyond this many situations nothing is said.
    private static final long MOST = 400_000;

    private static final Set<String> JOINS = Set.of("all", "any", "not");

    /// What may be sought: one indication or two.
    private static final List<Set<String>> PAIRS = pairs();

    private final Map<String, Set<Object>> domains = new LinkedHashMap<>();
    private final List<Document> conditions;

    private Situations(List<Document> conditions) {
        this.conditions = conditions;
        conditions.forEach(this::gather);
    }

    /// A rule's wait and its condition, as written.
    static Document condition(Document rule) {
        var parts = new ArrayList<Document>();
        var field = Field.root(rule);
        field.optional("wait").ifPresent(wait -> parts.add(wait.document()));
        field.optional("when").ifPresent(when -> parts.add(when.document()));
        return Document.mapping().with("all", Document.listing(parts));
    }

    /// Whether there is a situation in which it holds.
    static boolean canHold(Document condition) {
        return new Situations(List.of(condition)).find(List.of(true));
    }

    /// Whether there is no situation in which the one holds and the other does not. Conditions that look at
    /// nothing in common say nothing of each other.
    static boolean implies(Document one, Document other) {
        if (Collections.disjoint(looksAt(one), looksAt(other))) {
            return false;
        }
        var together = new Situations(List.of(one, other));
        return together.size() <= MOST && !together.find(List.of(true, false));
    }

    /// The names of what a condition looks at.
    private static Set<String> looksAt(Document condition) {
        var names = new HashSet<String>();
        switch (condition) {
            case Document.Mapping(var fields) ->
                fields.forEach((name, value) -> {
                    if (name.equals("fact") || name.equals("circumstance")) {
                        names.add(name + value);
                    } else if (JOINS.contains(name)) {
                        names.addAll(looksAt(value));
                    } else {
                        names.add(name);
                    }
                });
            case Document.Listing(var items) -> items.forEach(item -> names.addAll(looksAt(item)));
            case Document.Text _, Document.Numeral _, Document.Flag _, Document.Unknown _ -> {}
        }
        names.removeAll(List.of("is", "in", "atLeast", "atMost", "withinDays", "withinMonths", "subtype"));
        return names;
    }

    private static List<Set<String>> pairs() {
        var all = Arrays.stream(Indication.values()).map(Indication::id).toList();
        return all.stream()
                .flatMap(one -> all.stream().map(other -> Set.copyOf(new HashSet<>(List.of(one, other)))))
                .distinct()
                .toList();
    }

    private long size() {
        long size = 1;
        for (var values : domains.values()) {
            size = Math.min(MOST + 1, size * values.size());
        }
        return size;
    }

    private boolean find(List<Boolean> wanted) {
        return size() > MOST || find(List.copyOf(domains.keySet()), 0, new HashMap<>(), wanted);
    }

    private boolean find(List<String> names, int next, Map<String, Object> situation, List<Boolean> wanted) {
        if (next == names.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                if (holds(conditions.get(i), situation) != wanted.get(i)) {
                    return false;
                }
            }
            return true;
        }
        for (Object value : domains.getOrDefault(names.get(next), Set.of())) {
            situation.put(names.get(next), value);
            if (find(names, next + 1, situation, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static String word(Document.Mapping condition) {
        return condition.fields().keySet().iterator().next();
    }

    private static List<Document> several(Document one) {
        return one instanceof Document.Listing(var items) ? items : List.of(one);
    }

    private static List<String> texts(Document.Mapping condition, String name) {
        return several(condition.fields().getOrDefault(name, Document.listing(List.of()))).stream()
                .map(item -> new Field(name, item).text())
                .toList();
    }

    private Set<Object> domain(String name) {
        return domains.computeIfAbsent(name, _ -> new LinkedHashSet<>());
    }

    private void gather(Document document) {
        if (!(document instanceof Document.Mapping condition)
                || condition.fields().isEmpty()) {
            return;
        }
        String word = word(condition);
        if (JOINS.contains(word)) {
            condition.fields().values().forEach(value -> several(value).forEach(this::gather));
            return;
        }
        switch (word) {
            case "fact" -> gatherFact(condition);
            case "indication" -> {
                domain("indication").addAll(PAIRS);
                if (condition.fields().containsKey("subtype")) {
                    String of = texts(condition, "indication").getFirst();
                    Arrays.stream(Indication.values())
                            .filter(one -> one.id().equals(of))
                            .forEach(one -> domain("subtype of " + of).addAll(Sought.subtypes(one)));
                }
            }
            case "zone" -> domain("zone").addAll(List.of((Object[]) ZoneId.values()));
            case "setting" -> domain("setting").addAll(Set.of("clinic", "home"));
            case "circumstance" -> domain(circumstance(condition)).addAll(List.of(true, false));
            default -> {
                domain(word).add("");
                domain(word).addAll(texts(condition, word));
            }
        }
    }

    private static String circumstance(Document.Mapping condition) {
        return "circumstance " + texts(condition, "circumstance");
    }

    private void gatherFact(Document.Mapping condition) {
        var fact = fact(condition);
        var values = domain(fact.path());
        switch (fact.shape()) {
            case FLAG, ZONES -> values.addAll(List.of(true, false));
            case WORD -> values.addAll(fact.words());
            case WHOLE -> {
                for (int value = fact.least(); value <= fact.most(); value++) {
                    values.add(value);
                }
            }
            case DAY -> {
                // How many days ago; -1 for never.
                values.addAll(List.of(-1, 0, 100_000));
                days(condition).ifPresent(days -> values.addAll(List.of(days - 1, days)));
            }
            case DEPTH -> {}
        }
    }

    private static Fact fact(Document.Mapping condition) {
        return Fact.find(texts(condition, "fact").getFirst()).orElseThrow();
    }

    private static Optional<Integer> days(Document.Mapping condition) {
        return ConditionReader.period(Field.root(condition))
                .map(period -> (int) Math.round(period.toTotalMonths() * 30.44) + period.getDays());
    }

    private static boolean holds(Document document, Map<String, Object> situation) {
        var condition = (Document.Mapping) document;
        String word = word(condition);
        Object value = situation.getOrDefault(word, "");
        return switch (word) {
            case "all" ->
                several(condition.fields().getOrDefault(word, Document.UNKNOWN)).stream()
                        .allMatch(one -> holds(one, situation));
            case "any" ->
                several(condition.fields().getOrDefault(word, Document.UNKNOWN)).stream()
                        .anyMatch(one -> holds(one, situation));
            case "not" -> !holds(condition.fields().getOrDefault(word, Document.UNKNOWN), situation);
            case "fact" ->
                factHolds(condition, situation.getOrDefault(fact(condition).path(), ""));
            case "indication" -> indicationHolds(condition, value, situation);
            case "zone" ->
                value instanceof ZoneId zone
                        && ConditionReader.zones(Field.root(condition).required("zone"))
                                .contains(zone);
            case "circumstance" -> Boolean.TRUE.equals(situation.get(circumstance(condition)));
            case "jurisdiction" ->
                texts(condition, word).stream().anyMatch(whole -> Places.isWithin(value.toString(), whole));
            // Days are written so that the later one is the greater text, and no day is the least of all.
            case "since" -> texts(condition, word).getFirst().compareTo(value.toString()) <= 0;
            default -> texts(condition, word).contains(value.toString());
        };
    }

    private static boolean indicationHolds(Document.Mapping condition, Object asked, Map<String, Object> situation) {
        for (String one : texts(condition, "indication")) {
            if (asked instanceof Set<?> both && both.contains(one)) {
                return !condition.fields().containsKey("subtype")
                        || texts(condition, "subtype").contains(String.valueOf(situation.get("subtype of " + one)));
            }
        }
        return false;
    }

    private static boolean factHolds(Document.Mapping condition, Object value) {
        var field = Field.root(condition);
        return switch (fact(condition).shape()) {
            case FLAG, ZONES ->
                value.equals(field.optional("is").map(Field::flag).orElse(true));
            case WORD ->
                texts(condition, condition.fields().containsKey("in") ? "in" : "is")
                        .contains(value.toString());
            case WHOLE ->
                (int) value
                                >= field.optional("atLeast")
                                        .map(n -> n.integer(0, 1_000))
                                        .orElse(Integer.MIN_VALUE)
                        && (int) value
                                <= field.optional("atMost")
                                        .map(n -> n.integer(0, 1_000))
                                        .orElse(Integer.MAX_VALUE);
            case DAY ->
                (int) value >= 0
                        && days(condition).map(days -> (int) value < days).orElse(true);
            case DEPTH -> false;
        };
    }
}
