package org.stipple.imaging;

import java.util.Arrays;

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
        int[] bounds = bounds(region);
        int columns = Math.ceilDiv(bounds[2] - bounds[0], side);
        int rows = Math.ceilDiv(bounds[3] - bounds[1], side);
        var light = new float[3][columns * rows];
        var inside = new boolean[columns * rows];
        int[] pixels = photo.pixels();
        java.util.stream.IntStream.range(0, rows).parallel().forEach(row -> {
            for (int column = 0; column < columns; column++) {
                double red = 0;
                double green = 0;
                double blue = 0;
                int n = 0;
                int left = bounds[0] + column * side;
                int top = bounds[1] + row * side;
                for (int y = top; y < Math.min(top + side, bounds[3]); y++) {
                    for (int x = left; x < Math.min(left + side, bounds[2]); x++) {
                        if (region.contains(x, y)) {
                            int rgb = pixels[y * photo.width() + x];
                            red += LinearLight.of(rgb >> 16 & 0xFF);
                            green += LinearLight.of(rgb >> 8 & 0xFF);
                            blue += LinearLight.of(rgb & 0xFF);
                            n++;
                        }
                    }
                }
                int at = row * columns + column;
                inside[at] = 2 * n >= side * side;
                if (inside[at]) {
                    light[0][at] = (float) (red / n);
                    light[1][at] = (float) (green / n);
                    light[2][at] = (float) (blue / n);
                }
            }
        });
        return new ZoneGrid(columns, rows, side, light, inside);
    }

    /// First column and row of the zone, and those after its last.
    private static int[] bounds(Region region) {
        int[] bounds = {region.width(), region.height(), 0, 0};
        for (int y = 0; y < region.height(); y++) {
            int from = region.nextInside(0, y);
            if (from < region.width()) {
                bounds[0] = Math.min(bounds[0], from);
                bounds[1] = Math.min(bounds[1], y);
                bounds[3] = y + 1;
                for (int x = from; x < region.width(); x = region.nextInside(x, y)) {
                    x = region.nextOutside(x, y);
                    bounds[2] = Math.max(bounds[2], x);
                    if (x >= region.width()) {
                        break;
                    }
                }
            }
        }
        return bounds[2] == 0 ? new int[4] : bounds;
    }

    /// Of a square; a thousandth is added, so that black has a logarithm.
    double luminance(int at) {
        return 0.2126 * light[0][at] + 0.7152 * light[1][at] + 0.0722 * light[2][at] + 1e-3;
    }

    /// The median over the squares of the zone; 0 when it has none.
    double median(java.util.function.IntToDoubleFunction of) {
        double[] values = java.util.stream.IntStream.range(0, inside.length)
                .filter(at -> inside[at])
                .mapToDouble(of)
                .toArray();
        Arrays.sort(values);
        return values.length == 0 ? 0 : values[values.length / 2];
    }
}
