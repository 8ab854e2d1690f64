package org.stipple.protocol.outline;

/// A place in a drawing, in millimetres from the origin that its view names; y points down.
///
/// @throws IllegalArgumentException when a coordinate is not finite
public record Point(double xMm, double yMm) {

    public Point {
        if (!Double.isFinite(xMm) || !Double.isFinite(yMm)) {
            throw new IllegalArgumentException("a point must be finite, was " + xMm + ", " + yMm);
        }
    }

    Point mirrored() {
        return new Point(-xMm, yMm);
    }

    double distanceMm(Point other) {
        return Math.hypot(xMm - other.xMm, yMm - other.yMm);
    }

    /// This, weighted, plus the others, weighted.
    static Point blend(double wa, Point a, double wb, Point b, double wc, Point c) {
        return new Point(wa * a.xMm + wb * b.xMm + wc * c.xMm, wa * a.yMm + wb * b.yMm + wc * c.yMm);
    }
}
