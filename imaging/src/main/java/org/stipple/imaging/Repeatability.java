package org.stipple.imaging;

import java.util.EnumMap;
import java.util.Map;

/// By how much readings of unchanged skin differ from photo to photo: the smallest detectable change of each
/// metric on each skin tone. Immutable.
///
/// [#SYNTHETIC] holds unless a clinic has derived its own from repeated photos of its own camera and people.
public final class Repeatability {

    /// From repeated photos of synthetic skin: see [DetectionLimit].
    public static final Repeatability SYNTHETIC = new Repeatability(Map.of());

    /// `design`: a clinic's own limit never judges below this part of that of synthetic skin, which was taken
    /// with the camera, the place and the light anew. Photos that differ by less were not taken anew, and would
    /// let a change be found where there is none.
    public static final double LEAST_OF_SYNTHETIC = 0.5;

    private final Map<Metric, Map<SkinTone, Double>> own;

    private Repeatability(Map<Metric, Map<SkinTone, Double>> own) {
        this.own = own;
    }

    /// These, none below [#least], and for what is not among them those of synthetic skin.
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
            var raised = new EnumMap<SkinTone, Double>(SkinTone.class);
            byTone.forEach((tone, limit) -> raised.put(tone, Math.max(limit, least(metric, tone))));
            own.put(metric, raised);
        });
        return new Repeatability(own);
    }

    /// The lowest limit of its own by which a clinic judges, in the unit of the metric.
    public static double least(Metric metric, SkinTone tone) {
        return LEAST_OF_SYNTHETIC * DetectionLimit.of(metric, tone);
    }

    /// The smallest detectable change: 95 % of pairs of photos of unchanged skin differ by less.
    public double sdc95(Metric metric, SkinTone tone) {
        Map<SkinTone, Double> byTone = own.getOrDefault(metric, Map.of());
        return byTone.getOrDefault(tone, DetectionLimit.of(metric, tone));
    }
}
