package org.stipple.imaging.plane;

/// Linear luminance of a photo, pixel by pixel, without a copy of it.
public interface Light {

    /// Columns.
    int width();

    /// Rows.
    int height();

    /// 0 to 1.
    double at(int x, int y);

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
