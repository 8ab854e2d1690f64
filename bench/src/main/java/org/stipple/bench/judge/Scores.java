package org.stipple.bench.judge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stipple.quantities.SkinType;

/// What the trials of a run gave. Not for several threads at once.
final class Scores {

    private final Map<Target, Map<SkinType, List<Double>>> values = new EnumMap<>(Target.class);
    private final Map<Target, Map<String, Integer>> missing = new EnumMap<>(Target.class);
    private final Map<String, List<Double>> verdicts = new TreeMap<>();
    private final Map<String, List<double[]>> repeats = new TreeMap<>();

    void add(Target target, SkinType type, double value) {
        values.computeIfAbsent(target, _ -> new EnumMap<>(SkinType.class))
                .computeIfAbsent(type, _ -> new ArrayList<>())
                .add(value);
    }

    void miss(Target target, String why) {
        missing.computeIfAbsent(target, _ -> new TreeMap<>()).merge(why, 1, Integer::sum);
    }

    /// A verdict on a metric: whether it was as it should be.
    void verdict(Target target, SkinType type, String metric, boolean counts) {
        add(target, type, counts ? 100 : 0);
        verdicts.computeIfAbsent(target.name() + " " + metric, _ -> new ArrayList<>())
                .add(counts ? 100.0 : 0.0);
    }

    /// Readings of one person, photo by photo.
    void repeat(String metric, double... readings) {
        repeats.computeIfAbsent(metric, _ -> new ArrayList<>()).add(readings.clone());
    }

    List<Double> of(Target target) {
        return values.getOrDefault(target, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    List<Double> of(Target target, SkinType type) {
        return values.getOrDefault(target, Map.of()).getOrDefault(type, List.of());
    }

    /// Why something could not be measured, and how often.
    Map<String, Integer> missing(Target target) {
        return missing.getOrDefault(target, Map.of());
    }

    List<Double> verdicts(Target target, String metric) {
        return verdicts.getOrDefault(target.name() + " " + metric, List.of());
    }

    Map<String, List<double[]>> repeats() {
        return repeats;
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
