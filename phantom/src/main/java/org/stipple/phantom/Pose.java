package org.stipple.phantom;

/// Where the skin lies in the frame.
///
/// @param shiftXPx pixels by which the skin moved to the right in the frame
/// @param shiftYPx pixels by which it moved down
/// @param rotationDegrees by which it turned clockwise in the frame, about its middle
/// @param zoom 1.02 = 2 % nearer
public record Pose(double shiftXPx, double shiftYPx, double rotationDegrees, double zoom) {

    /// In the middle, upright.
    public static final Pose STRAIGHT = new Pose(0, 0, 0, 1);

    /// @throws IllegalArgumentException when a number is not finite, or zoom is outside 0.1..10
    public Pose {
        if (!Double.isFinite(shiftXPx + shiftYPx + rotationDegrees) || !(zoom >= 0.1 && zoom <= 10)) {
            throw new IllegalArgumentException("a pose is made of finite numbers and a zoom of 0.1..10");
        }
    }

    /// Where a place in the photo lies on the skin.
    ///
    /// @param xPx from the left edge of the photo (the middle of the first pixel is 0.5)
    /// @param yPx from its top edge
    /// @return x and y in skin millimetres from the middle of the patch
    public double[] skinAt(Frame frame, double xPx, double yPx) {
        double u = xPx - frame.widthPx() / 2.0 - shiftXPx;
        double v = yPx - frame.heightPx() / 2.0 - shiftYPx;
        double cos = Math.cos(Math.toRadians(rotationDegrees));
        double sin = Math.sin(Math.toRadians(rotationDegrees));
        double mm = frame.pixel().millimetres() / zoom;
        return new double[] {(cos * u + sin * v) * mm, (cos * v - sin * u) * mm};
    }

    /// Where a place on the skin lies in the photo, in pixels from its top left corner: the inverse of [#skinAt].
    public double[] pixelAt(Frame frame, double xMm, double yMm) {
        double cos = Math.cos(Math.toRadians(rotationDegrees));
        double sin = Math.sin(Math.toRadians(rotationDegrees));
        double px = zoom / frame.pixel().millimetres();
        return new double[] {
            (cos * xMm - sin * yMm) * px + frame.widthPx() / 2.0 + shiftXPx,
            (cos * yMm + sin * xMm) * px + frame.heightPx() / 2.0 + shiftYPx
        };
    }
}
