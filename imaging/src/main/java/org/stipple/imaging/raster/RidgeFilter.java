package org.stipple.imaging.raster;

import java.util.Arrays;

/// How much of a dark line runs through each pixel: the largest eigenvalue of the Hessian (Sato 1998, doi
/// 10.1016/S1361-8415(98)80009-1), the maximum over some scales.
///
/// Each scale is computed where it is 2 to 4 pixels wide, in a pyramid of planes of half the size: what is
/// blurred that much has nothing finer. Between the pixels of a smaller plane the answer is interpolated, which
/// loses
/// a few per cent at the sharpest crests.
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
        float offset = 0.5f / factor - 0.5f;
        float step = 1f / factor;
        Plane.eachRow(ridges.height(), y -> {
            float row = Math.clamp(y * step + offset, 0, small.height() - 1);
            int top = (int) row;
            float ty = row - top;
            var line = new float[small.width() + 2];
            int upper = top * small.width();
            int lower = Math.min(top + 1, small.height() - 1) * small.width();
            for (int x = 0; x < small.width(); x++) {
                line[x + 1] = small.values()[upper + x] * (1 - ty) + small.values()[lower + x] * ty;
            }
            line[0] = line[1];
            line[small.width() + 1] = line[small.width()];
            float[] out = ridges.values();
            for (int part = 0; part < factor; part++) {
                // Pixel x = i * factor + part lies at i + t in the line.
                float t = part * step + offset + 1;
                int shift = (int) t;
                float rest = t - shift;
                int n = Math.min(small.width(), (width - part + factor - 1) / factor);
                for (int i = 0; i < n; i++) {
                    float value = line[i + shift] + rest * (line[i + shift + 1] - line[i + shift]);
                    int at = y * width + i * factor + part;
                    out[at] = Math.max(out[at], value);
                }
            }
        });
    }
}
