package org.stipple.imaging.raster;

import java.util.stream.IntStream;

/// Second derivatives of a plane at one scale, times the square of the scale, so that a line as wide as the
/// scale answers alike at every scale: for a groove of Gaussian profile, depth A and standard deviation s, the
/// largest is A * sigma^2 * s / (s^2 + sigma^2)^1.5.
///
/// Blur and differences are fused: three blurred rows stay in the cache. The blur is a little less than the
/// scale, by the variance that differences of neighbours have of their own (1/6 pixel squared for the second
/// difference).
public final class Hessian {

    private static final int STRIP = 64;
    private static final double OWN_VARIANCE = 1.0 / 6;

    private final Blur blur;
    private final float square;

    private Hessian(Blur blur, float square) {
        this.blur = blur;
        this.square = square;
    }

    /// @param sigma in pixels of the planes it will be asked of, at least 0.7
    /// @param variance that those planes already have of this blur, in pixels squared
    public static Hessian at(double sigma, double variance) {
        double left = sigma * sigma - OWN_VARIANCE - variance;
        return new Hessian(Blur.of(Math.sqrt(Math.max(0, left))), (float) (sigma * sigma));
    }

    /// The larger eigenvalue: high along dark lines. What is already higher in `out` stays.
    public void largest(Plane plane, Plane out) {
        strips(plane, (y, above, here, below, width) -> {
            float[] to = out.values();
            int at = y * width;
            for (int x = 1; x < width - 1; x++) {
                float xx = here[x - 1] - 2 * here[x] + here[x + 1];
                float yy = above[x] - 2 * here[x] + below[x];
                float xy = 0.25f * (above[x - 1] + below[x + 1] - above[x + 1] - below[x - 1]);
                float half = 0.5f * (xx - yy);
                float value = square * (0.5f * (xx + yy) + (float) Math.sqrt(half * half + xy * xy));
                to[at + x] = Math.max(to[at + x], value);
            }
        });
    }

    /// The three second derivatives: across, down, mixed.
    public Plane[] derivatives(Plane plane) {
        var planes = new Plane[] {
            new Plane(plane.width(), plane.height()),
            new Plane(plane.width(), plane.height()),
            new Plane(plane.width(), plane.height())
        };
        float[] across = planes[0].values();
        float[] down = planes[1].values();
        float[] mixed = planes[2].values();
        strips(plane, (y, above, here, below, width) -> {
            int at = y * width;
            for (int x = 1; x < width - 1; x++) {
                across[at + x] = square * (here[x - 1] - 2 * here[x] + here[x + 1]);
                down[at + x] = square * (above[x] - 2 * here[x] + below[x]);
                mixed[at + x] = square * 0.25f * (above[x - 1] + below[x + 1] - above[x + 1] - below[x - 1]);
            }
        });
        return planes;
    }

    private interface Row {
        void of(int y, float[] above, float[] here, float[] below, int width);
    }

    private void strips(Plane plane, Row row) {
        int height = plane.height();
        IntStream.range(0, (height + STRIP - 1) / STRIP)
                .parallel()
                .forEach(strip -> strip(plane, strip * STRIP, Math.min(height, (strip + 1) * STRIP), row));
    }

    /// The outermost rows and columns have no neighbours and stay as they are.
    private void strip(Plane plane, int from, int to, Row row) {
        int width = plane.width();
        var down = new float[width + 2 * blur.radius()];
        var ring = new float[3][width];
        int first = Math.max(1, from);
        int last = Math.min(plane.height() - 1, to);
        for (int y = first - 1; y <= first && first < last; y++) {
            blur.row(plane, y, down, ring[y % 3], 0);
        }
        for (int y = first; y < last; y++) {
            blur.row(plane, y + 1, down, ring[(y + 1) % 3], 0);
            row.of(y, ring[(y - 1) % 3], ring[y % 3], ring[(y + 1) % 3], width);
        }
    }
}
