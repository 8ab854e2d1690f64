package org.stipple.dose;

import java.util.Arrays;
import java.util.List;

/// What makes a closed polygon usable. A ring is x0, y0, x1, y1 … in mm, not closed by a repeated point.
final class Rings {

    /// A nanometre, in mm: nearer than this is touching.
    private static final double TOUCH = 1e-6;

    private Rings() {}

    /// The points as a ring that neither crosses nor touches itself. A first point repeated at the end, and
    /// points repeated one after another, are dropped.
    static double[] simple(List<Point> points, String field) {
        double[] ring = new double[2 * points.size()];
        int n = 0;
        for (Point point : points) {
            if (n == 0 || !same(ring[n - 2], ring[n - 1], point.xMm(), point.yMm())) {
                ring[n++] = point.xMm();
                ring[n++] = point.yMm();
            }
        }
        if (n >= 4 && same(ring[0], ring[1], ring[n - 2], ring[n - 1])) {
            n -= 2;
        }
        if (n < 6) {
            throw new UnusableQuestion(field, n / 2 + " different corners", "3 corners or more");
        }
        double[] trimmed = Arrays.copyOf(ring, n);
        checkSimple(trimmed, field);
        return trimmed;
    }

    private static void checkSimple(double[] ring, String field) {
        int n = ring.length / 2;
        for (int i = 0; i < n; i++) {
            // Neighbours share a corner. Where one runs back over the other, the edge beyond it touches too.
            for (int j = i + 2; j < (i == 0 ? n - 1 : n); j++) {
                if (touch(ring, i, ring, j)) {
                    throw new UnusableQuestion(
                            field,
                            "a ring whose edges " + i + " and " + j + " cross or touch",
                            "a ring that does not cross or touch itself");
                }
            }
        }
    }

    /// Refuses a hole that does not lie inside the ring, on which it may lean.
    static void checkInside(double[] hole, double[] ring, String field) {
        for (int i = 0; i < hole.length / 2; i++) {
            for (int j = 0; j < ring.length / 2; j++) {
                if (crossProperly(hole, i, ring, j)) {
                    throw outside(field);
                }
            }
            checkEdgeInside(hole, i, ring, field);
        }
    }

    /// An edge that crosses no other properly can leave the ring only through one of its corners: between
    /// those, the middle of each stretch tells.
    private static void checkEdgeInside(double[] hole, int i, double[] ring, String field) {
        double ax = x(hole, i);
        double ay = y(hole, i);
        double dx = x(hole, i + 1) - ax;
        double dy = y(hole, i + 1) - ay;
        double[] at = new double[ring.length / 2 + 2];
        int n = 0;
        at[n++] = 0;
        at[n++] = 1;
        for (int j = 0; j < ring.length / 2; j++) {
            double t = ((x(ring, j) - ax) * dx + (y(ring, j) - ay) * dy) / (dx * dx + dy * dy);
            if (t > 0 && t < 1 && same(ax + t * dx, ay + t * dy, x(ring, j), y(ring, j))) {
                at[n++] = t;
            }
        }
        Arrays.sort(at, 0, n);
        for (int k = 0; k < n; k++) {
            double middle = k == 0 ? 0 : (at[k - 1] + at[k]) / 2;
            if (!insideOrOn(ring, ax + middle * dx, ay + middle * dy)) {
                throw outside(field);
            }
        }
    }

    /// Refuses holes that cross, touch or hold one another: a no-go area named twice must not become skin
    /// again.
    static void checkApart(double[] hole, double[] other, String field) {
        for (int i = 0; i < hole.length / 2; i++) {
            for (int j = 0; j < other.length / 2; j++) {
                if (touch(hole, i, other, j)) {
                    throw new UnusableQuestion(field, "a hole that touches another", "holes apart from each other");
                }
            }
        }
        if (contains(other, hole[0], hole[1]) || contains(hole, other[0], other[1])) {
            throw new UnusableQuestion(field, "a hole inside another", "holes apart from each other");
        }
    }

    private static UnusableQuestion outside(String field) {
        return new UnusableQuestion(field, "a hole that leaves the outline", "a hole inside the outline");
    }

