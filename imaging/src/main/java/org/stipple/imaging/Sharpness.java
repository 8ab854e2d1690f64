package org.stipple.imaging;

import java.util.function.DoubleFunction;
import org.stipple.imaging.raster.Logarithm;
import org.stipple.imaging.raster.Plane;

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

    /// Half-size places beyond the zone that its squares reach.
    private static final int MARGIN = 5;

    /// For what is steeper than so many mean steps: grooves, spots and hairs, which a treatment may take away.
    private static final double STEEP = 3;

    private static final int ROUNDS = 3;

    /// How much sharper a photo is than another of the same skin; below 0 where it is less sharp.
    ///
    /// @param all by all that is seen
    /// @param fine by the fine relief between what is steep
    record Change(double all, double fine) {

        static Change of(Photo before, Region here, Photo after, Region there) {
            return new Change(
                    Sharpness.of(after, there, false) - Sharpness.of(before, here, false),
                    Sharpness.of(after, there, true) - Sharpness.of(before, here, true));
        }

        /// What both say: a deep groove that is gone moves the first, finer skin the second.
        ///
        /// @return the smaller one; 0 where they contradict each other
        double common() {
            return all * fine <= 0 ? 0 : Math.abs(all) < Math.abs(fine) ? all : fine;
        }
    }

    /// @return 0 for a zone in which nothing changes
    static double of(Photo photo, Region region) {
        return of(photo, region, false);
    }

    private static double of(Photo photo, Region region, boolean withoutSteep) {
        int width = photo.width() / 2;
        int height = photo.height() / 2;
        if (width < 9 || height < 9 || region.count() == 0) {
            return 0;
        }
        int[] box = region.box();
        int left = Math.max(0, box[0] / 2 - MARGIN);
        int top = Math.max(0, box[1] / 2 - MARGIN);
        int columns = Math.min(width, (box[2] + 1) / 2 + MARGIN) - left;
        int rows = Math.min(height, (box[3] + 1) / 2 + MARGIN) - top;
        float[] half = halfSizeLogLuminance(photo, left, top, columns, rows);
        float[] fine = means(half, columns, rows, 1);
        float[] coarse = means(fine, columns, rows, 2);
        DoubleFunction<double[]> within = most -> {
            var sums = new double[rows][];
            Plane.eachRow(rows, row -> {
                int y = top + row;
                sums[row] = y < 4 || y > height - 4
                        ? new double[4]
                        : row(fine, coarse, columns, row, left, width - 4, region.runs(2 * y), most);
            });
            var all = new double[4];
            for (double[] row : sums) {
                for (int i = 0; i < all.length; i++) {
                    all[i] += row[i];
                }
            }
            return all;
        };
        double[] all = within.apply(Double.POSITIVE_INFINITY);
        // The mean step itself is that of skin with its grooves at first.
        for (int round = 0; withoutSteep && round < ROUNDS && all[3] > 0; round++) {
            all = within.apply(STEEP * all[2] / all[3]);
        }
        return all[1] > 0 ? all[0] / all[1] : 0;
    }

    private static float[] halfSizeLogLuminance(Photo photo, int left, int top, int columns, int rows) {
        int[] rgb = photo.pixels();
        var half = new float[columns * rows];
        Plane.eachRow(rows, y -> {
            int i = 2 * (top + y) * photo.width() + 2 * left;
            for (int at = y * columns; at < (y + 1) * columns; at++) {
                half[at] =
                        (log(rgb[i]) + log(rgb[i + 1]) + log(rgb[i + photo.width()]) + log(rgb[i + photo.width() + 1]))
                                / 4;
                i += 2;
            }
        });
        return half;
    }

    private static float log(int rgb) {
        return Logarithm.of(LinearLight.quickLuminance(rgb) + 1e-3f);
    }

    /// Mean of a place and those a step to the right, below and both.
    private static float[] means(float[] plane, int width, int height, int step) {
        var mean = new float[plane.length];
        Plane.eachRow(Math.max(0, height - step), y -> {
            for (int i = y * width; i < (y + 1) * width - step; i++) {
                mean[i] = (plane[i] + plane[i + step] + plane[i + step * width] + plane[i + step * width + step]) / 4;
            }
        });
        return mean;
    }

    /// A square in `fine` is 2 wide and in `coarse` 4 wide, in places of half size, and stands at its top left
    /// corner.
    ///
    /// @param last the last column of the whole half-size photo that has its squares
    /// @param most coarse steps above it are left out
    /// @return sums of products, of squares and of coarse steps, and how many there are
    private static double[] row(
            float[] fine, float[] coarse, int width, int y, int left, int last, int[] runs, double most) {
        double product = 0;
        double square = 0;
        double steps = 0;
        int n = 0;
        for (int run = 0; run < runs.length; run += 2) {
            // Places of half size whose pixel of even column is inside.
            int from = Math.max(4, (runs[run] + 1) / 2);
            int to = Math.min(last, (runs[run + 1] - 1) / 2);
            for (int x = from; x <= to; x++) {
                int i = y * width + x - left;
                double fineAcross = fine[i - width] - fine[i - width - 2];
                double fineDown = fine[i - 1] - fine[i - 1 - 2 * width];
                double coarseAcross = coarse[i - 2 * width] - coarse[i - 2 * width - 4];
                double coarseDown = coarse[i - 2] - coarse[i - 2 - 4 * width];
                double step = Math.max(Math.abs(coarseAcross), Math.abs(coarseDown));
                if (step <= most) {
                    product += fineAcross * coarseAcross + fineDown * coarseDown;
                    square += coarseAcross * coarseAcross + coarseDown * coarseDown;
                    steps += step;
                    n++;
                }
            }
        }
        return new double[] {product, square, steps, n};
    }
}
