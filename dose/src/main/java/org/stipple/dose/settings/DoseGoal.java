package org.stipple.dose.settings;

import org.stipple.quantities.Depth;
import org.stipple.quantities.PunctureDensity;

/// What the skin should receive. No density is published as a goal for pens; rollers start from some 250 /cm².
///
/// @param density more than 0
/// @param depth that channels should really reach on average, more than 0
public record DoseGoal(PunctureDensity density, Depth depth) {

    /// @throws IllegalArgumentException when one of them is 0
    public DoseGoal {
        if (!(density.perSquareCentimetre() > 0) || depth.compareTo(Depth.ZERO) <= 0) {
            throw new IllegalArgumentException(
                    "density and depth must be more than 0, were " + density + " and " + depth);
        }
    }
}
