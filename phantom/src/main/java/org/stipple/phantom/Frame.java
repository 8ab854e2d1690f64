package org.stipple.phantom;

import org.stipple.quantities.Length;

/// What the camera records: a grid of pixels, and how much skin one pixel sees at zoom 1.
///
/// @param widthPx pixels in a row, 1 to 8192
/// @param heightPx rows, 1 to 8192
/// @param pixel side of the square of skin that one pixel sees
public record Frame(int widthPx, int heightPx, Length pixel) {

    /// 1600 x 1200 pixels of 0.05 mm: 80 x 60 mm of skin, the size of a cheek.
    public static final Frame CHEEK = new Frame(1600, 1200, Length.ofMillimetres(0.05));

    /// @throws IllegalArgumentException outside these ranges
    public Frame {
        if (widthPx < 1 || widthPx > 8192 || heightPx < 1 || heightPx > 8192) {
            throw new IllegalArgumentException("frame must be 1..8192 pixels, was " + widthPx + " x " + heightPx);
        }
        if (!(pixel.millimetres() > 0)) {
            throw new IllegalArgumentException("a pixel must see some skin, was " + pixel);
        }
    }
}
