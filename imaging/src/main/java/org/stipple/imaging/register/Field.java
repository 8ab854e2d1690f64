package org.stipple.imaging.register;

import java.util.Arrays;
import org.stipple.imaging.raster.Plane;

/// For every place of a photo the way to the same skin in another photo, in pixels: known at the crossings of a
/// grid, in between by bilinear interpolation, beyond it as at its edge. Immutable.
public final class Field {

    private final int columns;
    private final int rows;
    private final double step;
    private final float[] dx;
    private final float[] dy;

    /// What stands at a crossing.
    public interface Way {

        /// To the right and down, in pixels.
        double[] at(double x, double y);
    }

    private Field(int columns, int rows, double step, float[] dx, float[] dy) {
        this.columns = columns;
        this.rows = rows;
        this.step = step;
        this.dx = dx;
        this.dy = dy;
    }

    /// @param step pixels from crossing to crossing; the first is at the corner of the photo
    static Field of(int width, int height, double step, Way way) {
        int columns = (int) Math.ceil(width / step) + 1;
        int rows = (int) Math.ceil(height / step) + 1;
        var dx = new float[columns * rows];
        var dy = new float[columns * rows];
        Plane.eachRow(rows, row -> {
            for (int column = 0; column < columns; column++) {
                double[] there = way.at(column * step, row * step);
                dx[row * columns + column] = (float) there[0];
                dy[row * columns + column] = (float) there[1];
            }
        });
        return new Field(columns, rows, step, dx, dy);
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /// From crossing to crossing, in pixels.
    public double step() {
        return step;
    }

    /// To the right.
    public double dx(double x, double y) {
        return between(dx, x, y);
    }

    /// Down.
    public double dy(double x, double y) {
        return between(dy, x, y);
    }

    private double between(float[] values, double x, double y) {
        double u = Math.clamp(x / step, 0, columns - 1.0);
        double v = Math.clamp(y / step, 0, rows - 1.0);
        int left = Math.min((int) u, columns - 2);
        int top = Math.min((int) v, rows - 2);
        double a = u - left;
        double b = v - top;
        int i = top * columns + left;
        return (1 - b) * ((1 - a) * values[i] + a * values[i + 1])
                + b * ((1 - a) * values[i + columns] + a * values[i + columns + 1]);
    }

    /// The ways from places in a row.
    ///
    /// @param y height of the row
    /// @param first the first place
    /// @param stride from place to place
    /// @param right is filled with how far to the right
    /// @param down is filled with how far down
    void along(double y, double first, double stride, float[] right, float[] down) {
        double v = Math.clamp(y / step, 0, rows - 1.0);
        int top = Math.min((int) v, rows - 2);
        double b = v - top;
        int above = top * columns;
        int below = above + columns;
        for (int i = 0; i < right.length; i++) {
            double u = Math.clamp((first + i * stride) / step, 0, columns - 1.0);
            int left = Math.min((int) u, columns - 2);
            double a = u - left;
            int one = above + left;
            int other = below + left;
            right[i] = (float)
                    ((1 - b) * ((1 - a) * dx[one] + a * dx[one + 1]) + b * ((1 - a) * dx[other] + a * dx[other + 1]));
            down[i] = (float)
                    ((1 - b) * ((1 - a) * dy[one] + a * dy[one + 1]) + b * ((1 - a) * dy[other] + a * dy[other + 1]));
        }
    }

    /// First `change`, which leads to a place near this one, then this.
    Field after(Field change) {
        return new Field(columns, rows, step, dx, dy).resampled(change);
    }

    private Field resampled(Field change) {
        var nextX = new float[dx.length];
        var nextY = new float[dy.length];
        Plane.eachRow(rows, row -> {
            for (int column = 0; column < columns; column++) {
                double x = column * step;
                double y = row * step;
                double cx = change.dx(x, y);
                double cy = change.dy(x, y);
                nextX[row * columns + column] = (float) (cx + dx(x + cx, y + cy));
                nextY[row * columns + column] = (float) (cy + dy(x + cx, y + cy));
            }
        });
        return new Field(columns, rows, step, nextX, nextY);
    }

    /// How far from a place one ends who goes there by this and back by `back`, in pixels.
    public double gap(Field back, double x, double y) {
        double u = x + dx(x, y);
        double v = y + dy(x, y);
        return Math.hypot(u + back.dx(u, v) - x, v + back.dy(u, v) - y);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Field field
                && columns == field.columns
                && rows == field.rows
                && step == field.step
                && Arrays.equals(dx, field.dx)
                && Arrays.equals(dy, field.dy);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(dx) + Arrays.hashCode(dy);
    }
}
