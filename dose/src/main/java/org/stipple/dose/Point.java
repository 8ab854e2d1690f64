package org.stipple.dose;

/// A point of a plane, in millimetres. The frame is that of the thing it belongs to: an [Outline] has its own
/// origin, a [PinLayout] has the middle of the head.
public record Point(double xMm, double yMm) {

    /// @throws UnusableQuestion when a coordinate lies outside ±100 m, or is not a number
    public Point {
        Limit.COORDINATE.check(xMm);
        Limit.COORDINATE.check(yMm);
    }

    /// @throws UnusableQuestion when a coordinate lies outside ±100 m, or is not a number
    public static Point ofMillimetres(double x, double y) {
        return new Point(x, y);
    }
}
