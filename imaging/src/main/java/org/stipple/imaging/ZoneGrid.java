package org.stipple.imaging;

import java.util.Arrays;
import org.stipple.imaging.raster.Median;
import org.stipple.imaging.raster.Plane;

/// A zone in squares of some pixels, each with its mean linear light: for what is coarser than pores and hairs.
///
/// @param columns across the zone
/// @param rows down the zone
/// @param side of a square, in pixels
/// @param light red, green and blue of each square, which has none where less than half of it is in the zone
/// @param inside which squares are in the zone
record ZoneGrid(int columns, int rows, int side, float[][] light, boolean[] inside) {

    /// @param across about as many squares as the zone is wide
    static ZoneGrid of(Photo photo, Region region, int across) {
        int side = Math.max(1, region.columns() / across);
        int[] box = region.box();
        int columns = Math.ceilDiv(box[2] - box[0], side);
        int rows = Math.ceilDiv(box[3] - box[1], side);
        var light = new float[3][columns * rows];
        var inside = new boolean[columns * rows];
        Plane.eachRow(rows, row -> {
            var sums = new Sums(columns);
            for (int y = box[1] + row * side; y < Math.min(box[1] + (row + 1) * side, box[3]); y++) {
                sums.add(photo, region.runs(y), y, box[0], side);
            }
            for (int column = 0; column < columns; column++) {
                int at = row * columns + column;
                int n = sums.n[column];
                inside[at] = 2 * n >= side * side;
                if (inside[at]) {
                    light[0][at] = (float) (sums.red[column] / n);
                    light[1][at] = (float) (sums.green[column] / n);
                    light[2][at] = (float) (sums.blue[column] / n);
                }
            }
        });
        return new ZoneGrid(columns, rows, side, light, inside);
    }

    /// Of the squares of one row.
    private static final class Sums {

        private final double[] red;
        private final double[] green;
        private final double[] blue;
        private final int[] n;

        Sums(int columns) {
            red = new double[columns];
            green = new double[columns];
            blue = new double[columns];
            n = new int[columns];
        }

        void add(Photo photo, int[] runs, int y, int left, int side) {
            int[] pixels = photo.pixels();
            int row = y * photo.width();
            for (int i = 0; i < runs.length; i += 2) {
                int x = runs[i];
                while (x < runs[i + 1]) {
                    int column = (x - left) / side;
                    int end = Math.min(runs[i + 1], left + (column + 1) * side);
                    double r = red[column];
                    double g = green[column];
                    double b = blue[column];
                    for (int at = row + x; at < row + end; at++) {
                        int rgb = pixels[at];
                        r += LinearLight.of(rgb >> 16 & 0xFF);
                        g += LinearLight.of(rgb >> 8 & 0xFF);
                        b += LinearLight.of(rgb & 0xFF);
                    }
                    red[column] = r;
                    green[column] = g;
                    blue[column] = b;
                    n[column] += end - x;
                    x = end;
                }
            }
        }
    }

    /// Of a square; a thousandth is added, so that black has a logarithm.
    double luminance(int at) {
        return 0.2126 * light[0][at] + 0.7152 * light[1][at] + 0.0722 * light[2][at] + 1e-3;
    }

    /// The same of every square, those outside the zone too.
    float[] luminances() {
        var all = new float[inside.length];
        Plane.eachRow(rows, row -> {
            for (int at = row * columns; at < (row + 1) * columns; at++) {
                all[at] = (float) luminance(at);
            }
        });
        return all;
    }

    /// The median over the squares of the zone; 0 when it has none.
    float median(float[] values) {
        var some = new float[values.length];
        int n = 0;
        for (int at = 0; at < values.length; at++) {
            if (inside[at]) {
                some[n] = values[at];
                n++;
            }
        }
        return n == 0 ? 0 : Median.of(Arrays.copyOf(some, n));
    }
}
