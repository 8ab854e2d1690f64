package org.stipple.imaging;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stipple.imaging.skin.Found;

/// Turns what was found in a zone into its readings: one for each [Metric] that is asked, in order.
///
/// @param asked what is not asked is not looked for
record ZoneMetrics(Set<Metric> asked) {

    ZoneMetrics {
        asked = Set.copyOf(asked);
    }

    private Stream<Metric> inOrder() {
        return Arrays.stream(Metric.values()).filter(asked::contains);
    }

    /// From one photo.
    ///
    /// @param obstacles what stands in the way
    List<Reading> alone(ZoneReader before, Obstacles obstacles) {
        Map<Metric, Found> found = found(before, obstacles);
        return inOrder()
                .<Reading>map(metric -> switch (found.getOrDefault(metric, refused(metric, obstacles))) {
                    case Found.Value(var value) -> new Reading.Measured(metric, value);
                    case Found.None(var why) -> new Reading.NotMeasurable(metric, why);
                })
                .toList();
    }

    /// From two.
    ///
    /// @param obstacles what stands in the way
    List<Reading> compared(ZoneReader before, ZoneReader after, Repeatability repeatability, Obstacles obstacles) {
        // One photo after the other: what is kept of a photo while it is looked at is several times its size.
        Map<Metric, Found> first = found(before, obstacles);
        Map<Metric, Found> second = found(after, obstacles);
        var tone = SkinTone.of(before.colour());
        var guards = new Guards(
                before,
                after,
                Optional.ofNullable(first.get(Metric.ROUGHNESS)),
                Optional.ofNullable(second.get(Metric.ROUGHNESS)),
                repeatability.sdc95(Metric.ERYTHEMA_INDEX, tone));
        return inOrder()
                .map(metric -> {
                    Found was = first.getOrDefault(metric, refused(metric, obstacles));
                    Found is = second.getOrDefault(metric, was);
                    List<String> hidden = first.containsKey(metric) ? guards.against(metric) : List.of();
                    return compared(metric, was, is, hidden, repeatability.sdc95(metric, tone));
                })
                .toList();
    }

    private static Reading compared(Metric metric, Found first, Found second, List<String> hidden, double sdc95) {
        return first instanceof Found.Value(var was) && second instanceof Found.Value(var is) && hidden.isEmpty()
                ? new Reading.Compared(metric, was, is, sdc95, metric.better().verdict(is - was, sdc95))
                : new Reading.NotMeasurable(metric, String.join("; ", whys(first, second, hidden)));
    }

    /// Nothing can be read.
    List<Reading> refused(Obstacles obstacles) {
        return inOrder()
                .<Reading>map(metric -> new Reading.NotMeasurable(
                        metric, refused(metric, obstacles).why()))
                .toList();
    }

    private static Found.None refused(Metric metric, Obstacles obstacles) {
        return new Found.None(String.join("; ", obstacles.to(metric)));
    }

    /// Of metrics that nothing stands in the way of.
    private Map<Metric, Found> found(ZoneReader reader, Obstacles obstacles) {
        var found = new EnumMap<Metric, Found>(Metric.class);
        List<Metric> open =
                inOrder().filter(metric -> obstacles.to(metric).isEmpty()).toList();
        reader.look(Set.copyOf(open));
        open.forEach(metric -> found.put(metric, reader.of(metric)));
        reader.forget();
        return found;
    }

    private static List<String> whys(Found first, Found second, List<String> hidden) {
        var whys = new LinkedHashSet<String>(hidden);
        for (Found found : List.of(first, second)) {
            if (found instanceof Found.None(var why)) {
                whys.add(why);
            }
        }
        return List.copyOf(whys);
    }
}
