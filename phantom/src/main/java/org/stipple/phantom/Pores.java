package org.stipple.phantom;

import org.stipple.quantities.Length;

/// The openings of pores all over the skin: one in each cell of a square grid, at a random place of the cell,
/// some cells empty.
///
/// @param perCm2 how many, on average, 0 to 400
/// @param radius of an average opening, where it is half as deep as in its middle
/// @param depth of an average pore; wider ones are deeper in proportion, give or take a half where sizes differ
/// @param spread standard deviation of the logarithm of the radius, 0 to 0.6
/// @param filled part of the cells that have one: 1 is a regular pattern
public record Pores(double perCm2, Length radius, Length depth, double spread, double filled) {

    /// No pores at all.
    public static final Pores NONE = new Pores(0, Length.ofMillimetres(0.2), Length.ofMillimetres(0.06), 0, 1);

    /// @throws IllegalArgumentException outside these ranges
    public Pores {
        if (!(perCm2 >= 0 && perCm2 <= 400)) {
            throw new IllegalArgumentException("pores must be 0..400 per cm2, was " + perCm2);
        }
        if (!(radius.millimetres() > 0) || !(spread >= 0 && spread <= 0.6) || !(filled > 0 && filled <= 1)) {
            throw new IllegalArgumentException("pores need a radius, a spread of 0..0.6 and a filled part of 0..1");
        }
    }

    /// Shallow ones of 0.2 mm radius, all alike.
    public static Pores alike(double perCm2) {
        return new Pores(perCm2, NONE.radius, NONE.depth, 0, 1);
    }

    /// Of many sizes and depths, without order: radius 0.11 mm on average, and 0.12 mm deep.
    public static Pores varied(double perCm2) {
        return new Pores(perCm2, Length.ofMillimetres(0.11), Length.ofMillimetres(0.12), 0.3, 0.7);
    }

    double cellMm() {
        return perCm2 == 0 ? 0 : 10 * Math.sqrt(filled / perCm2);
    }
}
