package org.stipple.imaging.register;

import java.lang.ref.Reference;
import java.util.Arrays;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.opencv.video.DISOpticalFlow;
import org.stipple.imaging.raster.Plane;

/// Finds a field by dense inverse search (Kroeger and others 2016, arXiv 1603.03590), coarse and then fine, each
/// time clipped, freed of what its neighbours contradict, and smoothed.
///
/// The smoothing is what keeps it honest: skin gives over centimetres, and a wrinkle that went away must not be
/// warped into place.
public final class FieldFinder {

    /// First coarsely, for the rough map may be far off where it saw nothing, then finely; powers of two.
    private static final int[] FINEST = {3, 1};

    /// `design`: pixels of the relief by which each step may be off; longer ways are false.
    private static final double[] MAX_STEP = {24, 10};

    /// What a relief is where it shows nothing.
    private static final double NOTHING = 128;

    /// `design`: pixels of the relief by which a cell may differ from its surroundings.
    private static final double MAX_ODD = 2;

    /// Relief pixels from crossing to crossing.
    private static final int CELL = 8;

    private FieldFinder() {}

    /// Field of a rough map, on the grid that fits the relief.
    public static Field start(Relief fixed, Field.Way way) {
        return Field.of(fixed.photoWidth(), fixed.photoHeight(), CELL * (double) fixed.factor(), way);
    }

    /// The way from each place of `fixed` to the same skin in `moving`.
    ///
    /// @param start within some pixels
    /// @param sigma standard deviation of the smoothing, in pixels of the photo
    public static Field find(Relief fixed, Relief moving, Field start, double sigma) {
        Field field = start;
        for (int i = 0; i < FINEST.length; i++) {
            field = field.after(step(fixed, moving, field, sigma, i));
        }
        return field;
    }

    private static Field step(Relief fixed, Relief moving, Field field, double sigma, int round) {
        int width = fixed.image().cols();
        int height = fixed.image().rows();
        var shown = new boolean[width * height];
        Mat laid = laid(moving, field, fixed, shown);
        var flow = new Mat();
        var search = DISOpticalFlow.create(DISOpticalFlow.PRESET_FAST);
        search.setFinestScale(FINEST[round]);
        // Smoothed over millimetres anyway.
        search.setVariationalRefinementIterations(0);
        search.calc(fixed.image(), laid, flow);
        // Else the collector may free it while native code still runs.
        Reference.reachabilityFence(search);
        var cells = new Cells(field.columns(), field.rows());
        var here = new byte[width * height];
        var there = new byte[width * height];
        fixed.image().get(0, 0, here);
        laid.get(0, 0, there);
        var row = new float[2 * width];
        double most = MAX_STEP[round] * MAX_STEP[round];
        for (int y = 0; y < height; y++) {
            flow.get(y, 0, row);
            for (int x = 0; x < width; x++) {
                int u = x + Math.round(row[2 * x]);
                int v = y + Math.round(row[2 * x + 1]);
                if (u >= 0
                        && u < width
                        && v >= 0
                        && v < height
                        && shown[v * width + u]
                        && row[2 * x] * row[2 * x] + row[2 * x + 1] * row[2 * x + 1] <= most) {
                    int at = (y + CELL / 2) / CELL * field.columns() + (x + CELL / 2) / CELL;
                    double one = (here[y * width + x] & 0xFF) - NOTHING;
                    double other = (there[v * width + u] & 0xFF) - NOTHING;
                    cells.add(at, row[2 * x], row[2 * x + 1], one, other);
                }
            }
        }
        laid.release();
        flow.release();
        cells.rejectOdd();
        int factor = fixed.factor();
        cells.smooth(sigma / field.step());
        return Field.of(fixed.photoWidth(), fixed.photoHeight(), field.step(), (x, y) -> {
            int at = (int) Math.rint(y / field.step()) * field.columns() + (int) Math.rint(x / field.step());
            return new double[] {factor * cells.x[at], factor * cells.y[at]};
        });
    }

    /// The moving relief as the fixed one would see it.
    ///
    /// @param shown is told where it shows something
    private static Mat laid(Relief moving, Field field, Relief fixed, boolean[] shown) {
        int width = fixed.image().cols();
        int height = fixed.image().rows();
        int right = moving.image().cols() - 1;
        int bottom = moving.image().rows() - 1;
        var us = new float[width * height];
        var vs = new float[width * height];
        Plane.eachRow(height, y -> {
            var dx = new float[width];
            var dy = new float[width];
            double py = (y + 0.5) * fixed.factor();
            field.along(py, 0.5 * fixed.factor(), fixed.factor(), dx, dy);
            for (int x = 0; x < width; x++) {
                double px = (x + 0.5) * fixed.factor();
                float u = (float) ((px + dx[x]) / moving.factor() - 0.5);
                float v = (float) ((py + dy[x]) / moving.factor() - 0.5);
                us[y * width + x] = u;
                vs[y * width + x] = v;
                shown[y * width + x] = u >= 0 && u <= right && v >= 0 && v <= bottom;
            }
        });
        var mapX = new Mat(height, width, CvType.CV_32F);
        var mapY = new Mat(height, width, CvType.CV_32F);
        mapX.put(0, 0, us);
        mapY.put(0, 0, vs);
        var laid = new Mat();
        Imgproc.remap(
                moving.image(), laid, mapX, mapY, Imgproc.INTER_LINEAR, Core.BORDER_CONSTANT, new Scalar(NOTHING));
        mapX.release();
        mapY.release();
        return laid;
    }

