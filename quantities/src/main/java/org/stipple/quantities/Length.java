package org.stipple.quantities;

/// A length on or across the skin, in millimetres. Needle diameters, swaths and zone sides are lengths; a
/// depth is a [Depth].
///
/// Range: 0 to 100_000 mm; anything else, NaN included, is refused.
public record Length(double millimetres) implements Comparable<Length> {

    /// @throws IllegalArgumentException outside 0..100_000 mm, or NaN
    public Length {
        if (!(millimetres >= 0 && millimetres <= 100_000)) {
            throw new IllegalArgumentException("length must be 0..100_000 mm, was " + millimetres);
        }
    }

    /// @throws IllegalArgumentException outside 0..100_000 mm, or NaN
    public static Length ofMillimetres(double millimetres) {
        return new Length(millimetres);
    }

    @Override
    public int compareTo(Length other) {
        return Double.compare(millimetres, other.millimetres);
    }

    @Override
    public String toString() {
        return millimetres + " mm";
    }
}