    /// Whether the ray from (x, y) towards smaller x meets the edge; each end of an edge counts once. An odd
    /// number of edges means inside.
    static boolean crossesLeftOf(double ax, double ay, double bx, double by, double x, double y) {
        return (ay > y) != (by > y) && x > xAt(y, ax, ay, bx, by);
    }

    /// Where an edge that is not level has the height y. Reckoned from the lower end, so that both zones beside
    /// an edge find the same.
    static double xAt(double y, double ax, double ay, double bx, double by) {
        return ay < by ? ax + (y - ay) * (bx - ax) / (by - ay) : bx + (y - by) * (ax - bx) / (ay - by);
    }

    /// Area in mm², positive when counter-clockwise.
    static double signedArea(double[] ring) {
        double twice = 0;
        for (int i = 0; i < ring.length / 2; i++) {
            // Relative to the first corner, so that a far origin does not cost digits.
            twice += (x(ring, i) - ring[0]) * (y(ring, i + 1) - ring[1])
                    - (x(ring, i + 1) - ring[0]) * (y(ring, i) - ring[1]);
        }
        return twice / 2;
    }

    static double[] counterClockwise(double[] ring) {
        return signedArea(ring) >= 0 ? ring : reversed(ring);
    }

    static double[] reversed(double[] ring) {
        double[] reversed = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            reversed[i] = ring[ring.length - 2 - i];
            reversed[i + 1] = ring[ring.length - 1 - i];
        }
        return reversed;
    }

    private static boolean insideOrOn(double[] ring, double x, double y) {
        for (int i = 0; i < ring.length / 2; i++) {
            if (near(ring, i, x, y)) {
                return true;
            }
        }
        return contains(ring, x, y);
    }

    private static boolean contains(double[] ring, double x, double y) {
        boolean inside = false;
        for (int i = 0; i < ring.length / 2; i++) {
            inside ^= crossesLeftOf(x(ring, i), y(ring, i), x(ring, i + 1), y(ring, i + 1), x, y);
        }
        return inside;
    }

    private static boolean touch(double[] a, int i, double[] b, int j) {
        return crossProperly(a, i, b, j)
                || near(a, i, x(b, j), y(b, j))
                || near(a, i, x(b, j + 1), y(b, j + 1))
                || near(b, j, x(a, i), y(a, i))
                || near(b, j, x(a, i + 1), y(a, i + 1));
    }

    private static boolean crossProperly(double[] a, int i, double[] b, int j) {
        return side(a, i, x(b, j), y(b, j)) * side(a, i, x(b, j + 1), y(b, j + 1)) < 0
                && side(b, j, x(a, i), y(a, i)) * side(b, j, x(a, i + 1), y(a, i + 1)) < 0;
    }

    /// On which side of the line through edge i the point lies: 1 left, -1 right, 0 on it.
    private static int side(double[] ring, int i, double px, double py) {
        double dx = x(ring, i + 1) - x(ring, i);
        double dy = y(ring, i + 1) - y(ring, i);
        double distance = (dx * (py - y(ring, i)) - dy * (px - x(ring, i))) / StrictMath.hypot(dx, dy);
        return distance > TOUCH ? 1 : distance < -TOUCH ? -1 : 0;
    }

    /// Whether the point lies on edge i.
    private static boolean near(double[] ring, int i, double px, double py) {
        double dx = x(ring, i + 1) - x(ring, i);
        double dy = y(ring, i + 1) - y(ring, i);
        double t = ((px - x(ring, i)) * dx + (py - y(ring, i)) * dy) / (dx * dx + dy * dy);
        double clamped = Math.clamp(t, 0, 1);
        return same(x(ring, i) + clamped * dx, y(ring, i) + clamped * dy, px, py);
    }

    private static boolean same(double ax, double ay, double bx, double by) {
        return Math.abs(ax - bx) <= TOUCH && Math.abs(ay - by) <= TOUCH;
    }

    private static double x(double[] ring, int i) {
        return ring[2 * i % ring.length];
    }

    private static double y(double[] ring, int i) {
        return ring[2 * i % ring.length + 1];
    }
}
