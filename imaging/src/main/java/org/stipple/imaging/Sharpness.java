package org.stipple.imaging;

import java.util.stream.IntStream;

/// How steep fine detail is where coarse detail is steep: the regression of the step between squares of 4
/// pixels on the step between squares of 8 pixels at the same place, over all places of a zone.
///
/// Sharp skin with its furrows has 0.9 and more, blurred skin 0.6 to 0.7. Not the contrast itself, which
/// differs between people and lights; and not the ratio of two contrasts, which noise and JPEG blocks make
/// high in a blurred photo: both sit in the fine detail but not where the coarse detail is. Taken of the
/// logarithm of luminance, so that neither exposure nor skin tone matters.
final class Sharpness {

    /// `design`: synthetic skin of 0.05 mm a pixel passes with a blur of 1.5 pixels (standard deviation) and
    /// fails with 4, in all six skin types and down to a JPEG quality of 0.6. Smooth skin fails earlier.
    static final double LIMIT = 0.72;

    private Sharpness() {}

    /// @return 0 for a zone in which nothing changes
    static double of(Photo photo, Region region) {
        int width = photo.width() / 2;
        int height = photo.height() / 2;
        if (width < 9 || height < 9) {
            return 0;
        }
        float[] half = halfSizeLogLuminance(photo, width, height);
        float[] fine = means(half, width, height, 1);
        float[] coarse = means(fine, width, height, 2);
        var rows = new double[height][];
        IntStream.range(0, height).parallel().forEach(y -> rows[y] = row(fine, coarse, width, height, y, region));
        double product = 0;
        double square = 0;
        for (double[] row : rows) {
            product += row[0];
            square += row[1];
        }
        return square > 0 ? product / square : 0;
    }

    private static float[] halfSizeLogLuminance(Photo photo, int width, int height) {
        int[] rgb = photo.pixels();
        var half = new float[width * height];
        IntStream.range(0, height).parallel().forEach(y -> {
            for (int x = 0; x < width; x++) {
                int i = 2 * y * photo.width() + 2 * x;
                half[y * width + x] =
                        (log(rgb[i]) + log(rgb[i + 1]) + log(rgb[i + photo.width()]) + log(rgb[i + photo.width() + 1]))
                                / 4;
            }
        });
        return half;
    }

    private static float log(int rgb) {
        return (float) Math.log(LinearLight.luminance(rgb) + 1e-3);
    }

    /// Mean of a place and those a step to the right, below and both.
    private static float[] means(float[] plane, int width, int height, int step) {
        var mean = new float[plane.length];
        IntStream.range(0, height - step).parallel().forEach(y -> {
            for (int x = 0; x < width - step; x++) {
                int i = y * width + x;
                mean[i] = (plane[i] + plane[i + step] + plane[i + step * width] + plane[i + step * width + step]) / 4;
            }
        });
        return mean;
    }

    /// A square in `fine` is 2 wide and in `coarse` 4 wide, in places of half size, and stands at its top left
    /// corner.
    private static double[] row(float[] fine, float[] coarse, int width, int height, int y, Region region) {
        var sums = new double[2];
        if (y < 4 || y > height - 4) {
            return sums;
        }
        for (int x = 4; x <= width - 4; x++) {
            if (region.contains(2 * x, 2 * y)) {
                int i = y * width + x;
                double fineAcross = fine[i - width] - fine[i - width - 2];
                double fineDown = fine[i - 1] - fine[i - 1 - 2 * width];
                double coarseAcross = coarse[i - 2 * width] - coarse[i - 2 * width - 4];
                double coarseDown = coarse[i - 2] - coarse[i - 2 - 4 * width];
                sums[0] += fineAcross * coarseAcross + fineDown * coarseDown;
                sums[1] += coarseAcross * coarseAcross + coarseDown * coarseDown;
            }
        }
        return sums;
    }
}
