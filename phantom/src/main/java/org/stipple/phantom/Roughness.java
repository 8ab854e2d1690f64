package org.stipple.phantom;

import org.stipple.quantities.Length;

/// Root mean square height of a relief in a band of wavelengths.
final class Roughness {

    /// A Gaussian filter that lets half of a wavelength through has this standard deviation in wavelengths:
    /// sqrt(ln 2 / 2) / pi (ISO 16610-21, with its weighting function written as a normal distribution).
    private static final double SIGMA = Math.sqrt(Math.log(2) / 2) / Math.PI;

    private static final double SHORTEST_MM = 0.3;
    private static final double LONGEST_MM = 3;

    private Roughness() {}

    /// @param heights in mm, 16-bit floats, row by row
    static Length of(short[] heights, int width, Mask zone, double pixelMm) {
        int left = Integer.MAX_VALUE;
        int right = -1;
        int top = Integer.MAX_VALUE;
        int bottom = -1;
        for (int i = zone.next(0); i >= 0; i = zone.next(i + 1)) {
            left = Math.min(left, i % width);
            right = Math.max(right, i % width);
            top = Math.min(top, i / width);
            bottom = Math.max(bottom, i / width);
        }
        int columns = right - left + 1;
        int rows = bottom - top + 1;
        int edge = (int) Math.ceil(LONGEST_MM / 2 / pixelMm);
        if (columns <= 2 * edge || rows <= 2 * edge) {
            throw new IllegalArgumentException("a zone must be wider and higher than 3 mm to have a roughness");
        }
        var fine = new float[columns * rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                fine[y * columns + x] = Float.float16ToFloat(heights[(top + y) * width + left + x]);
            }
        }
        float[] coarse = fine.clone();
        new Lens(SIGMA * SHORTEST_MM / pixelMm).blur(fine, columns, rows);
        new Lens(SIGMA * LONGEST_MM / pixelMm).blur(coarse, columns, rows);
        double squares = 0;
        int n = 0;
        // Nearer to the edge the long filter has nothing to go by.
        for (int y = edge; y < rows - edge; y++) {
            for (int x = edge; x < columns - edge; x++) {
                if (zone.contains(left + x, top + y)) {
                    double height = fine[y * columns + x] - coarse[y * columns + x];
                    squares += height * height;
                    n++;
                }
            }
        }
        return Length.ofMillimetres(n == 0 ? 0 : Math.sqrt(squares / n));
    }
}
