package org.stipple.phantom;

import org.stipple.quantities.Length;

/// A soft round patch of oil.
///
/// @param xMm middle, in skin millimetres to the right of the middle of the patch
/// @param yMm middle, below it
/// @param radius standard deviation of its Gaussian profile
/// @param shine added at its middle, as [Skin#shine]
public record OilyPatch(double xMm, double yMm, Length radius, double shine) implements Mark {

    /// @throws IllegalArgumentException without a place or a radius, or with a shine outside 0..1
    public OilyPatch {
        if (!Double.isFinite(xMm + yMm) || !(radius.millimetres() > 0) || !(shine >= 0 && shine <= 1)) {
            throw new IllegalArgumentException("an oily patch needs a place, a radius and a shine of 0..1");
        }
    }

    double reach() {
        return 3.5 * radius.millimetres();
    }

    double at(double x, double y) {
        double dx = x - xMm;
        double dy = y - yMm;
        double r = radius.millimetres();
        return shine * Math.exp(-(dx * dx + dy * dy) / (2 * r * r));
    }
}
