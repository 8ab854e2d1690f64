package org.stipple.phantom;

import org.stipple.quantities.Length;

/// A groove along a line. It runs out at its ends: over 2 mm, or a sixth of its length where that is less.
///
/// @param path its middle line
/// @param depth below the skin around it, at its middle line
/// @param width at half its depth
/// @param profile across it
public record Wrinkle(Curve path, Length depth, Length width, Profile profile) implements Mark {

    /// How depth falls off from the middle line.
    public enum Profile {
        /// A Gaussian.
        ROUND,
        /// Two straight walls.
        V,
        /// Steep walls and a flat floor.
        U
    }

    /// @throws IllegalArgumentException without a width
    public Wrinkle {
        if (!(width.millimetres() > 0)) {
            throw new IllegalArgumentException("a wrinkle needs a width, was " + width);
        }
    }

    /// A straight one with a round profile.
    public Wrinkle(double x1Mm, double y1Mm, double x2Mm, double y2Mm, Length depth, Length width) {
        this(Curve.straight(x1Mm, y1Mm, x2Mm, y2Mm), depth, width, Profile.ROUND);
    }

    /// The same groove, deeper or shallower.
    public Wrinkle withDepth(Length depth) {
        return new Wrinkle(path, depth, width, profile);
    }

    /// How far from the middle line it can be felt, in mm.
    double reach() {
        return 1.6 * width.millimetres();
    }

    /// Part of the full depth at a distance from the middle line, 0 to 1.
    double share(double distanceMm) {
        double across = distanceMm / width.millimetres();
        return switch (profile) {
            case ROUND -> Math.exp(-4 * Math.log(2) * across * across);
            case V -> Math.max(0, 1 - across);
            case U -> Math.exp(-Math.log(2) * Math.pow(2 * across, 6));
        };
    }

    /// The part of the path that is at least half as deep as it gets.
    Curve visiblePath() {
        double length = path.length().millimetres();
        double half = Taper.over(length) / 2;
        return path.between(half, length - half);
    }
}
