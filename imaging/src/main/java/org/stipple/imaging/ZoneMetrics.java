package org.stipple.imaging;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.stipple.imaging.skin.Found;

/// Turns what was found in a zone into its readings: one for each [Metric], in order.
final class ZoneMetrics {

    private ZoneMetrics() {}

    /// From one photo.
    ///
    /// @param obstacles what stands in the way
    static List<Reading> alone(ZoneReader before, Obstacles obstacles) {
        var readings = new ArrayList<Reading>();
        for (Metric metric : Metric.values()) {
            List<String> reasons = obstacles.to(metric);
            if (!reasons.isEmpty()) {
                readings.add(none(metric, reasons));
                continue;
            }
            readings.add(
                    switch (before.of(metric)) {
                        case Found.Value(var value) -> new Reading.Measured(metric, value);
                        case Found.None(var why) -> new Reading.NotMeasurable(metric, why);
                    });
        }
        return readings;
    }

    /// From two.
    ///
    /// @param obstacles what stands in the way
    static List<Reading> compared(
            ZoneReader before, ZoneReader after, Repeatability repeatability, Obstacles obstacles) {
        var readings = new ArrayList<Reading>();
        var tone = SkinTone.of(before.colour());
        for (Metric metric : Metric.values()) {
            List<String> reasons = obstacles.to(metric);
            if (!reasons.isEmpty()) {
                readings.add(none(metric, reasons));
                continue;
            }
            Found first = before.of(metric);
            Found second = after.of(metric);
            Optional<String> redder =
                    metric.isPigment() ? redder(before, after, repeatability, tone) : Optional.empty();
            if (first instanceof Found.Value(var was) && second instanceof Found.Value(var is) && redder.isEmpty()) {
                double sdc95 = repeatability.sdc95(metric, tone);
                readings.add(new Reading.Compared(
                        metric, was, is, sdc95, metric.better().verdict(is - was, sdc95)));
            } else {
                readings.add(none(metric, whys(first, second, redder)));
            }
        }
        return readings;
    }

    /// Nothing can be read.
    static List<Reading> refused(Obstacles obstacles) {
        return java.util.Arrays.stream(Metric.values())
                .<Reading>map(metric -> none(metric, obstacles.to(metric)))
                .toList();
    }

    /// Redness guards pigment: inflamed skin hides or feigns brown, and what is brown after inflammation is
    /// judged
    /// when it is over. `design`: raised is more than can be detected above the baseline.
    private static Optional<String> redder(
            ZoneReader before, ZoneReader after, Repeatability repeatability, SkinTone tone) {
        double change = after.colour().erythemaIndex() - before.colour().erythemaIndex();
        return change > repeatability.sdc95(Metric.ERYTHEMA_INDEX, tone)
                ? Optional.of("the skin is redder than in the baseline: no pigment is read while erythema is raised")
                : Optional.empty();
    }

    private static List<String> whys(Found first, Found second, Optional<String> redder) {
        var whys = new LinkedHashSet<String>();
        redder.ifPresent(whys::add);
        for (Found found : List.of(first, second)) {
            if (found instanceof Found.None(var why)) {
                whys.add(why);
            }
        }
        return List.copyOf(whys);
    }

    private static Reading none(Metric metric, List<String> reasons) {
        return new Reading.NotMeasurable(metric, String.join("; ", reasons));
    }
}
