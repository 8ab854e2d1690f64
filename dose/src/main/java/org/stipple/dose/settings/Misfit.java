package org.stipple.dose.settings;

/// By how much a treatment misses a goal. 0 is none.
///
/// Each of the first two is √(density² + depth²) of the parts by which density and mean depth fall short of the
/// goal or exceed it: half the density at the right depth is an under-dose of 0.5.
///
/// @param under the part that is missing
/// @param over the part that is too much
public record Misfit(double under, double over) {

    static Misfit of(double densityPart, double depthPart) {
        return new Misfit(
                length(Math.max(0, 1 - densityPart), Math.max(0, 1 - depthPart)),
                length(Math.max(0, densityPart - 1), Math.max(0, depthPart - 1)));
    }

    /// Rounded to a billionth, so that settings that are alike but for rounding are alike.
    private static double length(double density, double depth) {
        return Math.rint(Math.sqrt(density * density + depth * depth) * 1e9) / 1e9;
    }

    /// The worse of each.
    Misfit worse(Misfit other) {
        return new Misfit(Math.max(under, other.under), Math.max(over, other.over));
    }
}
