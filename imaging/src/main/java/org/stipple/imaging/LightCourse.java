package org.stipple.imaging;

import org.stipple.imaging.raster.Logarithm;
import org.stipple.imaging.raster.Plane;

/// How the light falls on a zone: how it falls off over it, and from which side the relief is lit.
///
/// Relief that is lit from one side varies most along that side: the direction in which fine luminance varies
/// tells the direction of the light up to a half turn, whatever the skin (Koenderink and Pont 2003, doi
/// 10.1364/JOSAA.20.001875). How high the light stands it does not tell.
///
/// @param acrossStops change of luminance over the zone to the right, in powers of two
/// @param downStops the same downwards
/// @param cosine of twice the angle of the direction of most variation, times how much it stands out (0 to 1)
/// @param sine of twice that angle, likewise
record LightCourse(double acrossStops, double downStops, double cosine, double sine) {

    /// `design`: more bends thresholds of contrast from one side of the zone to the other.
    static final double MAX_STOPS = 0.3;

    /// `design`: see `LightCourseTest` for what it takes and what it lets pass on synthetic skin.
    static final double MAX_TURN = 0.15;

    private static final int COARSE = 60;
    private static final int FINE = 500;

    /// Steps above this many medians belong to wrinkles and edges, which a treatment may change.
    private static final double STEEP = 2.5;

    static LightCourse of(Photo photo, Region region) {
        double[] slope = slope(ZoneGrid.of(photo, region, COARSE));
        double[] direction = direction(ZoneGrid.of(photo, region, FINE));
        return new LightCourse(slope[0], slope[1], direction[0], direction[1]);
    }

    /// By how many stops the light falls off otherwise.
    double stopsTo(LightCourse other) {
        return Math.hypot(acrossStops - other.acrossStops, downStops - other.downStops);
    }

    /// How far the direction of the relief moved: 0 = not at all, 2 = from all along one way to all across it.
    double turnTo(LightCourse other) {
        return Math.hypot(cosine - other.cosine, sine - other.sine);
    }

    /// Least squares of the logarithm of luminance on the place, over a length of the root of the zone's area.
    private static double[] slope(ZoneGrid grid) {
        var plane = new org.stipple.imaging.geometry.LeastSquares(3);
        int n = 0;
        for (int at = 0; at < grid.inside().length; at++) {
            if (grid.inside()[at]) {
                double[] row = {at % grid.columns(), (double) (at / grid.columns()), 1};
                plane.add(row, Math.log(grid.luminance(at)) / Math.log(2), 1);
                n++;
            }
        }
        double length = Math.sqrt(n);
        return plane.solve()
                .map(found -> new double[] {found[0] * length, found[1] * length})
                .orElseGet(() -> new double[2]);
    }

    private static double[] direction(ZoneGrid grid) {
        int width = grid.columns();
        float[] light = grid.luminances();
        var log = new float[light.length];
        var steps = new float[light.length];
        Plane.eachRow(grid.rows(), row -> {
            for (int at = row * width; at < (row + 1) * width; at++) {
                log[at] = Logarithm.of(light[at]);
            }
        });
        Plane.eachRow(grid.rows(), row -> {
            for (int at = row * width; at < (row + 1) * width; at++) {
                steps[at] = step(grid, log, at, at + 1) + step(grid, log, at, at + width);
            }
        });
        double limit = STEEP * Math.max(grid.median(steps) / 2.0, 1e-9);
        double along = 0;
        double across = 0;
        double all = 0;
        for (int row = 1; row < grid.rows() - 1; row++) {
            for (int column = 1; column < width - 1; column++) {
                int at = row * width + column;
                if (isWithin(grid, at, width)) {
                    double dx = log[at + 1] - log[at - 1];
                    double dy = log[at + width] - log[at - width];
                    double steep = Math.sqrt(dx * dx + dy * dy);
                    double weight = steep > limit ? limit / steep : 1;
                    double u = dx * weight;
                    double v = dy * weight;
                    along += u * u - v * v;
                    across += 2 * u * v;
                    all += u * u + v * v;
                }
            }
        }
        return all > 0 ? new double[] {along / all, across / all} : new double[2];
    }

    private static float step(ZoneGrid grid, float[] log, int at, int next) {
        return next < log.length && grid.inside()[next] ? Math.abs(log[next] - log[at]) : 0;
    }

    private static boolean isWithin(ZoneGrid grid, int at, int width) {
        return grid.inside()[at]
                && grid.inside()[at - 1]
                && grid.inside()[at + 1]
                && grid.inside()[at - width]
                && grid.inside()[at + width];
    }
}
