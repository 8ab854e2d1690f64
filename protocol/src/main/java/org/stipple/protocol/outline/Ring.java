package org.stipple.protocol.outline;

import java.util.List;
import org.stipple.quantities.Area;

/// A closed line that does not cross itself.
///
/// @param points its corners in order, densely enough that the polygon stands for the curve to 0.1 mm; the
///   last is not the first again
/// @param svgPath the smooth curve as the path data of SVG, in millimetres, closed
public record Ring(List<Point> points, String svgPath) {

    /// @throws IllegalArgumentException when it has fewer than three corners
    public Ring {
        points = List.copyOf(points);
        if (points.size() < 3) {
            throw new IllegalArgumentException("a ring must have 3 corners at least, had " + points.size());
        }
    }

    static Ring of(Curve closed) {
        var points = closed.flattened();
        return new Ring(points.subList(0, points.size() - 1), closed.svgPath() + "Z");
    }

    /// What it encloses.
    public Area area() {
        double twice = 0;
        for (int i = 0; i < points.size(); i++) {
            Point a = points.get(i);
            Point b = points.get((i + 1) % points.size());
            twice += a.xMm() * b.yMm() - b.xMm() * a.yMm();
        }
        return Area.ofSquareCentimetres(Math.abs(twice) / 2 / 100);
    }

    /// Whether the point lies inside; on the line itself either answer may come.
    public boolean contains(Point point) {
        boolean inside = false;
        for (int i = 0, j = points.size() - 1; i < points.size(); j = i++) {
            Point a = points.get(i);
            Point b = points.get(j);
            if (a.yMm() > point.yMm() != b.yMm() > point.yMm()
                    && point.xMm() < (b.xMm() - a.xMm()) * (point.yMm() - a.yMm()) / (b.yMm() - a.yMm()) + a.xMm()) {
                inside = !inside;
            }
        }
        return inside;
    }

    /// How far the point is from the line.
    double distanceMm(Point point) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0, j = points.size() - 1; i < points.size(); j = i++) {
            least = Math.min(least, distanceMm(point, points.get(j), points.get(i)));
        }
        return least;
    }

    private static double distanceMm(Point p, Point a, Point b) {
        double dx = b.xMm() - a.xMm();
        double dy = b.yMm() - a.yMm();
        double square = dx * dx + dy * dy;
        double t = square == 0 ? 0 : ((p.xMm() - a.xMm()) * dx + (p.yMm() - a.yMm()) * dy) / square;
        double along = Math.clamp(t, 0, 1);
        return Math.hypot(p.xMm() - a.xMm() - along * dx, p.yMm() - a.yMm() - along * dy);
    }
}
