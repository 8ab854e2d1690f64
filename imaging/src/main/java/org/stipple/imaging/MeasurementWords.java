package org.stipple.imaging;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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
            case "log10(B/G)" -> "log₁₀(blue/green)";
            case "of the relief's direction" -> "of 2";
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

    /// What a gate means, for whoever has not read how it is computed; its number among it.
    public static String meaning(Gate.Kind kind) {
        return switch (kind) {
            case SHARPNESS ->
                "how steep fine detail is against coarse detail: about 1 in a photo in focus, less the more it is"
                        + " blurred";
            case SHARPNESS_CHANGE ->
                "how much sharper or more blurred the later photo is: 0 is no difference. Another focus, motion or"
                        + " height of the light does it";
            case FOCUS_CHANGE ->
                "the same difference, looked for in all relief and in its fine part; the smaller of the two counts";
            case GRAIN_CHANGE ->
                "how differently grainy the two photos are: 0 is no difference. Noise of the camera and compression"
                        + " of the file make grain";
            case COMPRESSION ->
                "how coarsely the file rounds brightness to be small: 1 is not at all, the more the less is left of"
                        + " fine structure";
            case COMPRESSION_CHANGE ->
                "how many times more coarsely one file rounds brightness than the other: 1 is alike";
            case CLIPPING ->
                "the part of the skin so bright or so dark that a colour is full or empty, and its true value lost";
            case SIZE_PX -> "how many pixels wide the zone is: too few show no fine structure";
            case SIZE_AREA -> "how much skin the zone shows: on too little, single marks decide";
            case LIGHT_EXPOSURE -> "how much brighter or darker the later photo is; 1 stop is twice or half the light";
            case LIGHT_COLOUR ->
                "by how much the proportion of blue to green changed between the photos, as a logarithm to the base"
                        + " of 10: 0 is no change, 0.02 about 5 %. Redness hardly moves it; another light, white"
                        + " balance or pigment does";
            case LIGHT_GRADIENT ->
                "how differently the light falls off across the zone in the two photos, in stops from edge to edge";
            case LIGHT_DIRECTION ->
                "how differently light and shadow lie on the relief of the skin in the two photos: 0 is no"
                        + " difference, 2 the greatest there can be";
            case TILT ->
                "the angle at which the skin or the face stands to the camera: 0° is straight on, as its view"
                        + " wants it";
            case TILT_CHANGE ->
                "by how many degrees more or less obliquely the later photo sees the skin, told from how it is"
                        + " foreshortened";
            case POSE -> "how far the head is turned against the first photo";
            case SCALE_RESOLUTION ->
                "how much skin one pixel covers: the more, the less of pores and fine lines is left";
            case SCALE_AREA ->
                "how large the zone is by this scale: larger than such a zone can be, the scale is wrong";
            case SCALE_AGREEMENT -> "how far two scales of the same photo are apart";
            case CARD -> "the colour error that is left after correcting by the card; 1 is just visible, 0 perfect";
            case EXPRESSION -> "how far the face moved in itself, in parts of the distance between the eyes";
            case OCCLUSION -> "the part of the zone that does not look like skin: hair, glasses, a hand";
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

    /// A number of a gate with its unit: `0.72`, `10 %`; pixels in full, of others four digits that count, as
    /// many as files have.
    public static String quantity(double number, String unit) {
        var exact = BigDecimal.valueOf(number);
        String digits = (unit.equals("px")
                        ? exact.setScale(0, RoundingMode.HALF_EVEN)
                        : exact.round(new MathContext(4)))
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
                        "half of the skin lies within %s, 95 %% within %s; %.0f %% of it could not be laid and does"
                                + " not count: nothing to see there, or there and back do not meet",
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
