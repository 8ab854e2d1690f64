package org.stipple.quantities;

/// Punctures per square centimetre of skin.
///
/// Range: 0 to 10_000_000 /cm²; anything else, NaN included, is refused.
public record PunctureDensity(double perSquareCentimetre) implements Comparable<PunctureDensity> {

    /// @throws IllegalArgumentException outside 0..10_000_000 /cm², or NaN
    public PunctureDensity {
        if (!(perSquareCentimetre >= 0 && perSquareCentimetre <= 10_000_000)) {
            throw new IllegalArgumentException(
                    "puncture density must be 0..10_000_000 /cm², was " + perSquareCentimetre);
        }
    }

    /// @throws IllegalArgumentException outside 0..10_000_000 /cm², or NaN
    public static PunctureDensity ofPerSquareCentimetre(double perSquareCentimetre) {
        return new PunctureDensity(perSquareCentimetre);
    }

    @Override
    public int compareTo(PunctureDensity other) {
        return Double.compare(perSquareCentimetre, other.perSquareCentimetre);
    }

    @Override
    public String toString() {
        return perSquareCentimetre + " /cm²";
    }
}
