package org.stipple.dose;

/// Volume of tissue inside channels, overlaps counted once, in mm³ under each cm² of skin.
///
/// Range: 0 to 500 mm³/cm² (all tissue down to 5 mm); anything else, NaN included, is refused.
public record InjuredVolume(double cubicMillimetresPerSquareCentimetre) implements Comparable<InjuredVolume> {

    /// @throws IllegalArgumentException outside 0..500 mm³/cm², or NaN
    public InjuredVolume {
        if (!(cubicMillimetresPerSquareCentimetre >= 0 && cubicMillimetresPerSquareCentimetre <= 500)) {
            throw new IllegalArgumentException(
                    "injured volume must be 0..500 mm³/cm², was " + cubicMillimetresPerSquareCentimetre);
        }
    }

    @Override
    public int compareTo(InjuredVolume other) {
        return Double.compare(cubicMillimetresPerSquareCentimetre, other.cubicMillimetresPerSquareCentimetre);
    }

    @Override
    public String toString() {
        return cubicMillimetresPerSquareCentimetre + " mm³/cm²";
    }
}
