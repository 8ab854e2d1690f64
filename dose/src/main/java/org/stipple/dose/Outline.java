package org.stipple.dose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stipple.quantities.Area;
import org.stipple.quantities.Length;

/// The skin that is to be treated: a polygon of any shape, less its no-go holes. Immutable.
///
/// Frame: a plane in millimetres, x to the right and y up, as if the skin were spread out; the origin is
/// anywhere. Edges are straight. A point on an edge belongs to exactly one of two zones that share the edge.
///
/// `Outline.rectangle(Length.ofMillimetres(50), Length.ofMillimetres(40))` is 20 cm²; the ring (0,0), (10,10),
/// (10,0), (0,10) is refused because it crosses itself.
public final class Outline {

    /// Design: thinner slivers are slips in typing.
    private static final double MIN_AREA_MM2 = 0.1;

    /// Rings as x0, y0, x1, y1 …, not closed by a repeated point. The first runs counter-clockwise, holes
    /// clockwise, so that signed areas add up.
    private final double[][] rings;

    private final double areaMm2;

    private Outline(double[][] rings) {
        this.rings = rings;
        double area = 0;
        for (double[] ring : rings) {
            area += Rings.signedArea(ring);
        }
        if (!(area >= MIN_AREA_MM2)) {
            throw new UnusableQuestion(
                    Limit.COORDINATE.field(), "an area of " + area + " mm²", "at least " + MIN_AREA_MM2 + " mm²");
        }
        this.areaMm2 = area;
    }

    /// The rectangle from (0, 0) to (width, height).
    ///
    /// @throws UnusableQuestion when a side lies outside 1..1000 mm
    public static Outline rectangle(Length width, Length height) {
        return rectangle(width, height, List.of());
    }

    /// The rectangle from (0, 0) to (width, height), less its holes.
    ///
    /// @throws UnusableQuestion as [#of(List, List)]
    public static Outline rectangle(Length width, Length height, List<List<Point>> holes) {
        double w = Limit.ZONE_WIDTH.check(width.millimetres());
        double h = Limit.ZONE_HEIGHT.check(height.millimetres());
        return of(List.of(new Point(0, 0), new Point(w, 0), new Point(w, h), new Point(0, h)), holes);
    }

    /// The polygon, less its holes. Rings run in either sense and may repeat their first point at the end.
    ///
    /// @param ring at least three corners, 1 to 1000 mm wide and high, not crossing or touching itself
    /// @param holes each inside the ring, where it may touch it; holes do not cross or touch each other
    /// @throws UnusableQuestion when that does not hold, or all rings together have more than 2000 corners
    public static Outline of(List<Point> ring, List<List<Point>> holes) {
        int corners = ring.size() + holes.stream().mapToInt(List::size).sum();
        Limit.CORNERS.check(corners);
        var all = new ArrayList<double[]>();
        all.add(Rings.counterClockwise(Rings.simple(ring, Limit.COORDINATE.field())));
        checkSides(all.getFirst());
        for (List<Point> hole : holes) {
            String field = "zone.holesMm[" + (all.size() - 1) + "]";
            double[] simple = Rings.simple(hole, field);
            Rings.checkInside(simple, all.getFirst(), field);
            for (double[] other : all.subList(1, all.size())) {
                Rings.checkApart(simple, other, field);
            }
            all.add(Rings.reversed(Rings.counterClockwise(simple)));
        }
        return new Outline(all.toArray(double[][]::new));
    }

    private static void checkSides(double[] ring) {
        double width = max(ring, 0) - min(ring, 0);
        double height = max(ring, 1) - min(ring, 1);
        if (!(width >= Limit.ZONE_WIDTH.min() && width <= Limit.ZONE_WIDTH.max())
                || !(height >= Limit.ZONE_HEIGHT.min() && height <= Limit.ZONE_HEIGHT.max())) {
            throw new UnusableQuestion(
                    Limit.COORDINATE.field(), width + " mm wide and " + height + " mm high", "1 to 1000 mm each");
        }
    }

    /// Area of the skin, holes taken off. Exact but for rounding.
    public Area area() {
        return Area.ofSquareCentimetres(areaMm2 / 100);
    }

    /// Whether the point lies on the skin to be treated: inside the ring and in none of the holes.
    public boolean contains(Point point) {
        return contains(point.xMm(), point.yMm());
    }

    /// Outer ring, then holes, for drawing.
    ///
    /// @return corners in order, none repeated
    public List<List<Point>> corners() {
        return Arrays.stream(rings)
                .map(ring -> {
                    var points = new ArrayList<Point>();
                    for (int i = 0; i < ring.length; i += 2) {
                        points.add(new Point(ring[i], ring[i + 1]));
                    }
                    return List.copyOf(points);
                })
                .toList();
    }

    double areaMm2() {
        return areaMm2;
    }

    boolean contains(double x, double y) {
        boolean inside = false;
        for (double[] ring : rings) {
            for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
                inside ^= Rings.crossesLeftOf(ring[j], ring[j + 1], ring[i], ring[i + 1], x, y);
            }
        }
        return inside;
    }

    /// What is done to one edge of a ring.
    @FunctionalInterface
    interface EdgeVisitor {
        void edge(double xFrom, double yFrom, double xTo, double yTo);
    }

    /// Every edge once, outer ring counter-clockwise, holes clockwise.
    void forEachEdge(EdgeVisitor visitor) {
        for (double[] ring : rings) {
            for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
                visitor.edge(ring[j], ring[j + 1], ring[i], ring[i + 1]);
            }
        }
    }

    double minX() {
        return min(rings[0], 0);
    }

    double maxX() {
        return max(rings[0], 0);
    }

    double minY() {
        return min(rings[0], 1);
    }

    double maxY() {
        return max(rings[0], 1);
    }

    /// Least coordinate of the outer ring along a direction of unit length.
    double minAlong(double directionX, double directionY) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rings[0].length; i += 2) {
            least = Math.min(least, rings[0][i] * directionX + rings[0][i + 1] * directionY);
        }
        return least;
    }

    /// Greatest coordinate of the outer ring along a direction of unit length.
    double maxAlong(double directionX, double directionY) {
        return -minAlong(-directionX, -directionY);
    }

    private static double min(double[] ring, int axis) {
        double least = ring[axis];
        for (int i = axis; i < ring.length; i += 2) {
            least = Math.min(least, ring[i]);
        }
        return least;
    }

    private static double max(double[] ring, int axis) {
        double greatest = ring[axis];
        for (int i = axis; i < ring.length; i += 2) {
            greatest = Math.max(greatest, ring[i]);
        }
        return greatest;
    }
}
