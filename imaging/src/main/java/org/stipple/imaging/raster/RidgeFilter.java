package org.stipple.imaging.raster;

import java.util.Arrays;

/// How much of a dark line runs through each pixel: the largest eigenvalue of the Hessian (Sato 1998, doi
/// 10.1016/S1361-8415(98)80009-1), the maximum over some scales.
///
/// Each scale is computed where it is 2 to 4 pixels wide, in a pyramid of planes of half the size: what is
/// blurred that much has nothing finer. Between the pixels of a smaller plane the answer is interpolated, which
/// loses a few per cent at the sharpest crests.
public final class RidgeFilter {

    private final double[] sigmas;

    private RidgeFilter(double[] sigmas) {
        this.sigmas = sigmas;
    }

    /// @param sigmas in pixels, each 1 to 64
    public static RidgeFilter at(double... sigmas) {
        double[] sorted = sigmas.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || !(sorted[0] >= 1 && sorted[sorted.length - 1] <= 64)) {
            throw new IllegalArgumentException("scales must be 1..64 pixels, were " + Arrays.toString(sigmas));
        }
        return new RidgeFilter(sorted);
    }

    /// Of the same size as the plane.
    public Plane of(Plane plane) {
        var ridges = new Plane(plane.width(), plane.height());
        Plane level = plane;
        int factor = 1;
        int next = 0;
        while (next < sigmas.length) {
            while (sigmas[next] >= 4 * factor && Math.min(level.width(), level.height()) >= 8) {
                level = level.reduced(2);
                factor *= 2;
            }
            // A mean of n pixels has the variance (n^2 - 1) / 12.
            double variance = (1 - 1.0 / factor / factor) / 12;
            Plane out = factor == 1 ? ridges : new Plane(level.width(), level.height());
            for (; next < sigmas.length && (sigmas[next] < 4 * factor || out.width() < 8); next++) {
                Hessian.at(sigmas[next] / factor, variance).largest(level, out);
            }
            if (factor > 1) {
                raise(ridges, out, factor);
            }
        }
        return ridges;
    }

    /// Sets each pixel to what lies there in the smaller plane, if that is more.
    private static void raise(Plane ridges, Plane small, int factor) {
        int width = ridges.width();
        Plane.eachBand(ridges.height(), (from, to) -> {
            var spread = new Spread(small, factor, width);
            var row = new float[width];
            for (int y = from; y < to; y++) {
                System.arraycopy(ridges.values(), y * width, row, 0, width);
                Rows.raise(spread.row(y), row, width);
                System.arraycopy(row, 0, ridges.values(), y * width, width);
            }
        });
    }

    /// Rows of a smaller plane at full size, between its pixels interpolated.
    private static final class Spread {

        private final Plane small;
        private final int factor;
        private final float[] upper;
        private final float[] lower;
        private final float[] line;
        private final float[] left;
        private final float[] right;
        private final float[] between;
        private final float[] row;

        Spread(Plane small, int factor, int width) {
            this.small = small;
            this.factor = factor;
            int n = small.width();
            upper = new float[n];
            lower = new float[n];
            line = new float[n + 2];
            left = new float[n];
            right = new float[n];
            between = new float[n];
            row = new float[width];
        }

        /// What is beyond the smaller plane is 0.
        float[] row(int y) {
            float step = 1f / factor;
            float offset = 0.5f / factor - 0.5f;
            float at = Math.clamp(y * step + offset, 0, small.height() - 1);
            int top = (int) at;
            int n = small.width();
            System.arraycopy(small.values(), top * n, upper, 0, n);
            System.arraycopy(small.values(), Math.min(top + 1, small.height() - 1) * n, lower, 0, n);
            Rows.between(upper, lower, at - top, between, n);
            System.arraycopy(between, 0, line, 1, n);
            line[0] = line[1];
            line[n + 1] = line[n];
            for (int part = 0; part < factor; part++) {
                // Pixel x = i * factor + part lies at i + t in the line.
                float t = part * step + offset + 1;
                int shift = (int) t;
                System.arraycopy(line, shift, left, 0, n);
                System.arraycopy(line, shift + 1, right, 0, n);
                Rows.between(left, right, t - shift, between, n);
                int places = Math.min(n, (row.length - part + factor - 1) / factor);
                for (int i = 0, x = part; i < places; i++, x += factor) {
                    row[x] = between[i];
                }
            }
            return row;
        }
    }
}
