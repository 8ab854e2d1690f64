package org.stipple.phantom;

import java.util.List;

/// A [Curve] laid out for the question how far a place is from it.
final class Track {

    private final double[] xs;
    private final double[] ys;
    private final double[] at;

    /// The answer; one for each thread.
    static final class Nearest {
        private double distance;
        private double along;

        /// From the line, in mm.
        double distance() {
            return distance;
        }

        /// From its beginning to the nearest place, in mm.
        double along() {
            return along;
        }
    }

    Track(Curve path) {
        List<SkinPoint> points = path.points();
        this.xs = points.stream().mapToDouble(SkinPoint::xMm).toArray();
        this.ys = points.stream().mapToDouble(SkinPoint::yMm).toArray();
        this.at = new double[xs.length];
        for (int i = 1; i < xs.length; i++) {
            at[i] = at[i - 1] + Math.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
        }
    }

    int pieces() {
        return xs.length - 1;
    }

    double x(int corner) {
        return xs[corner];
    }

    double y(int corner) {
        return ys[corner];
    }

    double length() {
        return at[at.length - 1];
    }

    /// @param from first corner
    /// @param to last corner
    void nearest(double x, double y, int from, int to, Nearest answer) {
        double least = Double.POSITIVE_INFINITY;
        double along = 0;
        for (int i = from; i < to; i++) {
            double dx = xs[i + 1] - xs[i];
            double dy = ys[i + 1] - ys[i];
            double squared = dx * dx + dy * dy;
            double t = squared == 0 ? 0 : ((x - xs[i]) * dx + (y - ys[i]) * dy) / squared;
            t = t < 0 ? 0 : t > 1 ? 1 : t;
            double gapX = x - xs[i] - t * dx;
            double gapY = y - ys[i] - t * dy;
            double distance = gapX * gapX + gapY * gapY;
            if (distance < least) {
                least = distance;
                along = at[i] + t * (at[i + 1] - at[i]);
            }
        }
        answer.distance = Math.sqrt(least);
        answer.along = along;
    }
}
