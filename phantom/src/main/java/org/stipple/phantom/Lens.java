package org.stipple.phantom;

/// The blur of lens, focus and motion: a Gaussian, in linear light. One for each thread: it keeps a plane to
/// work in.
final class Lens {

    private final float[] kernel;
    private float[] work = new float[0];

    Lens(double sigmaPx) {
        this.kernel = kernel(sigmaPx);
    }

    /// How far a pixel spreads.
    static int radius(double sigmaPx) {
        return sigmaPx < 0.05 ? 0 : (int) Math.ceil(3 * sigmaPx);
    }

    private static float[] kernel(double sigma) {
        int radius = radius(sigma);
        var kernel = new float[2 * radius + 1];
        if (radius == 0) {
            kernel[0] = 1;
            return kernel;
        }
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += Math.exp(-i * i / (2 * sigma * sigma));
        }
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = (float) (Math.exp(-i * i / (2 * sigma * sigma)) / sum);
        }
        return kernel;
    }

    /// Blurs a plane in place; beyond its edges it goes on as at them.
    void blur(float[] plane, int width, int height) {
        if (kernel.length == 1) {
            return;
        }
        if (work.length < width * height) {
            work = new float[width * height];
        }
        for (int y = 0; y < height; y++) {
            across(plane, y * width, width);
        }
        down(plane, width, height);
    }

    private void across(float[] plane, int row, int width) {
        int radius = kernel.length / 2;
        java.util.Arrays.fill(work, row, row + width, 0);
        for (int k = -radius; k <= radius; k++) {
            float weight = kernel[k + radius];
            int from = Math.clamp(-k, 0, width);
            int to = Math.clamp(width - k, 0, width);
            for (int x = 0; x < from; x++) {
                work[row + x] += weight * plane[row];
            }
            for (int x = from; x < to; x++) {
                work[row + x] += weight * plane[row + x + k];
            }
            for (int x = Math.max(from, to); x < width; x++) {
                work[row + x] += weight * plane[row + width - 1];
            }
        }
    }

    private void down(float[] plane, int width, int height) {
        int radius = kernel.length / 2;
        for (int y = 0; y < height; y++) {
            java.util.Arrays.fill(plane, y * width, (y + 1) * width, 0);
            for (int k = -radius; k <= radius; k++) {
                int row = Math.clamp(y + k, 0, height - 1) * width;
                float weight = kernel[k + radius];
                for (int x = 0; x < width; x++) {
                    plane[y * width + x] += weight * work[row + x];
                }
            }
        }
    }
}
