package org.stipple.imaging;

import java.util.EnumMap;
import java.util.Map;

/// By how much readings of unchanged skin differ from photo to photo: the smallest detectable change of each
/// metric
/// on each skin tone. Immutable.
///
/// [#SYNTHETIC] holds unless a clinic has derived its own from repeated photos of its own camera and people.
public final class Repeatability {

    /// From repeated photos of synthetic skin: see [DetectionLimit].
    public static final Repeatability SYNTHETIC = new Repeatability(Map.of());

    private final Map<Metric, Map<SkinTone, Double>> own;

    private Repeatability(Map<Metric, Map<SkinTone, Double>> own) {
        this.own = own;
    }

    /// These, and for what is not among them those of synthetic skin.
    ///
    /// @param limits 95 % smallest detectable changes in the unit of the metric
    /// @throws IllegalArgumentException when one is not above 0
    public static Repeatability of(Map<Metric, Map<SkinTone, Double>> limits) {
        var own = new EnumMap<Metric, Map<SkinTone, Double>>(Metric.class);
        limits.forEach((metric, byTone) -> {
            byTone.values().forEach(limit -> {
                if (!(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("a detectable change must be above 0, was " + limit);
                }
            });
            own.put(metric, Map.copyOf(byTone));
        });
        return new Repeatability(own);
    }

    /// The smallest detectable change: 95 % of pairs of photos of unchanged skin differ by less.
    public double sdc95(Metric metric, SkinTone tone) {
        Map<SkinTone, Double> byTone = own.getOrDefault(metric, Map.of());
        return byTone.getOrDefault(tone, DetectionLimit.of(metric, tone));
    }
}
