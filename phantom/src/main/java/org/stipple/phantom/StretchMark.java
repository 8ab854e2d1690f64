package org.stipple.phantom;

import org.stipple.quantities.Length;

/// A band in which the skin was torn from within.
///
/// @param path its middle line
/// @param width of the band, 1 to 6 mm in people
/// @param stage young ones are red, old ones pale
/// @param strength of the difference in colour, 1 = marked (design): the red ones have 60 % more blood, the white
///   ones 45 % less melanin and 30 % less blood
/// @param depth by which it is sunken, with fine creases across it of a third of that
public record StretchMark(Curve path, Length width, Stage stage, double strength, Length depth) implements Mark {

    /// Its age.
    public enum Stage {
        /// Striae rubrae.
        RED,
        /// Striae albae.
        WHITE
    }

    /// @throws IllegalArgumentException without a width, or with a strength outside 0..2
    public StretchMark {
        if (!(width.millimetres() > 0) || !(strength >= 0 && strength <= 2)) {
            throw new IllegalArgumentException("a stretch mark needs a width and a strength of 0..2");
        }
    }

    double reach() {
        return 0.85 * width.millimetres();
    }

    /// Part of the full effect at a distance from the middle line: a half at half the width.
    double share(double distanceMm) {
        double across = 2 * distanceMm / width.millimetres();
        return Math.exp(-Math.log(2) * across * across * across * across);
    }

    double bloodFactor(double share) {
        return switch (stage) {
            case RED -> 1 + 0.6 * strength * share;
            case WHITE -> Math.max(0, 1 - 0.3 * strength * share);
        };
    }

    double melaninFactor(double share) {
        return switch (stage) {
            case RED -> 1;
            case WHITE -> Math.max(0, 1 - 0.45 * strength * share);
        };
    }

    double height(double share, double alongMm) {
        return -depth.millimetres() * share * (1 + Math.cos(2 * Math.PI * alongMm / 0.8) / 3);
    }

    /// The part of the path that shows.
    Curve visiblePath() {
        double length = path.length().millimetres();
        double half = Taper.over(length) / 2;
        return path.between(half, length - half);
    }
}
