package org.stipple.phantom;

import org.stipple.quantities.Length;

/// A spot of more melanin, roundish with a ragged edge.
///
/// @param xMm middle, in skin millimetres to the right of the middle of the patch
/// @param yMm middle, below it
/// @param radius mean distance of its edge, where half of the melanin is added
/// @param melanin optical density that it adds in red light: 0.02 is faint, 0.2 dark (design)
/// @param seed of the edge
public record Spot(double xMm, double yMm, Length radius, double melanin, long seed) implements Mark {

    private static final double EDGE = 0.12;

    /// @throws IllegalArgumentException without a place or a radius, or with melanin outside 0..2
    public Spot {
        if (!Double.isFinite(xMm + yMm) || !(radius.millimetres() > 0) || !(melanin >= 0 && melanin <= 2)) {
            throw new IllegalArgumentException("a spot needs a place, a radius and melanin of 0..2");
        }
    }

    double reach() {
        return 1.8 * radius.millimetres();
    }

    /// Part of the melanin at a place, 0 to 1.
    double share(double x, double y) {
        double dx = x - xMm;
        double dy = y - yMm;
        double angle = Math.atan2(dy, dx);
        double edge = 1;
        for (int wave = 2; wave <= 5; wave++) {
            double phase = 2 * Math.PI * Grain.uniform(seed, wave, 0);
            double height = 0.16 * Grain.uniform(seed, wave, 1) / (wave - 1);
            edge += height * Math.cos(wave * angle + phase);
        }
        double r = Math.hypot(dx, dy) / radius.millimetres() / edge;
        return 1 / (1 + Math.exp((r - 1) / EDGE));
    }
}
