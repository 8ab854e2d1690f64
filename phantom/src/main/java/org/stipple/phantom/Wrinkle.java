package org.stipple.phantom;

import org.stipple.quantities.Length;

/// A straight groove with a rounded profile, in skin millimetres from the middle of the patch (x right, y down).
///
/// @param depth below the skin around it, at its middle line
/// @param width at half its depth
public record Wrinkle(double x1Mm, double y1Mm, double x2Mm, double y2Mm, Length depth, Length width) {

    /// @throws IllegalArgumentException for ends that are not finite, or no width
    public Wrinkle {
        if (!Double.isFinite(x1Mm + y1Mm + x2Mm + y2Mm) || !(width.millimetres() > 0)) {
            throw new IllegalArgumentException("a wrinkle needs finite ends and a width");
        }
    }

    /// @return height in mm that it adds at a place: never above 0
    double at(double x, double y) {
        double across = distance(x, y) / width.millimetres();
        return across > 3 ? 0 : -depth.millimetres() * Math.exp(-4 * Math.log(2) * across * across);
    }

    boolean covers(double x, double y) {
        return distance(x, y) <= width.millimetres() / 2;
    }

    private double distance(double x, double y) {
        double dx = x2Mm - x1Mm;
        double dy = y2Mm - y1Mm;
        double length2 = dx * dx + dy * dy;
        double along = length2 == 0 ? 0 : Math.clamp(((x - x1Mm) * dx + (y - y1Mm) * dy) / length2, 0, 1);
        return Math.hypot(x - x1Mm - along * dx, y - y1Mm - along * dy);
    }
}
