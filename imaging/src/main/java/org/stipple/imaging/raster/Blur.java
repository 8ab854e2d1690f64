package org.stipple.imaging.raster;

/// A Gaussian blur, row by row: down into one row that stays in the cache, then across. At the edges the last
/// number goes on.
public final class Blur {

    private final float[] kernel;

    private Blur(float[] kernel) {
        this.kernel = kernel;
    }

    /// @param sigma standard deviation in pixels; up to 0.3 nothing is blurred
    public static Blur of(double sigma) {
        int radius = sigma <= 0.3 ? 0 : (int) Math.ceil(3 * sigma);
        var half = new float[radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += weight(i, sigma);
        }
        for (int i = 0; i <= radius; i++) {
            half[i] = (float) (weight(i, sigma) / sum);
        }
        return new Blur(half);
    }

    private static double weight(int i, double sigma) {
        return i == 0 ? 1 : Math.exp(-i * i / (2 * sigma * sigma));
    }

    /// A new plane.
    public Plane of(Plane plane) {
        var blurred = new Plane(plane.width(), plane.height());
        Plane.eachRow(plane.height(), y -> {
            var down = new float[plane.width() + 2 * radius()];
            row(plane, y, down, blurred.values(), y * plane.width());
        });
        return blurred;
    }

    int radius() {
        return kernel.length - 1;
    }

    /// One blurred row, written from `at` on.
    ///
    /// @param down scratch of the width and twice the radius
    void row(Plane plane, int y, float[] down, float[] out, int at) {
        int width = plane.width();
        int radius = radius();
        float[] in = plane.values();
        scaled(in, y * width, down, radius, width, kernel[0]);
        for (int k = 1; k <= radius; k++) {
            int above = Math.max(y - k, 0) * width;
            int below = Math.min(y + k, plane.height() - 1) * width;
            added(in, above, below, down, radius, width, kernel[k]);
        }
        for (int k = 1; k <= radius; k++) {
            down[radius - k] = down[radius];
            down[radius + width - 1 + k] = down[radius + width - 1];
        }
        scaled(down, radius, out, at, width, kernel[0]);
        for (int k = 1; k <= radius; k++) {
            added(down, radius - k, radius + k, out, at, width, kernel[k]);
        }
    }

    // Plain loops over one index: the compiler makes vector instructions of them.

    private static void scaled(float[] in, int from, float[] out, int at, int n, float weight) {
        for (int i = 0; i < n; i++) {
            out[at + i] = weight * in[from + i];
        }
    }

    private static void added(float[] in, int one, int other, float[] out, int at, int n, float weight) {
        for (int i = 0; i < n; i++) {
            out[at + i] += weight * (in[one + i] + in[other + i]);
        }
    }
}
