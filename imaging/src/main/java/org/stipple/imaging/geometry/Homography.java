package org.stipple.imaging.geometry;

import java.util.List;
import java.util.Optional;

/// How a camera without distortion sees a plane: u = (a·x + b·y + c) / (g·x + h·y + 1), v = (d·x + e·y + f) /
/// (g·x + h·y + 1).
public record Homography(double a, double b, double c, double d, double e, double f, double g, double h) {

    /// A place of the plane and where it is seen.
    public record Pair(double x, double y, double u, double v) {}

    /// Least squares over at least four places, no three of four on a line.
    ///
    /// @return nothing when they do not determine the map
    public static Optional<Homography> of(List<Pair> pairs) {
        var equations = new LeastSquares(8);
        double meanX = pairs.stream().mapToDouble(Pair::x).average().orElse(0);
        double meanY = pairs.stream().mapToDouble(Pair::y).average().orElse(0);
        double meanU = pairs.stream().mapToDouble(Pair::u).average().orElse(0);
        double meanV = pairs.stream().mapToDouble(Pair::v).average().orElse(0);
        double spread = pairs.stream()
                .mapToDouble(p -> Math.hypot(p.x - meanX, p.y - meanY))
                .average()
                .orElse(0);
        double seen = pairs.stream()
                .mapToDouble(p -> Math.hypot(p.u - meanU, p.v - meanV))
                .average()
                .orElse(0);
        if (pairs.size() < 4 || !(spread > 0) || !(seen > 0)) {
            return Optional.empty();
        }
        for (Pair pair : pairs) {
            double x = (pair.x - meanX) / spread;
            double y = (pair.y - meanY) / spread;
            double u = (pair.u - meanU) / seen;
            double v = (pair.v - meanV) / seen;
            equations.add(new double[] {x, y, 1, 0, 0, 0, -x * u, -y * u}, u, 1);
            equations.add(new double[] {0, 0, 0, x, y, 1, -x * v, -y * v}, v, 1);
        }
        return equations.solve().map(m -> {
            var inner = new Homography(m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7]);
            return inner.unscaled(meanX, meanY, spread, meanU, meanV, seen);
        });
    }

    /// Undoes the shift and scale that keep the equations well conditioned.
    private Homography unscaled(double x0, double y0, double spread, double u0, double v0, double seen) {
        double g1 = g / spread;
        double h1 = h / spread;
        double w = 1 - g1 * x0 - h1 * y0;
        double a1 = seen * a / spread + u0 * g1;
        double b1 = seen * b / spread + u0 * h1;
        double c1 = seen * (c - (a * x0 + b * y0) / spread) + u0 * w;
        double d1 = seen * d / spread + v0 * g1;
        double e1 = seen * e / spread + v0 * h1;
        double f1 = seen * (f - (d * x0 + e * y0) / spread) + v0 * w;
        return new Homography(a1 / w, b1 / w, c1 / w, d1 / w, e1 / w, f1 / w, g1 / w, h1 / w);
    }

    /// Where a place is seen, horizontally.
    public double u(double x, double y) {
        return (a * x + b * y + c) / (g * x + h * y + 1);
    }

    /// Where a place is seen, vertically.
    public double v(double x, double y) {
        return (d * x + e * y + f) / (g * x + h * y + 1);
    }

    /// Area that a small unit of area of the plane covers in the picture, at this place; below 0 when mirrored.
    public double areaFactor(double x, double y) {
        double[] j = jacobian(x, y);
        return j[0] * j[3] - j[1] * j[2];
    }

    /// How obliquely the plane is seen at this place: the angle whose cosine is the ratio of the shortest to the
    /// longest direction of what a small circle looks like. Needs no focal length.
    ///
    /// @return degrees, 0 = straight on
    public double tiltDegrees(double x, double y) {
        return tiltDegrees(jacobian(x, y));
    }

    /// The same for any map that is linear around a place.
    ///
    /// @param j its derivatives: u by x, u by y, v by x, v by y
    /// @return degrees, 0 = a circle is seen as a circle
    public static double tiltDegrees(double[] j) {
        double sum = j[0] * j[0] + j[1] * j[1] + j[2] * j[2] + j[3] * j[3];
        double det = j[0] * j[3] - j[1] * j[2];
        double root = Math.sqrt(Math.max(0, sum * sum / 4 - det * det));
        double ratio = Math.sqrt(Math.max(0, (sum / 2 - root) / (sum / 2 + root)));
        return Math.toDegrees(Math.acos(Math.min(1, ratio)));
    }

    private double[] jacobian(double x, double y) {
        double w = g * x + h * y + 1;
        double u = u(x, y);
        double v = v(x, y);
        return new double[] {(a - u * g) / w, (b - u * h) / w, (d - v * g) / w, (e - v * h) / w};
    }
}
