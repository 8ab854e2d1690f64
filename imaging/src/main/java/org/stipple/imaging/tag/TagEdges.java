package org.stipple.imaging.tag;

import java.util.Arrays;
import org.stipple.imaging.plane.Light;

/// Where the corners of a tag's black square are: the crossings of lines through its four edges, each edge
/// found where the light is halfway between black and white.
///
/// In linear light, because blur is linear: in coded pixels the halfway point lies on the white side, and
/// every tag seems smaller than it is.
final class TagEdges {

    /// A tag of this family is eight squares wide, its black rim included.
    private static final double SQUARES = 8;

    private static final int PROFILES = 60;
    private static final int STEPS = 24;
    private static final int ROUNDS = 3;

    private TagEdges() {}

    /// @param rough four corners, x and y in turn, clockwise as seen
    /// @return the same, measured; as they were where an edge cannot be seen
    static double[] corners(Light photo, double[] rough) {
        double[] corners = rough;
        for (int round = 0; round < ROUNDS; round++) {
            var lines = new double[4][];
            for (int side = 0; side < 4; side++) {
                lines[side] = line(photo, corners, side);
                if (lines[side].length == 0) {
                    return rough;
                }
            }
            var next = new double[8];
            for (int corner = 0; corner < 4; corner++) {
                double[] before = lines[(corner + 3) % 4];
                double[] after = lines[corner];
                double det = before[0] * after[1] - before[1] * after[0];
                if (Math.abs(det) < 0.2) {
                    return rough;
                }
                next[2 * corner] = (before[2] * after[1] - before[1] * after[2]) / det;
                next[2 * corner + 1] = (before[0] * after[2] - before[2] * after[0]) / det;
                double moved =
                        Math.hypot(next[2 * corner] - rough[2 * corner], next[2 * corner + 1] - rough[2 * corner + 1]);
                if (moved > side(rough) / SQUARES) {
                    return rough;
                }
            }
            corners = next;
        }
        return corners;
    }

    private static double side(double[] c) {
        return (Math.hypot(c[2] - c[0], c[3] - c[1])
                        + Math.hypot(c[4] - c[2], c[5] - c[3])
                        + Math.hypot(c[6] - c[4], c[7] - c[5])
                        + Math.hypot(c[0] - c[6], c[1] - c[7]))
                / 4;
    }

    /// The line n · p = d through an edge as (nx, ny, d); empty when there is none.
    private static double[] line(Light photo, double[] c, int side) {
        double ax = c[2 * side];
        double ay = c[2 * side + 1];
        double bx = c[(2 * side + 2) % 8];
        double by = c[(2 * side + 3) % 8];
        double length = Math.hypot(bx - ax, by - ay);
        double half = 0.5 * length / SQUARES;
        // Clockwise with y downwards: the inside is to the right of the way from a to b.
        double nx = -(by - ay) / length;
        double ny = (bx - ax) / length;
        var along = new double[PROFILES];
        var across = new double[PROFILES];
        int n = 0;
        for (int i = 0; i < PROFILES; i++) {
            double t = 0.06 + 0.88 * (i + 0.5) / PROFILES;
            double edge = crossing(photo, ax + t * (bx - ax), ay + t * (by - ay), nx, ny, half);
            if (edge > -half && edge < half) {
                along[n] = t * length;
                across[n] = edge;
                n++;
            }
        }
        if (n < PROFILES / 2) {
            return new double[0];
        }
        double[] fit = robust(Arrays.copyOf(along, n), Arrays.copyOf(across, n));
        // across = fit[0] + fit[1] · along, so the edge turns a little.
        double tx = (bx - ax) / length;
        double ty = (by - ay) / length;
        double scale = Math.hypot(1, fit[1]);
        double mx = (nx - fit[1] * tx) / scale;
        double my = (ny - fit[1] * ty) / scale;
        return new double[] {mx, my, mx * (ax + fit[0] * nx) + my * (ay + fit[0] * ny)};
    }

    /// How far inwards the light is halfway; outside the range when it is nowhere.
    private static double crossing(Light photo, double x, double y, double nx, double ny, double half) {
        var light = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double s = half * (2.0 * i / STEPS - 1);
            light[i] = photo.between(x + s * nx, y + s * ny);
        }
        int fifth = STEPS / 5;
        double white = Arrays.stream(light, 0, fifth).average().orElse(0);
        double black =
                Arrays.stream(light, STEPS + 1 - fifth, STEPS + 1).average().orElse(0);
        double middle = (white + black) / 2;
        if (white < 1.5 * black + 1e-3) {
            return half;
        }
        for (int i = 0; i < STEPS; i++) {
            if (light[i] >= middle && light[i + 1] < middle) {
                double part = (light[i] - middle) / (light[i] - light[i + 1]);
                return half * (2.0 * (i + part) / STEPS - 1);
            }
        }
        return half;
    }

    /// A straight line by least squares, twice: the second time without what lies far off.
    private static double[] robust(double[] x, double[] y) {
        double[] fit = fitted(x, y, Double.MAX_VALUE, new double[2]);
        var off = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            off[i] = Math.abs(y[i] - fit[0] - fit[1] * x[i]);
        }
        Arrays.sort(off);
        return fitted(x, y, Math.max(0.05, 2.5 * off[off.length / 2]), fit);
    }

    private static double[] fitted(double[] x, double[] y, double within, double[] about) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < x.length; i++) {
            if (Math.abs(y[i] - about[0] - about[1] * x[i]) <= within) {
                n++;
                sx += x[i];
                sy += y[i];
                sxx += x[i] * x[i];
                sxy += x[i] * y[i];
            }
        }
        double det = n * sxx - sx * sx;
        if (!(det > 0)) {
            return about;
        }
        double slope = (n * sxy - sx * sy) / det;
        return new double[] {(sy - slope * sx) / n, slope};
    }
}
