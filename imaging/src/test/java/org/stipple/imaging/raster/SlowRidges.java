package org.stipple.imaging.raster;

/// The ridge filter as one would write it down first: at full size, each second derivative a sum over the
/// derivatives of a Gaussian around each pixel.
final class SlowRidges {

    private SlowRidges() {}

    static Plane of(Plane plane, double... sigmas) {
        var ridges = new Plane(plane.width(), plane.height());
        for (double sigma : sigmas) {
            int reach = (int) Math.ceil(4 * sigma);
            for (int y = reach; y < plane.height() - reach; y++) {
                for (int x = reach; x < plane.width() - reach; x++) {
                    float value = (float) at(plane, x, y, sigma, reach);
                    ridges.values()[y * plane.width() + x] = Math.max(ridges.at(x, y), value);
                }
            }
        }
        return ridges;
    }

    private static double at(Plane plane, int x, int y, double sigma, int reach) {
        double xx = 0;
        double yy = 0;
        double xy = 0;
        double s2 = sigma * sigma;
        for (int v = -reach; v <= reach; v++) {
            for (int u = -reach; u <= reach; u++) {
                double g = Math.exp(-(u * u + v * v) / (2 * s2)) / (2 * Math.PI * s2) * plane.at(x + u, y + v);
                xx += g * (u * u / s2 - 1) / s2;
                yy += g * (v * v / s2 - 1) / s2;
                xy += g * u * v / s2 / s2;
            }
        }
        return s2 * ((xx + yy) / 2 + Math.sqrt((xx - yy) * (xx - yy) / 4 + xy * xy));
    }
}
