package org.stipple.imaging;

import java.util.List;

/// Which readings a failed gate concerns.
final class GateScope {

    /// `design`, degrees: views lie 45 apart, and nobody holds a head so far from where it was asked to be.
    private static final double OTHER_VIEW = 30;

    private GateScope() {}

    static boolean concerns(Gate.Kind gate, Metric metric) {
        return switch (gate) {
            // Coarse pixels hide fine structures and leave areas and colours alone.
            case SCALE_RESOLUTION, COMPRESSION, COMPRESSION_CHANGE -> isFine(metric);
            // What they move is what the relief shows.
            case GRAIN_CHANGE, TILT_CHANGE, FOCUS_CHANGE -> isRelief(metric);
            // A deep line that is gone moves sharpness too, and whether it is gone is to be read all the same.
            case SHARPNESS_CHANGE ->
                isRelief(metric) && metric != Metric.WRINKLE_DENSITY && metric != Metric.WRINKLE_DEPTH_PROXY;
            // Without a scale nothing in mm is read anyway; colour needs none.
            case SCALE_AGREEMENT, SCALE_AREA, TILT -> !isColour(metric);
            case CARD -> metric == Metric.ITA;
            case SHARPNESS,
                    CLIPPING,
                    SIZE_PX,
                    SIZE_AREA,
                    LIGHT_EXPOSURE,
                    LIGHT_COLOUR,
                    LIGHT_GRADIENT,
                    LIGHT_DIRECTION,
                    POSE,
                    EXPRESSION,
                    OCCLUSION -> true;
        };
    }

    /// Whether the skin's relief is read, which is fine or shows by its shadows.
    static boolean isRelief(Metric metric) {
        return isFine(metric) || metric == Metric.ROUGHNESS;
    }

    private static boolean isFine(Metric metric) {
        return switch (metric) {
            case WRINKLE_DENSITY, WRINKLE_WIDTH, WRINKLE_DEPTH_PROXY, PORE_DENSITY, PORE_AREA -> true;
            case ROUGHNESS, SPOT_AREA, MELANIN_INDEX, ITA, ERYTHEMA_INDEX, SHINE, STRETCH_MARK_DENSITY -> false;
        };
    }

    private static boolean isColour(Metric metric) {
        return switch (metric) {
            case MELANIN_INDEX, ITA, ERYTHEMA_INDEX, SHINE -> true;
            case WRINKLE_DENSITY,
                    WRINKLE_WIDTH,
                    WRINKLE_DEPTH_PROXY,
                    PORE_DENSITY,
                    PORE_AREA,
                    ROUGHNESS,
                    SPOT_AREA,
                    STRETCH_MARK_DENSITY -> false;
        };
    }

    private static String fault(Gate gate) {
        return gate.kind() == Gate.Kind.TILT && gate.value() >= OTHER_VIEW
                ? gate.fault() + " (if it is a face, the view that was said may not be that of the photo: left-45 shows"
                        + " the patient's left cheek, and left and right are the patient's)"
                : gate.fault();
    }

    /// Why a metric cannot be read when these were judged; empty when nothing stands in its way.
    static List<String> faults(List<Gate> gates, Metric metric) {
        return gates.stream()
                .filter(gate -> !gate.passed() && concerns(gate.kind(), metric))
                .map(GateScope::fault)
                .distinct()
                .toList();
    }
}
