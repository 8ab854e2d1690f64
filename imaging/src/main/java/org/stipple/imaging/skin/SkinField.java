package org.stipple.imaging.skin;

import org.stipple.imaging.raster.Plane;
import org.stipple.imaging.raster.SrgbLight;

/// A zone as planes of linear light, each pixel the mean of a square of `factor` x `factor` pixels of the photo:
/// noise and the blocks of JPEG are less, and nothing that is looked for is finer.
public final class SkinField {

    private static final float[] LIGHT = SrgbLight.table();

    private final SkinPixels pixels;
    private final int factor;
    private final Plane red;
    private final Plane green;
    private final Plane blue;
    private final boolean[] skin;
    private final boolean[] full;

    private SkinField(SkinPixels pixels, int factor) {
        this.pixels = pixels;
        this.factor = factor;
        int width = Math.max(1, (pixels.right() - pixels.left()) / factor);
        int height = Math.max(1, (pixels.bottom() - pixels.top()) / factor);
        this.red = new Plane(width, height);
        this.green = new Plane(width, height);
        this.blue = new Plane(width, height);
        this.skin = new boolean[width * height];
        this.full = new boolean[width * height];
        Plane.eachRow(height, this::row);
    }

    /// @param factor pixels of the photo to a side of a pixel here
    public static SkinField of(SkinPixels pixels, int factor) {
        return new SkinField(pixels, factor);
    }

    /// The largest whole number of pixels that is at most so long.
    public static int factor(double mmPerPx, double pitchMm) {
        return Math.max(1, (int) (pitchMm / mmPerPx + 1e-6));
    }

    private void row(int y) {
        int[] rgb = pixels.rgb();
        int width = red.width();
        float share = 1f / (factor * factor);
        for (int x = 0; x < width; x++) {
            float r = 0;
            float g = 0;
            float b = 0;
            int inside = 0;
            boolean clipped = false;
            for (int j = 0; j < factor; j++) {
                int photoY = Math.min(pixels.top() + y * factor + j, pixels.photoHeight() - 1);
                int from = photoY * pixels.photoWidth() + pixels.left() + x * factor;
                for (int i = 0; i < factor; i++) {
                    int photoX = pixels.left() + x * factor + i;
                    int pixel = rgb[photoX < pixels.photoWidth() ? from + i : from];
                    int r8 = pixel >> 16 & 0xFF;
                    int g8 = pixel >> 8 & 0xFF;
                    int b8 = pixel & 0xFF;
                    r += LIGHT[r8];
                    g += LIGHT[g8];
                    b += LIGHT[b8];
                    clipped |= Math.max(r8, Math.max(g8, b8)) >= SkinPixels.FULL;
                    if (pixels.inside().contains(Math.min(photoX, pixels.photoWidth() - 1), photoY)) {
                        inside++;
                    }
                }
            }
            int at = y * width + x;
            red.values()[at] = r * share;
            green.values()[at] = g * share;
            blue.values()[at] = b * share;
            skin[at] = 2 * inside >= factor * factor;
            full[at] = clipped;
        }
    }

    /// Pixels in a row.
    public int width() {
        return red.width();
    }

    /// Rows.
    public int height() {
        return red.height();
    }

    /// Pixels of the photo to a side of a pixel here.
    public int factor() {
        return factor;
    }

    /// What it was made of.
    public SkinPixels pixels() {
        return pixels;
    }

    /// Linear red.
    public Plane red() {
        return red;
    }

    /// Linear green.
    public Plane green() {
        return green;
    }

    /// Linear blue.
    public Plane blue() {
        return blue;
    }

    /// Whether at least half of the pixel belongs to the zone.
    public boolean isSkin(int at) {
        return skin[at];
    }

    /// Whether a channel of any of its pixels is full, so that neither its colour nor its brightness is known.
    public boolean isFull(int at) {
        return full[at];
    }

    /// Luminance (Y of CIE 1931).
    public Plane luminance() {
        var luminance = new Plane(width(), height());
        float[] y = luminance.values();
        for (int i = 0; i < y.length; i++) {
            y[i] = 0.2126f * red.values()[i] + 0.7152f * green.values()[i] + 0.0722f * blue.values()[i];
        }
        return luminance;
    }
}
