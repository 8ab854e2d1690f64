package org.stipple.quantities;

/// An area of skin, in square centimetres. A whole adult has some 20,000.
///
/// Range: 0 to 30_000 cm²; anything else, NaN included, is refused.
public record Area(double squareCentimetres) implements Comparable<Area> {

    /// @throws IllegalArgumentException outside 0..30_000 cm², or NaN
    public Area {
        if (!(squareCentimetres >= 0 && squareCentimetres <= 30_000)) {
            throw new IllegalArgumentException("area must be 0..30_000 cm², was " + squareCentimetres);
        }
    }

    /// @throws IllegalArgumentException outside 0..30_000 cm², or NaN
    public static Area ofSquareCentimetres(double squareCentimetres) {
        return new Area(squareCentimetres);
    }

    @Override
    public int compareTo(Area other) {
        return Double.compare(squareCentimetres, other.squareCentimetres);
    }

    @Override
    public String toString() {
        return squareCentimetres + " cm²";
    }
}
