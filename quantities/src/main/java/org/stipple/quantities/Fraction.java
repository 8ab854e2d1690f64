package org.stipple.quantities;

/// A part of a whole: coverage, duplicates, penetration, contact duty, efficiency.
///
/// Range: 0 to 1 (1 = all); anything else, NaN included, is refused.
public record Fraction(double value) implements Comparable<Fraction> {

    /// @throws IllegalArgumentException outside 0..1 (1 = all), or NaN
    public Fraction {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("fraction must be 0..1 (1 = all), was " + value);
        }
    }

    /// @throws IllegalArgumentException outside 0..1 (1 = all), or NaN
    public static Fraction ofValue(double value) {
        return new Fraction(value);
    }

    @Override
    public int compareTo(Fraction other) {
        return Double.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value + " (1 = all)";
    }
}
