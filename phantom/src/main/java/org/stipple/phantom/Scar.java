package org.stipple.phantom;

import org.stipple.quantities.Length;

/// A round atrophic scar, of the three forms by which they are told apart (Jacob, Dover and Kaminer 2001, doi
/// 10.1067/mjd.2001.113451).
///
/// @param xMm middle, in skin millimetres to the right of the middle of the patch
/// @param yMm middle, below it
/// @param diameter at half its depth
/// @param depth at its middle
public record Scar(double xMm, double yMm, Length diameter, Length depth, Form form) implements Mark {

    /// The form of its wall.
    public enum Form {
        /// A steep rim and a flat floor.
        BOXCAR,
        /// A shallow trough.
        ROLLING,
        /// A pit.
        ICE_PICK
    }

    /// @throws IllegalArgumentException without a place or a diameter
    public Scar {
        if (!Double.isFinite(xMm + yMm) || !(diameter.millimetres() > 0)) {
            throw new IllegalArgumentException("a scar needs a place and a diameter");
        }
    }

    /// How far from its middle it can be felt, in mm.
    double reach() {
        return switch (form) {
            case BOXCAR -> 0.8 * diameter.millimetres();
            case ROLLING -> diameter.millimetres();
            case ICE_PICK -> 1.1 * diameter.millimetres();
        };
    }

    /// Part of the full depth at a distance from the middle, 0 to 1; a half at half the diameter.
    double share(double distanceMm) {
        double r = 2 * distanceMm / diameter.millimetres();
        return switch (form) {
            case BOXCAR -> Math.exp(-Math.log(2) * Math.pow(r, 10));
            case ROLLING -> r >= 2 ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * r / 2);
            case ICE_PICK -> Math.exp(-Math.log(2) * r * r);
        };
    }
}
