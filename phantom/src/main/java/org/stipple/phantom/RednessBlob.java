package org.stipple.phantom;

import org.stipple.quantities.Length;

/// A soft round patch of more blood than around it.
///
/// @param xMm centre, in skin millimetres to the right of the middle of the patch
/// @param yMm centre, in skin millimetres below the middle of the patch
/// @param radius standard deviation of its Gaussian profile
/// @param gain haemoglobin added at its centre, as a fraction of that of the skin around it: 1 doubles it
public record RednessBlob(double xMm, double yMm, Length radius, double gain) implements Mark {

    /// @throws IllegalArgumentException for a centre that is not finite, no radius, or a gain outside 0..10
    public RednessBlob {
        if (!Double.isFinite(xMm) || !Double.isFinite(yMm) || !(radius.millimetres() > 0)) {
            throw new IllegalArgumentException("a blob needs a finite centre and a radius, was " + xMm + ", " + yMm);
        }
        if (!(gain >= 0 && gain <= 10)) {
            throw new IllegalArgumentException("gain must be 0..10, was " + gain);
        }
    }

    double reach() {
        return 4.9 * radius.millimetres();
    }

    double at(double x, double y) {
        double dx = x - xMm;
        double dy = y - yMm;
        double r = radius.millimetres();
        double q = (dx * dx + dy * dy) / (2 * r * r);
        return q > 12 ? 0 : gain * Math.exp(-q);
    }
}