    /// Weighted means of the ways, one for each crossing.
    private static final class Cells {

        private final int columns;
        private final int rows;
        private final double[] weight;
        private final double[] x;
        private final double[] y;

        /// Sums of both reliefs, their squares and their product.
        private final double[][] match;

        Cells(int columns, int rows) {
            this.columns = columns;
            this.rows = rows;
            weight = new double[columns * rows];
            x = new double[columns * rows];
            y = new double[columns * rows];
            match = new double[5][columns * rows];
        }

        void add(int at, double dx, double dy, double here, double there) {
            weight[at]++;
            x[at] += dx;
            y[at] += dy;
            match[0][at] += here;
            match[1][at] += there;
            match[2][at] += here * here;
            match[3][at] += there * there;
            match[4][at] += here * there;
        }

        /// Makes means of the sums. What does not look alike at the end of its way weighs little: that is change,
        /// not a shift. Those far from the median of their surroundings are forgotten.
        void rejectOdd() {
            double[] sums = weight.clone();
            for (int at = 0; at < sums.length; at++) {
                if (sums[at] > 0) {
                    x[at] /= sums[at];
                    y[at] /= sums[at];
                    double likeness = likeness(at);
                    weight[at] *= likeness * likeness;
                }
            }
            Plane.eachRow(rows, row -> {
                for (int column = 0; column < columns; column++) {
                    int at = row * columns + column;
                    if (sums[at] > 0
                            && Math.hypot(x[at] - median(x, sums, column, row), y[at] - median(y, sums, column, row))
                                    > MAX_ODD) {
                        weight[at] = 0;
                    }
                }
            });
        }

        /// Correlation of the two reliefs, 0 where it is none.
        private double likeness(int at) {
            double n = weight[at];
            double here = match[2][at] - match[0][at] * match[0][at] / n;
            double there = match[3][at] - match[1][at] * match[1][at] / n;
            double both = match[4][at] - match[0][at] * match[1][at] / n;
            return here > 0 && there > 0 ? Math.max(0, both / Math.sqrt(here * there)) : 0;
        }

        private double median(double[] values, double[] known, int column, int row) {
            var near = new double[25];
            int n = 0;
            for (int j = Math.max(0, row - 2); j <= Math.min(rows - 1, row + 2); j++) {
                for (int i = Math.max(0, column - 2); i <= Math.min(columns - 1, column + 2); i++) {
                    if (known[j * columns + i] > 0) {
                        near[n] = values[j * columns + i];
                        n++;
                    }
                }
            }
            Arrays.sort(near, 0, n);
            return near[n / 2];
        }

        /// Gaussian with weights: what is unknown takes the value of what is around it.
        void smooth(double sigma) {
            for (int at = 0; at < weight.length; at++) {
                x[at] *= weight[at];
                y[at] *= weight[at];
            }
            double most = Arrays.stream(weight).max().orElse(0);
            blurred(x, sigma);
            blurred(y, sigma);
            blurred(weight, sigma);
            for (int at = 0; at < weight.length; at++) {
                double sum = weight[at] + 1e-6 * most + 1e-12;
                x[at] /= sum;
                y[at] /= sum;
            }
        }

        private void blurred(double[] values, double sigma) {
            int radius = (int) Math.ceil(3 * sigma);
            var kernel = new double[radius + 1];
            for (int i = 0; i <= radius; i++) {
                kernel[i] = Math.exp(-i * i / (2 * sigma * sigma));
            }
            double[] across = new double[values.length];
            Plane.eachRow(rows, row -> {
                for (int column = 0; column < columns; column++) {
                    for (int i = Math.max(-radius, -column); i <= Math.min(radius, columns - 1 - column); i++) {
                        across[row * columns + column] += kernel[Math.abs(i)] * values[row * columns + column + i];
                    }
                }
            });
            Plane.eachRow(rows, row -> {
                for (int column = 0; column < columns; column++) {
                    double sum = 0;
                    for (int j = Math.max(-radius, -row); j <= Math.min(radius, rows - 1 - row); j++) {
                        sum += kernel[Math.abs(j)] * across[(row + j) * columns + column];
                    }
                    values[row * columns + column] = sum;
                }
            });
        }
    }
}
