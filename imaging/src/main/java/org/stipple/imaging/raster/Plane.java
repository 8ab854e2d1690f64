package org.stipple.imaging.raster;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// A rectangle of numbers, index `y * width + x`. Whoever makes it fills it; afterwards it is only read.
public final class Plane {

    private static final int BAND = 32;

    private final int width;
    private final int height;
    private final float[] values;

    /// All 0.
    public Plane(int width, int height) {
        this(width, height, new float[width * height]);
    }

    /// @param values owned by this plane from now on
    /// @throws IllegalArgumentException when the number of values is another
    public Plane(int width, int height, float[] values) {
        if (values.length != width * height) {
            throw new IllegalArgumentException(width + " x " + height + " needs other than " + values.length);
        }
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /// Numbers in a row.
    public int width() {
        return width;
    }

    /// Rows.
    public int height() {
        return height;
    }

    /// The numbers themselves.
    public float[] values() {
        return values;
    }

    /// The number at a column and row.
    public float at(int x, int y) {
        return values[y * width + x];
    }

    /// Between the four nearest middles of pixels; outside, what stands at the edge. The middle of the first
    /// pixel is (0, 0).
    public float between(float x, float y) {
        float cx = Math.clamp(x, 0, width - 1);
        float cy = Math.clamp(y, 0, height - 1);
        int left = (int) cx;
        int top = (int) cy;
        int right = Math.min(left + 1, width - 1);
        int bottom = Math.min(top + 1, height - 1) * width;
        float tx = cx - left;
        float ty = cy - top;
        top *= width;
        float above = values[top + left] + tx * (values[top + right] - values[top + left]);
        float below = values[bottom + left] + tx * (values[bottom + right] - values[bottom + left]);
        return above + ty * (below - above);
    }

    /// Means of squares of so many pixels; an incomplete row or column at the end is left out.
    public Plane reduced(int factor) {
        if (factor == 1) {
            return this;
        }
        var small = new Plane(Math.max(1, width / factor), Math.max(1, height / factor));
        int columns = Math.min(factor, width);
        int rows = Math.min(factor, height);
        float share = 1f / (columns * rows);
        eachRow(small.height, y -> {
            for (int x = 0; x < small.width; x++) {
                float sum = 0;
                for (int j = 0; j < rows; j++) {
                    int from = (y * factor + j) * width + x * factor;
                    for (int i = 0; i < columns; i++) {
                        sum += values[from + i];
                    }
                }
                small.values[y * small.width + x] = sum * share;
            }
        });
        return small;
    }

    /// Some rows that follow each other.
    @FunctionalInterface
    public interface Band {
        /// @param from the first row
        /// @param to the row after the last
        void of(int from, int to);
    }

    /// Bands of rows in parallel, for what needs room to work in; what is done to one must not depend on another.
    /// Bands do not depend on the number of cores.
    public static void eachBand(int rows, Band band) {
        eachRow(Math.ceilDiv(rows, BAND), i -> band.of(i * BAND, Math.min(rows, (i + 1) * BAND)));
    }

    /// Rows in parallel; what is done to one must not depend on another.
    public static void eachRow(int rows, IntConsumer row) {
        IntStream.range(0, rows).parallel().forEach(row);
    }
}
