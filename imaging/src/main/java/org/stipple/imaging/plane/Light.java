package org.stipple.imaging.plane;

import org.stipple.imaging.raster.Plane;

/// Linear luminance of a photo, pixel by pixel, without a copy of it.
public interface Light {

    /// Columns.
    int width();

    /// Rows.
    int height();

    /// 0 to 1.
    double at(int x, int y);

    /// Means of squares of `factor` x `factor`; what is left over at the right and bottom edge is left out.
    ///
    /// @return index `y * (width / factor) + x`
    default float[] means(int factor) {
        int columns = width() / factor;
        var means = new float[columns * (height() / factor)];
        Plane.eachRow(height() / factor, y -> {
            for (int x = 0; x < columns; x++) {
                double sum = 0;
                for (int j = 0; j < factor; j++) {
                    for (int i = 0; i < factor; i++) {
                        sum += at(x * factor + i, y * factor + j);
                    }
                }
                means[y * columns + x] = (float) (sum / (factor * factor));
            }
        });
        return means;
    }

    /// Between the middles of pixels, which lie at halves; beyond the edge the edge goes on.
    default double between(double x, double y) {
        double u = Math.clamp(x - 0.5, 0, width() - 1.0);
        double v = Math.clamp(y - 0.5, 0, height() - 1.0);
        int left = (int) u;
        int top = (int) v;
        int right = Math.min(left + 1, width() - 1);
        int bottom = Math.min(top + 1, height() - 1);
        double a = u - left;
        double b = v - top;
        return (1 - b) * ((1 - a) * at(left, top) + a * at(right, top))
                + b * ((1 - a) * at(left, bottom) + a * at(right, bottom));
    }
}
