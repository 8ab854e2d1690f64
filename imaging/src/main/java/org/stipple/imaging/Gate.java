package org.stipple.imaging;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// A condition that a photo must meet before anything is read from it. What fails is refused, never corrected.
///
/// @param kind which condition
/// @param shot of which photo; a comparison of two belongs to the follow-up
/// @param zone in which zone; [#WHOLE_PHOTO] where it does not depend on one
/// @param value what was found
/// @param limit what is needed
public record Gate(Kind kind, Shot shot, String zone, double value, double limit) {

    /// What stands as the zone where the whole photo is judged.
    public static final String WHOLE_PHOTO = "photo";

    /// Which of the two photos.
    public enum Shot {
        BASELINE("baseline"),
        FOLLOWUP("followup");

        private final String id;

        Shot(String id) {
            this.id = id;
        }

        /// The identifier in files: `followup`.
        public String id() {
            return id;
        }
    }

    /// Which condition, in which unit.
    public enum Kind {
        /// Steepness of fine against coarse detail, at least.
        SHARPNESS("sharpness", "1", true, "blurred skin"),
        /// Difference of sharpness between the photos, at most.
        SHARPNESS_CHANGE(
                "sharpness", "change", false, "another focus, motion or height of the light than in the baseline"),
        /// The same by all relief and by what is fine in it, whichever is less, at most.
        FOCUS_CHANGE(
                "sharpness",
                "change of fine and coarse",
                false,
                "another focus, motion or height of the light than in the baseline"),
        /// Difference of grain between the photos, at most.
        GRAIN_CHANGE("sharpness", "change of grain", false, "another noise or compression than in the baseline"),
        /// Mean step to which the file rounds brightness, at most; 1 is none.
        COMPRESSION("sharpness", "steps of compression", false, "a file that was compressed too much"),
        /// The steps of one photo over those of the other, at most.
        COMPRESSION_CHANGE(
                "sharpness", "times the compression", false, "a file that was compressed otherwise than the baseline"),
        /// Part of the pixels of which a channel is full or empty, at most.
        CLIPPING("clipping", "%", false, "overexposed or underexposed skin"),
        /// Width of the zone, at least.
        SIZE_PX("size", "px", true, "too few pixels"),
        /// Area of the zone, at least; only with a scale.
        SIZE_AREA("size", "cm2", true, "too small a piece of skin"),
        /// Difference of exposure between the photos, at most.
        LIGHT_EXPOSURE("light", "stops", false, "another exposure than in the baseline"),
        /// Difference of log10(B/G) between the photos, at most.
        LIGHT_COLOUR(
                "light",
                "log10(B/G)",
                false,
                "a change of colour that blood does not explain (light, white balance or pigment: only a colour card"
                        + " could tell)"),
        /// Difference between the photos in how the light falls off over the zone, at most.
        LIGHT_GRADIENT("light", "stops over the zone", false, "light that falls off otherwise than in the baseline"),
        /// Difference between the photos in the direction that the relief shows light to come from, at most.
        LIGHT_DIRECTION("light", "of the relief's direction", false, "light from another side than in the baseline"),
        /// Angle between the plane of tag, card or face and that of the view, at most.
        TILT("tilt", "deg", false, "skin that is seen obliquely"),
        /// Angle by which skin is seen more obliquely in one photo than in the other, from how it is
        /// foreshortened, at most.
        TILT_CHANGE(
                "tilt", "deg to the baseline", false, "skin that is seen more obliquely than in the baseline, or less"),
        /// Angle by which the head is turned against the baseline, at most.
        POSE("pose", "deg", false, "another pose than in the baseline"),
        /// Skin that a pixel sees, at most.
        SCALE_RESOLUTION("scale", "mm/px", false, "too coarse a photo for pores and fine lines"),
        /// Area of the zone by this scale, at most.
        SCALE_AREA("scale", "cm2", false, "a scale by which the zone is larger than it can be"),
        /// How far a given scale is off that by tag or card, at most.
        SCALE_AGREEMENT("scale", "%", false, "a scale that tag or card contradicts"),
        /// Mean CIEDE2000 that the card's matrix leaves, at most.
        CARD("card", "dE00", false, "colours that the card's matrix does not explain"),
        /// Part of the distance between the outer corners of the eyes by which the face moved in itself, at most.
        EXPRESSION("expression", "%", false, "another expression than in the baseline"),
        /// Part of the zone that does not look like skin, at most.
        OCCLUSION("occlusion", "%", false, "something before the skin");

        private final String id;
        private final String unit;
        private final boolean atLeast;
        private final String fault;

        Kind(String id, String unit, boolean atLeast, String fault) {
            this.id = id;
            this.unit = unit;
            this.atLeast = atLeast;
            this.fault = fault;
        }

        /// The identifier in files; several conditions share one.
        public String id() {
            return id;
        }

        /// Unit of value and limit.
        public String unit() {
            return unit;
        }

        /// Whether the value must be at least the limit; else it must be at most that.
        public boolean isAtLeast() {
            return atLeast;
        }
    }

    /// @throws IllegalArgumentException when a number is not finite
    public Gate {
        if (!Double.isFinite(value) || !Double.isFinite(limit)) {
            throw new IllegalArgumentException("a gate needs finite numbers, had " + value + " and " + limit);
        }
    }

    /// Whether the photo meets it.
    public boolean passed() {
        return kind.atLeast ? value >= limit : value <= limit;
    }

    /// Why a reading cannot be had when this failed: `blurred skin in the followup: sharpness 0.61, at least
    /// 0.72 is needed`.
    public String fault() {
        return String.format(
                Locale.ROOT,
                "%s in the %s: %s %s, at %s %s is needed",
                kind.fault,
                shot.id(),
                kind.id,
                quantity(value),
                kind.atLeast ? "least" : "most",
                quantity(limit));
    }

    private String quantity(double number) {
        var shortest = BigDecimal.valueOf(number).round(new MathContext(3)).stripTrailingZeros();
        return shortest.toPlainString() + (kind.unit.equals("1") ? "" : " " + kind.unit);
    }
}
