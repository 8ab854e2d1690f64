package org.stipple.phantom;

import java.util.stream.IntStream;

/// A soft pattern over millimetres, made at every fourth pixel and read in between: it has nothing finer.
final class Pattern {

    private static final int STEP = 4;

    private final int columns;
    private final float[] values;

    /// @param cellMm width of its largest features
    Pattern(int width, int height, Pose pose, Frame frame, long seed, double cellMm) {
        this.columns = width / STEP + 2;
        int rows = height / STEP + 2;
        this.values = new float[columns * rows];
        IntStream.range(0, rows).parallel().forEach(row -> {
            for (int column = 0; column < columns; column++) {
                double[] place = pose.skinAt(frame, column * STEP + 0.5, row * STEP + 0.5);
                values[row * columns + column] =
                        (float) Grain.fractal(seed, place[0] / cellMm, place[1] / cellMm, 3, 0.6);
            }
        });
    }

    /// About -1 to 1.
    double at(int x, int y) {
        int corner = y / STEP * columns + x / STEP;
        double tx = x % STEP / (double) STEP;
        double ty = y % STEP / (double) STEP;
        double top = values[corner] + tx * (values[corner + 1] - values[corner]);
        double bottom = values[corner + columns] + tx * (values[corner + columns + 1] - values[corner + columns]);
        return top + ty * (bottom - top);
    }
}
