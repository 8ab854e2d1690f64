package org.stipple.phantom;

import org.stipple.quantities.Length;

/// Where the skin lies in the frame.
///
/// @param shiftXPx pixels by which the skin moved to the right in the frame
/// @param shiftYPx pixels by which it moved down
/// @param rotationDegrees by which it turned clockwise in the frame, about its middle
/// @param zoom 1.02 = 2 % nearer
/// @param nodDegrees by which its lower edge leans away from the camera, -60 to 60
/// @param turnDegrees by which its right edge leans away from the camera, -60 to 60
/// @param distance of the camera from the middle of the skin: what leans away looks smaller by it
/// @param stretch how the skin itself is drawn out of shape
public record Pose(
        double shiftXPx,
        double shiftYPx,
        double rotationDegrees,
        double zoom,
        double nodDegrees,
        double turnDegrees,
        Length distance,
        Stretch stretch) {

    private static final Length ARM = Length.ofMillimetres(500);

    /// In the middle, upright.
    public static final Pose STRAIGHT = new Pose(0, 0, 0, 1);

    /// @throws IllegalArgumentException when a number is not finite, or zoom is outside 0.1..10
    public Pose {
        if (!Double.isFinite(shiftXPx + shiftYPx + rotationDegrees) || !(zoom >= 0.1 && zoom <= 10)) {
            throw new IllegalArgumentException("a pose is made of finite numbers and a zoom of 0.1..10");
        }
        if (!(Math.abs(nodDegrees) <= 60 && Math.abs(turnDegrees) <= 60 && distance.millimetres() >= 50)) {
            throw new IllegalArgumentException("skin leans by -60..60 degrees, seen from 50 mm or more");
        }
    }

    /// Facing the camera, half a metre away, at ease.
    public Pose(double shiftXPx, double shiftYPx, double rotationDegrees, double zoom) {
        this(shiftXPx, shiftYPx, rotationDegrees, zoom, 0, 0, ARM, Stretch.NONE);
    }

    /// The same, leaning.
    public Pose leaning(double nod, double turn) {
        return new Pose(shiftXPx, shiftYPx, rotationDegrees, zoom, nod, turn, distance, stretch);
    }

    /// The same with the skin drawn out of shape.
    public Pose stretched(Stretch other) {
        return new Pose(shiftXPx, shiftYPx, rotationDegrees, zoom, nodDegrees, turnDegrees, distance, other);
    }

    /// Where a place in the photo lies on the skin.
    ///
    /// @param xPx from the left edge of the photo (the middle of the first pixel is 0.5)
    /// @param yPx from its top edge
    /// @return x and y in skin millimetres from the middle of the patch
    public double[] skinAt(Frame frame, double xPx, double yPx) {
        double[] place = planeAt(frame, xPx, yPx);
        stretch.onto(place);
        return place;
    }

    /// Where a place on the skin lies in the photo, in pixels from its top left corner: the inverse of [#skinAt].
    public double[] pixelAt(Frame frame, double xMm, double yMm) {
        double[] plane = stretch.back(xMm, yMm);
        return pixelOfPlane(frame, plane[0], plane[1]);
    }

    /// Where a place in the photo lies on the plane of the skin, in mm from its middle: cards and tags lie there,
    /// and are not stretched.
    double[] planeAt(Frame frame, double xPx, double yPx) {
        double mm = frame.pixel().millimetres() / zoom;
        double u = (xPx - frame.widthPx() / 2.0 - shiftXPx) * mm;
        double v = (yPx - frame.heightPx() / 2.0 - shiftYPx) * mm;
        double sinA = Math.sin(Math.toRadians(nodDegrees));
        double cosA = Math.cos(Math.toRadians(nodDegrees));
        double sinB = Math.sin(Math.toRadians(turnDegrees));
        double cosB = Math.cos(Math.toRadians(turnDegrees));
        double far = distance.millimetres();
        // u (1 + z / far) = cosB x - sinA sinB y and v (1 + z / far) = cosA y, with z = sinB x + sinA cosB y.
        double a = cosB - u * sinB / far;
        double b = -sinA * sinB - u * sinA * cosB / far;
        double c = -v * sinB / far;
        double d = cosA - v * sinA * cosB / far;
        double det = a * d - b * c;
        double x = (d * u - b * v) / det;
        double y = (a * v - c * u) / det;
        double cos = Math.cos(Math.toRadians(rotationDegrees));
        double sin = Math.sin(Math.toRadians(rotationDegrees));
        return new double[] {cos * x + sin * y, cos * y - sin * x};
    }

    double[] pixelOfPlane(Frame frame, double xMm, double yMm) {
        double cos = Math.cos(Math.toRadians(rotationDegrees));
        double sin = Math.sin(Math.toRadians(rotationDegrees));
        double x = cos * xMm - sin * yMm;
        double y = cos * yMm + sin * xMm;
        double sinA = Math.sin(Math.toRadians(nodDegrees));
        double cosA = Math.cos(Math.toRadians(nodDegrees));
        double sinB = Math.sin(Math.toRadians(turnDegrees));
        double cosB = Math.cos(Math.toRadians(turnDegrees));
        double z = sinB * x + sinA * cosB * y;
        double px = zoom / frame.pixel().millimetres() / (1 + z / distance.millimetres());
        return new double[] {
            (cosB * x - sinA * sinB * y) * px + frame.widthPx() / 2.0 + shiftXPx,
            cosA * y * px + frame.heightPx() / 2.0 + shiftYPx
        };
    }
}
