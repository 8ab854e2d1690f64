package org.stipple.protocol.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A smooth open or closed line: cubic Bézier segments end to end.
///
/// It is drawn through given points as a centripetal Catmull–Rom spline (exponent ½), which neither loops nor
/// overshoots between unevenly spaced points (Yuksel, Schaefer, Keyser 2011, doi 10.1016/j.cad.2010.08.008).
record Curve(List<Segment> segments) {

    /// How finely a segment is cut where a polygon is needed. At 10 cuts the largest error over all outlines
    /// is under 0.1 mm.
    private static final int CUTS = 10;

    /// Ends nearer than this are the same place.
    private static final double TOUCHING_MM = 0.01;

    /// A cubic Bézier segment.
    record Segment(Point from, Point leaving, Point arriving, Point to) {

        Segment reversed() {
            return new Segment(to, arriving, leaving, from);
        }

        Segment mirrored() {
            return new Segment(from.mirrored(), leaving.mirrored(), arriving.mirrored(), to.mirrored());
        }

        Point at(double t) {
            double u = 1 - t;
            return new Point(
                    u * u * u * from.xMm()
                            + 3 * u * u * t * leaving.xMm()
                            + 3 * u * t * t * arriving.xMm()
                            + t * t * t * to.xMm(),
                    u * u * u * from.yMm()
                            + 3 * u * u * t * leaving.yMm()
                            + 3 * u * t * t * arriving.yMm()
                            + t * t * t * to.yMm());
        }
    }

    Curve {
        segments = List.copyOf(segments);
    }

    /// @param points two at least
    /// @param symmetric whether an end on the midline runs smoothly into its mirror image
    static Curve through(List<Point> points, boolean symmetric) {
        int last = points.size() - 1;
        boolean closed = last >= 3 && points.getFirst().distanceMm(points.getLast()) < TOUCHING_MM;
        var segments = new ArrayList<Segment>();
        for (int i = 0; i < last; i++) {
            Point before = i > 0 ? points.get(i - 1) : closed ? points.get(last - 1) : beyond(points, symmetric);
            Point after =
                    i + 2 <= last ? points.get(i + 2) : closed ? points.get(1) : beyond(points.reversed(), symmetric);
            segments.add(segment(before, points.get(i), points.get(i + 1), after));
        }
        return new Curve(segments);
    }

    /// Where the line would come from, before its first point: half as much bent as it is after it.
    private static Point beyond(List<Point> points, boolean symmetric) {
        Point first = points.get(0);
        Point second = points.get(1);
        if (symmetric && Math.abs(first.xMm()) < TOUCHING_MM) {
            return second.mirrored();
        }
        return points.size() == 2
                ? Point.blend(2, first, -1, second, 0, second)
                : Point.blend(2.5, first, -2, second, 0.5, points.get(2));
    }

    private static Segment segment(Point p0, Point p1, Point p2, Point p3) {
        double d1 = Math.sqrt(p0.distanceMm(p1));
        double d2 = Math.sqrt(p1.distanceMm(p2));
        double d3 = Math.sqrt(p2.distanceMm(p3));
        Point leaving = Point.blend(
                -d2 * d2 / (3 * d1 * (d1 + d2)),
                p0,
                (2 * d1 * d1 + 3 * d1 * d2 + d2 * d2) / (3 * d1 * (d1 + d2)),
                p1,
                d1 / (3 * (d1 + d2)),
                p2);
        Point arriving = Point.blend(
                -d2 * d2 / (3 * d3 * (d3 + d2)),
                p3,
                (2 * d3 * d3 + 3 * d3 * d2 + d2 * d2) / (3 * d3 * (d3 + d2)),
                p2,
                d3 / (3 * (d3 + d2)),
                p1);
        return new Segment(p1, leaving, arriving, p2);
    }

    Point first() {
        return segments.getFirst().from();
    }

    Point last() {
        return segments.getLast().to();
    }

    boolean isClosed() {
        return first().distanceMm(last()) < TOUCHING_MM;
    }

    boolean startsAt(Point point) {
        return first().distanceMm(point) < TOUCHING_MM;
    }

    Curve reversed() {
        return new Curve(segments.reversed().stream().map(Segment::reversed).toList());
    }

    Curve mirrored() {
        return new Curve(segments.stream().map(Segment::mirrored).toList());
    }

    Curve then(Curve next) {
        var both = new ArrayList<>(segments);
        both.addAll(next.segments);
        return new Curve(both);
    }

    /// Points along the line, both ends included.
    List<Point> flattened() {
        var points = new ArrayList<Point>();
        points.add(first());
        for (var segment : segments) {
            for (int cut = 1; cut < CUTS; cut++) {
                points.add(segment.at((double) cut / CUTS));
            }
            points.add(segment.to());
        }
        return List.copyOf(points);
    }

    /// As the path data of SVG, in millimetres to two decimals.
    String svgPath() {
        var out = new StringBuilder("M").append(pair(first()));
        for (var segment : segments) {
            out.append('C')
                    .append(pair(segment.leaving()))
                    .append(' ')
                    .append(pair(segment.arriving()))
                    .append(' ')
                    .append(pair(segment.to()));
        }
        return out.toString();
    }

    static String pair(Point point) {
        return number(point.xMm()) + " " + number(point.yMm());
    }

    private static String number(double mm) {
        String text = String.format(Locale.ROOT, "%.2f", mm);
        text = text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
        return text.equals("-0") ? "0" : text;
    }
}
