package org.stipple.quantities;

/// Speed at which the practitioner's hand moves the tip over the skin, in millimetres per second.
///
/// Range: 0 to 500 mm/s; anything else, NaN included, is refused.
public record GlideSpeed(double millimetresPerSecond) implements Comparable<GlideSpeed> {

    /// @throws IllegalArgumentException outside 0..500 mm/s, or NaN
    public GlideSpeed {
        if (!(millimetresPerSecond >= 0 && millimetresPerSecond <= 500)) {
            throw new IllegalArgumentException("glide speed must be 0..500 mm/s, was " + millimetresPerSecond);
        }
    }

    /// @throws IllegalArgumentException outside 0..500 mm/s, or NaN
    public static GlideSpeed ofMillimetresPerSecond(double millimetresPerSecond) {
        return new GlideSpeed(millimetresPerSecond);
    }

    @Override
    public int compareTo(GlideSpeed other) {
        return Double.compare(millimetresPerSecond, other.millimetresPerSecond);
    }

    @Override
    public String toString() {
        return millimetresPerSecond + " mm/s";
    }
}
