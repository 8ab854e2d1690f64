package org.stipple.dose;

import org.stipple.quantities.PunctureDensity;

/// How densely a zone is punctured, and how evenly.
///
/// @param expected by closed form, without edges and chance
/// @param mean simulated punctures on the skin over its area
/// @param n95 what at least 95 % of the area receives, in cells of 2 mm clipped to the skin
/// @param n50 what at least half of the area receives
/// @param n5 what at least 5 % of the area receives
/// @param cv standard deviation between cells, weighted by area, over the mean; 0 where there are no
///   punctures
public record DensityFigures(
        PunctureDensity expected,
        PunctureDensity mean,
        PunctureDensity n95,
        PunctureDensity n50,
        PunctureDensity n5,
        double cv) {

    /// @throws IllegalArgumentException when n95 ≤ n50 ≤ n5 does not hold or cv is not a finite number >= 0
    public DensityFigures {
        if (n95.compareTo(n50) > 0 || n50.compareTo(n5) > 0) {
            throw new IllegalArgumentException("n95 <= n50 <= n5 must hold, was " + n95 + ", " + n50 + ", " + n5);
        }
        if (!(cv >= 0 && cv < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("cv must be finite and >= 0, was " + cv);
        }
    }
}
