package org.stipple.imaging;

import java.util.Optional;
/// Pixels being put where they belong, row by row of the file, each at once in the place it has when the photo is
/// turned upright: a turned copy would take the memory of another photo. Mutable, for one thread.

final class UprightPixels {

    private final int width;
    private final int height;
    private final Orientation orientation;
    private final int[] rgb;

    /// @param width of the file, before it is turned
    /// @param height of the file, before it is turned
    UprightPixels(int width, int height, Orientation orientation) {
        this.width = width;
        this.height = height;
        this.orientation = orientation;
        this.rgb = new int[width * height];
    }

    /// Puts one row of the file.
    ///
    /// @param row `0xAARRGGBB`, of which the opacity is looked at and dropped
    /// @throws UnusablePhoto where a pixel is transparent
    void put(int y, int[] row) {
        int at = start(y);
        int step = step();
        for (int x = 0; x < width; x++) {
            if (row[x] >>> 24 != 0xFF) {
                throw new UnusablePhoto("a photo with transparent parts");
            }
            rgb[at] = row[x] & 0xFFFFFF;
            at += step;
        }
    }

    /// Where the first pixel of a row comes to lie.
    private int start(int y) {
        int last = height - 1 - y;
        return switch (orientation.code()) {
            case 2 -> y * width + width - 1;
            case 3 -> last * width + width - 1;
            case 4 -> last * width;
            case 5 -> y;
            case 6 -> last;
            case 7 -> (width - 1) * height + last;
            case 8 -> (width - 1) * height + y;
            default -> y * width;
        };
    }

    /// From one pixel of a row to the next.
    private int step() {
        return switch (orientation.code()) {
            case 2, 3 -> -1;
            case 5, 6 -> height;
            case 7, 8 -> -height;
            default -> 1;
        };
    }

    /// All of them; to be called once every row was put.
    Photo photo(PhotoFormat format, Optional<JpegTables> tables) {
        boolean turned = orientation.code() >= 5;
        return new Photo(turned ? height : width, turned ? width : height, rgb, format, tables);
    }
}
