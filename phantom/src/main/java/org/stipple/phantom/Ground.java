package org.stipple.phantom;

import java.util.stream.IntStream;

/// Where on the skin each pixel of a frame lies: exact at every fourth pixel, and read in between, which is off
/// by less than a hundredth of a pixel for every [Stretch].
final class Ground {

    static final int STEP = 4;

    private final int columns;
    private final int rows;
    private final double[] xs;
    private final double[] ys;

    /// It reaches one step beyond the frame on every side.
    Ground(Pose pose, Frame frame) {
        this.columns = frame.widthPx() / STEP + 4;
        this.rows = frame.heightPx() / STEP + 4;
        this.xs = new double[columns * rows];
        this.ys = new double[columns * rows];
        IntStream.range(0, rows).parallel().forEach(row -> {
            for (int column = 0; column < columns; column++) {
                double[] place = pose.skinAt(frame, (column - 1) * STEP + 0.5, (row - 1) * STEP + 0.5);
                xs[row * columns + column] = place[0];
                ys[row * columns + column] = place[1];
            }
        });
    }

    /// The places of a row of pixels, from the one before the frame to the one after it.
    void row(int yPx, double[] x, double[] y) {
        int row = (yPx + STEP) / STEP * columns;
        double down = (yPx + STEP) % STEP / (double) STEP;
        for (int i = 0; i < x.length; i++) {
            int column = (i - 1 + STEP) / STEP;
            double right = (i - 1 + STEP) % STEP / (double) STEP;
            int corner = row + column;
            x[i] = mixed(xs, corner, right, down);
            y[i] = mixed(ys, corner, right, down);
        }
    }

    private double mixed(double[] values, int corner, double right, double down) {
        double top = values[corner] + right * (values[corner + 1] - values[corner]);
        double bottom = values[corner + columns] + right * (values[corner + columns + 1] - values[corner + columns]);
        return top + down * (bottom - top);
    }

    double x(int xPx, int yPx) {
        return between(xs, xPx, yPx);
    }

    double y(int xPx, int yPx) {
        return between(ys, xPx, yPx);
    }

    /// Side in mm of the square of skin that a pixel sees: the square root of the area.
    double pixelMm(int xPx, int yPx) {
        int corner = (yPx / STEP + 1) * columns + xPx / STEP + 1;
        double xRight = xs[corner + 1] - xs[corner];
        double yRight = ys[corner + 1] - ys[corner];
        double xDown = xs[corner + columns] - xs[corner];
        double yDown = ys[corner + columns] - ys[corner];
        return Math.sqrt(Math.abs(xRight * yDown - yRight * xDown)) / STEP;
    }

    /// A soft pattern over millimetres at every node, to be read with [#between].
    double[] pattern(long seed, double cellMm) {
        var values = new double[columns * rows];
        IntStream.range(0, rows).parallel().forEach(row -> {
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                values[i] = Grain.fractal(seed, xs[i] / cellMm, ys[i] / cellMm, 3, 0.6);
            }
        });
        return values;
    }

    /// @param values one for each node
    double between(double[] values, int xPx, int yPx) {
        int x = xPx + STEP;
        int y = yPx + STEP;
        return mixed(values, y / STEP * columns + x / STEP, x % STEP / (double) STEP, y % STEP / (double) STEP);
    }

    double left() {
        return least(xs);
    }

    double top() {
        return least(ys);
    }

    double right() {
        return -least(negated(xs));
    }

    double bottom() {
        return -least(negated(ys));
    }

    private static double least(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static double[] negated(double[] values) {
        var out = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            out[i] = -values[i];
        }
        return out;
    }
}
