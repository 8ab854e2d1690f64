package org.stipple.dose;

/// Closed forms for punctures that fall independently of each other: a Boolean model of discs (Stoyan, Kendall,
/// Mecke, Stochastic Geometry and its Applications).
final class Poisson {

    private Poisson() {}

    /// Covered part of the surface: p = 1 − exp(−λ·a), a = π·d²/4.
    static double covered(double perMm2, double holeMm) {
        return -StrictMath.expm1(-perMm2 * Math.PI * holeMm * holeMm / 4);
    }

    /// Punctures whose centre lies within s of an earlier one: 1 − (1 − exp(−x))/x, x = λ·π·s². Below 1e-4 the
    /// first term of its series, x/2, which then differs by less than 1e-9 and loses no digits.
    static double duplicates(double perMm2, double withinMm) {
        double x = perMm2 * Math.PI * withinMm * withinMm;
        return x < 1e-4 ? x / 2 : 1 + StrictMath.expm1(-x) / x;
    }
}
