package org.stipple.imaging.plane;

/// Linear sRGB light, 0 to 1, in three planes, index `y * width + x`. A piece of a photo, maybe made smaller by
/// averaging: place (x, y) here is place (left + x · factor, top + y · factor) in the photo, corners alike.
public final class Planes {

    private final int width;
    private final int height;
    private final float[] red;
    private final float[] green;
    private final float[] blue;

    /// @param red owned by this from now on, as are the others
    public Planes(int width, int height, float[] red, float[] green, float[] blue) {
        if (red.length != width * height || green.length != red.length || blue.length != red.length) {
            throw new IllegalArgumentException("planes of " + width + " x " + height + " had " + red.length);
        }
        this.width = width;
        this.height = height;
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    /// Columns.
    public int width() {
        return width;
    }

    /// Rows.
    public int height() {
        return height;
    }

    /// Not to be written to.
    public float[] red() {
        return red;
    }

    /// Not to be written to.
    public float[] green() {
        return green;
    }

    /// Not to be written to.
    public float[] blue() {
        return blue;
    }

    /// Luminance (Y of CIE 1931), a fresh plane.
    public float[] luminance() {
        var out = new float[red.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = 0.2126f * red[i] + 0.7152f * green[i] + 0.0722f * blue[i];
        }
        return out;
    }
}
