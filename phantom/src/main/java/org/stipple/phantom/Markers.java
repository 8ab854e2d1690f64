package org.stipple.phantom;

import java.util.List;

/// Where the markers of a capture are in the frame, and what they reflect.
final class Markers {

    /// Samples of a pixel in each direction: edges must lie right to a hundredth of a pixel.
    private static final int FINE = 4;

    private final Capture capture;
    private final Frame frame;

    /// For each marker: first and last column, first and last row.
    private final int[][] boxes;

    Markers(Capture capture, Frame frame) {
        this.capture = capture;
        this.frame = frame;
        this.boxes = capture.markers().stream().map(this::box).toArray(int[][]::new);
    }

    private int[] box(Marker marker) {
        var corners = switch (marker) {
            case Tag tag -> corners(tag, tag.half(), tag.half());
            case ColourCard card -> card.corners();
        };
        var box = new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE};
        for (SkinPoint corner : corners) {
            double[] pixel = capture.pose().pixelOfPlane(frame, corner.xMm(), corner.yMm());
            box[0] = Math.min(box[0], (int) Math.floor(pixel[0]) - 1);
            box[1] = Math.max(box[1], (int) Math.floor(pixel[0]) + 1);
            box[2] = Math.min(box[2], (int) Math.floor(pixel[1]) - 1);
            box[3] = Math.max(box[3], (int) Math.floor(pixel[1]) + 1);
        }
        return box;
    }

    /// Whether a row may show one.
    boolean reach(int y) {
        for (int[] box : boxes) {
            if (y >= box[2] && y <= box[3]) {
                return true;
            }
        }
        return false;
    }

    /// What covers a pixel.
    ///
    /// @param reflected filled with the linear reflectances of what covers it, each times the part covered
    /// @return the part of the pixel that is covered
    double cover(int x, int y, double[] reflected) {
        reflected[0] = 0;
        reflected[1] = 0;
        reflected[2] = 0;
        double covered = 0;
        for (int i = 0; i < boxes.length; i++) {
            int[] box = boxes[i];
            if (x >= box[0] && x <= box[1] && y >= box[2] && y <= box[3]) {
                covered += cover(capture.markers().get(i), x, y, reflected);
            }
        }
        return Math.min(1, covered);
    }

    private double cover(Marker marker, int x, int y, double[] reflected) {
        double cos = Math.cos(Math.toRadians(marker.rotationDegrees()));
        double sin = Math.sin(Math.toRadians(marker.rotationDegrees()));
        int inside = 0;
        for (int sample = 0; sample < FINE * FINE; sample++) {
            double[] plane =
                    capture.pose().planeAt(frame, x + (sample % FINE + 0.5) / FINE, y + (sample / FINE + 0.5) / FINE);
            double dx = plane[0] - marker.xMm();
            double dy = plane[1] - marker.yMm();
            double u = cos * dx + sin * dy;
            double v = cos * dy - sin * dx;
            switch (marker) {
                case Tag tag -> {
                    if (Math.abs(u) <= tag.half() && Math.abs(v) <= tag.half()) {
                        inside++;
                        for (int band = 0; band < 3; band++) {
                            reflected[band] += tag.reflectance(u, v) / (FINE * FINE);
                        }
                    }
                }
                case ColourCard card -> {
                    if (Math.abs(u) <= card.halfWidth() && Math.abs(v) <= card.halfHeight()) {
                        inside++;
                        for (int band = 0; band < 3; band++) {
                            reflected[band] += card.reflectance(band, u, v) / (FINE * FINE);
                        }
                    }
                }
            }
        }
        return inside / (double) (FINE * FINE);
    }

    /// The corners of a rectangle on a marker, clockwise from its upper left.
    static List<SkinPoint> corners(Marker marker, double halfWidth, double halfHeight) {
        return List.of(
                place(marker, -halfWidth, -halfHeight),
                place(marker, halfWidth, -halfHeight),
                place(marker, halfWidth, halfHeight),
                place(marker, -halfWidth, halfHeight));
    }

    static SkinPoint place(Marker marker, double u, double v) {
        double cos = Math.cos(Math.toRadians(marker.rotationDegrees()));
        double sin = Math.sin(Math.toRadians(marker.rotationDegrees()));
        return new SkinPoint(marker.xMm() + cos * u - sin * v, marker.yMm() + cos * v + sin * u);
    }
}
