package org.stipple.quantities;

import java.math.BigDecimal;

/// Depth of a needle tip below the skin surface, as a whole number of micrometres in 0..5000.
///
/// A *set* depth is what the device's dial says. What is reached is less and uncertain (ratios of 0.2 to 1.0
/// were measured: Kalluri 2011, doi 10.1208/s12248-011-9288-3; Sasaki 2019, doi 10.1093/asjof/ojz017), so a
/// set depth is never called a penetration.
///
/// Whole micrometres, because a millimetre/micrometre slip is a known hazard and 1.5 mm must stay 1.5 mm
/// through every conversion. The upper bound is that of the input contract; no cleared device exceeds 2.5 mm.
///
/// `Depth.ofMillimetres("1.5")` is 1500 µm; `Depth.ofMillimetres("0.0005")` is refused: not a whole micrometre.
public record Depth(int micrometres) implements Comparable<Depth> {

    /// No penetration.
    public static final Depth ZERO = new Depth(0);

    /// @throws IllegalArgumentException outside 0..5000 µm
    public Depth {
        if (micrometres < 0 || micrometres > 5_000) {
            throw new IllegalArgumentException("depth must be 0..5000 um, was " + micrometres);
        }
    }

    /// @throws IllegalArgumentException outside 0..5000 µm
    public static Depth ofMicrometres(int micrometres) {
        return new Depth(micrometres);
    }

    /// @throws IllegalArgumentException outside 0..5 mm, or when it is not a whole number of micrometres
    public static Depth ofMillimetres(BigDecimal millimetres) {
        try {
            return new Depth(millimetres.movePointRight(3).intValueExact());
        } catch (ArithmeticException notWhole) {
            throw new IllegalArgumentException(
                    "depth must be a whole number of micrometres, was " + millimetres + " mm", notWhole);
        }
    }

    /// As [#ofMillimetres(BigDecimal)], from decimal text with a point.
    ///
    /// @throws IllegalArgumentException also when the text is not a decimal number
    public static Depth ofMillimetres(String millimetres) {
        return ofMillimetres(new BigDecimal(millimetres));
    }

    /// Exact, without trailing zeros: 1.5, not 1.500.
    public BigDecimal millimetres() {
        var exact = BigDecimal.valueOf(micrometres, 3).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /// For physics, where rounding does not matter.
    public double asMillimetres() {
        return micrometres / 1000.0;
    }

    /// The shallower of the two.
    public Depth min(Depth other) {
        return micrometres <= other.micrometres ? this : other;
    }

    /// The deeper of the two.
    public Depth max(Depth other) {
        return micrometres >= other.micrometres ? this : other;
    }

    @Override
    public int compareTo(Depth other) {
        return Integer.compare(micrometres, other.micrometres);
    }

    /// As a person reads it: `1.5 mm`. Findings say it often, so it is written digit by digit.
    @Override
    public String toString() {
        int thousandths = micrometres % 1_000;
        if (thousandths == 0) {
            return micrometres / 1_000 + " mm";
        }
        int digits = 3;
        while (thousandths % 10 == 0) {
            thousandths /= 10;
            digits--;
        }
        String behindThePoint = Integer.toString(thousandths);
        return micrometres / 1_000 + "." + "0".repeat(digits - behindThePoint.length()) + behindThePoint + " mm";
    }
}
