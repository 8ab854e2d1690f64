package org.stipple.imaging;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.stipple.quantities.ZoneId;

/// A measurement in words for people, for everybody who shows one.
public final class MeasurementWords {

    private MeasurementWords() {}

    /// A metric: `wrinkle density`.
    public static String of(Metric metric) {
        return switch (metric) {
            case ITA -> "typology angle (ITA)";
            case WRINKLE_DENSITY,
                    WRINKLE_WIDTH,
                    WRINKLE_DEPTH_PROXY,
                    PORE_DENSITY,
                    PORE_AREA,
                    ROUGHNESS,
                    SPOT_AREA,
                    MELANIN_INDEX,
                    ERYTHEMA_INDEX,
                    SHINE,
                    STRETCH_MARK_DENSITY -> metric.id().replace('-', ' ');
        };
    }

    /// A unit as it is printed behind a number; empty for a pure number.
    public static String unit(String unit) {
        return switch (unit) {
            case "1" -> "";
            case "mm/cm2" -> "mm/cm²";
            case "1/cm2" -> "per cm²";
            case "cm2" -> "cm²";
            case "deg" -> "°";
            case "dE00" -> "ΔE00";
            default -> unit;
        };
    }

    /// What a gate looks at.
    public static String of(Gate.Kind kind) {
        return switch (kind) {
            case SHARPNESS -> "sharpness";
            case SHARPNESS_CHANGE -> "sharpness against the baseline";
            case FOCUS_CHANGE -> "focus against the baseline";
            case GRAIN_CHANGE -> "grain against the baseline";
            case COMPRESSION -> "compression of the file";
            case COMPRESSION_CHANGE -> "compression against the baseline";
            case TILT_CHANGE -> "tilt against the baseline";
            case CLIPPING -> "pixels that are full or empty";
            case SIZE_PX -> "width of the skin";
            case SIZE_AREA -> "area of the skin";
            case LIGHT_EXPOSURE -> "exposure against the baseline";
            case LIGHT_COLOUR -> "colour of the light against the baseline";
            case LIGHT_GRADIENT -> "fall-off of the light against the baseline";
            case LIGHT_DIRECTION -> "direction of the light against the baseline";
            case TILT -> "tilt";
            case POSE -> "pose against the baseline";
            case SCALE_RESOLUTION -> "skin that a pixel sees";
            case SCALE_AREA -> "area by this scale";
            case SCALE_AGREEMENT -> "scales that contradict each other by";
            case CARD -> "colours that the card leaves unexplained";
            case EXPRESSION -> "expression against the baseline";
            case OCCLUSION -> "skin that is covered";
        };
    }

    /// Where a gate looked.
    public static String place(Gate gate) {
        return gate.zone().equals(Gate.WHOLE_PHOTO) ? "whole photo" : zone(gate.zone());
    }

    /// What a gate asks for: `at least 0.72`.
    public static String limit(Gate gate) {
        return (gate.kind().isAtLeast() ? "at least " : "at most ")
                + quantity(gate.limit(), gate.kind().unit());
    }

    /// A zone: `left cheek`; one that has no words by its identifier.
    public static String zone(String id) {
        return ZoneId.find(id).map(ZoneId::words).orElse(id);
    }

    /// A number of a gate with its unit: `0.72`, `10 %`.
    public static String quantity(double number, String unit) {
        String digits = BigDecimal.valueOf(number)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString()
                .replace('-', '−');
        return unit(unit).isEmpty() ? digits : digits + " " + unit(unit);
    }

    /// Where the scale is from, or why there is none.
    public static String of(Scale scale) {
        return switch (scale) {
            case Scale.Known(var pixel, var from) ->
                quantity(pixel.millimetres(), "mm") + " a pixel, "
                        + switch (from) {
                            case ScaleFinding.GIVEN -> "as it was given";
                            case "ipd" -> "estimated from the distance of the pupils";
                            default -> "by the " + from;
                        };
            case Scale.Unknown(var why) -> why;
        };
    }

    /// What makes colours absolute, or why nothing does.
    public static String of(ColourReference colour) {
        return switch (colour) {
            case ColourReference.Card(var residual, var patches) ->
                String.format(Locale.ROOT, "by %d patches of the card, which are %.1f ΔE00 off", patches, residual);
            case ColourReference.None(var why) -> why;
        };
    }

    /// How well the follow-up lies on the baseline, or why it does not.
    ///
    /// @param scale of the baseline
    public static String of(Registration registration, Scale scale) {
        return switch (registration) {
            case Registration.Registered found ->
                String.format(
                        Locale.ROOT,
                        "half of the skin lies within %s, 95 %% within %s; %.0f %% says nothing",
                        distance(found.medianPx(), scale),
                        distance(found.p95Px(), scale),
                        100 * found.maskedFraction().value());
            case Registration.NotRegistered(var why) -> "not laid onto each other: " + why;
        };
    }

    private static String distance(double pixels, Scale scale) {
        return scale.length(pixels)
                .map(length -> String.format(Locale.ROOT, "%.2f mm", length.millimetres()))
                .orElse(String.format(Locale.ROOT, "%.1f pixels", pixels));
    }
}
