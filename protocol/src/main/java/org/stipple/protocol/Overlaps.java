package org.stipple.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Looks for entries of which two answer the same question: the first would win in silence.
final class Overlaps {

    private final List<String> problems = new ArrayList<>();

    private Overlaps() {}

    /// One line for each.
    static List<String> in(Contents contents) {
        var overlaps = new Overlaps();
        contents.zones().values().forEach(overlaps::zone);
        contents.devices().values().forEach(overlaps::device);
        contents.anaesthetics().values().forEach(overlaps::anaesthetic);
        contents.anaesthetics().values().forEach(overlaps::regimes);
        overlaps.rules(contents.rules());
        overlaps.laws(contents.depthLaws());
        contents.guidance().scales().forEach(overlaps::scale);
        overlaps.healing(contents.guidance().healing());
        return overlaps.problems;
    }

    private void zone(SkinZone zone) {
        forEachPair(zone.courses(), (one, other) -> {
            if (!Collections.disjoint(one.indications(), other.indications())) {
                problems.add("zones." + zone.id() + ".courses: two for the same indication");
            }
        });
    }

    private void device(Device device) {
        forEachPair(device.clearances(), (one, other) -> {
            boolean sameSubtype = one.subtypes().isEmpty()
                    || other.subtypes().isEmpty()
                    || !Collections.disjoint(one.subtypes(), other.subtypes());
            if (sameSubtype
                    && !Collections.disjoint(one.indications(), other.indications())
                    && !Collections.disjoint(one.zones(), other.zones())) {
                problems.add("devices." + device.id() + ".clearances: two for the same indication in the same zone");
            }
        });
    }

    private void anaesthetic(Anaesthetic anaesthetic) {
        Set<String> places = new HashSet<>();
        for (var label : anaesthetic.labels()) {
            if (!places.add(label.words())) {
                problems.add("anaesthetics." + anaesthetic.id() + ".labels: two for " + label.words());
            }
        }
    }

    /// Two uses of one label must not begin before the other ends.
    private void regimes(Anaesthetic anaesthetic) {
        forEachPair(anaesthetic.labels(), (one, other) -> {
            if (one.place().equals(other.place())
                    && (one.regime().isEmpty() != other.regime().isEmpty() || overlap(one, other))) {
                problems.add(
                        "anaesthetics." + anaesthetic.id() + ".labels: " + one.words() + " overlaps " + other.words());
            }
        });
    }

    private static boolean overlap(Anaesthetic.Label one, Anaesthetic.Label other) {
        double from =
                Math.max(one.aboveAreaCm2().orElse(0.0), other.aboveAreaCm2().orElse(0.0));
        double to = Math.min(
                one.upToAreaCm2().orElse(Double.MAX_VALUE), other.upToAreaCm2().orElse(Double.MAX_VALUE));
        return from < to;
    }

    /// Rules that look at one number alone and leave it undecided which of them counts.
    private void rules(List<Rule> rules) {
        forEachPair(rules, (one, other) -> {
            if (one.when().equals(other.when())) {
                problems.add("rules." + other.id() + ".when: the same as of " + one.id());
            } else if (one.when() instanceof Condition.Between(var fact, var min, var max)
                    && other.when() instanceof Condition.Between(var otherFact, var otherMin, var otherMax)
                    && fact == otherFact
                    && min <= otherMax
                    && otherMin <= max) {
                problems.add("rules." + other.id() + ".when: overlaps " + one.id());
            }
        });
    }

    private void laws(List<DepthLaw> laws) {
        forEachPair(laws, (one, other) -> {
            if (one.jurisdiction().equals(other.jurisdiction())
                    && one.exceptPremises().equals(other.exceptPremises())
                    && (one.operators().equals(other.operators())
                            || !Collections.disjoint(one.operators(), other.operators()))) {
                problems.add("law." + other.id() + ".depth: for the same place and people as " + one.id());
            }
        });
    }

    private void scale(OutcomeScale scale) {
        forEachPair(scale.bands(), (one, other) -> {
            if (one.from() <= other.to() && other.from() <= one.to()) {
                problems.add("scales." + scale.id() + ".bands: " + one.says() + " overlaps " + other.says());
            }
        });
        forEachPair(scale.grades(), (one, other) -> {
            if (one.score() == other.score()) {
                problems.add("scales." + scale.id() + ".grades: two for " + one.score());
            }
        });
        for (var band : scale.bands()) {
            if (band.from() < scale.least() || band.to() > scale.most()) {
                problems.add("scales." + scale.id() + ".bands: " + band.says() + " lies outside the total");
            }
        }
        for (var grade : scale.grades()) {
            if (grade.score() < scale.least() || grade.score() > scale.most()) {
                problems.add("scales." + scale.id() + ".grades: " + grade.score() + " lies outside the total");
            }
        }
        int least = scale.items().stream()
                .mapToInt(item -> item.times() * item.least())
                .sum();
        int most = scale.items().stream()
                .mapToInt(item -> item.times() * item.most())
                .sum();
        if (!scale.items().isEmpty() && (least != scale.least() || most != scale.most())) {
            problems.add("scales." + scale.id() + ".total: the items add up to " + least + " to " + most);
        }
    }

    /// Two lines of one event would say two things of one depth.
    private void healing(List<ExpectedHealing> healing) {
        forEachPair(healing, (one, other) -> {
            boolean sameDepth = one.depth().isEmpty()
                    || other.depth().isEmpty()
                    || one.depth()
                                            .get()
                                            .shallowest()
                                            .compareTo(other.depth().get().deepest())
                                    <= 0
                            && other.depth()
                                            .get()
                                            .shallowest()
                                            .compareTo(one.depth().get().deepest())
                                    <= 0;
            if (one.event().equals(other.event()) && sameDepth) {
                problems.add("healing." + other.id() + ".depth: overlaps " + one.id());
            }
        });
    }

    private interface Pair<T> {
        void look(T one, T other);
    }

    private static <T> void forEachPair(List<T> items, Pair<T> pair) {
        for (int i = 0; i < items.size(); i++) {
            for (int j = i + 1; j < items.size(); j++) {
                pair.look(items.get(i), items.get(j));
            }
        }
    }
}
