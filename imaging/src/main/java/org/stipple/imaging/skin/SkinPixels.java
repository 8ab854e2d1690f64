package org.stipple.imaging.skin;

/// The pixels of a zone in its photo, at their own size: nothing is warped. A view: the photo is not copied.
public final class SkinPixels {

    /// A channel at or above this is full.
    public static final int FULL = 253;

    private final int[] rgb;
    private final int photoWidth;
    private final int photoHeight;
    private final int left;
    private final int top;
    private final int right;
    private final int bottom;
    private final Inside inside;

    /// Which pixels of the photo belong to a zone.
    @FunctionalInterface
    public interface Inside {
        /// Column and row in the photo.
        boolean contains(int x, int y);
    }

    /// @param rgb of the whole photo, `0xRRGGBB`; not written to
    /// @param photoWidth pixels in a row of the photo
    /// @param photoHeight its rows
    /// @param left first column of the rectangle to be looked at
    /// @param top its first row
    /// @param right the column after its last
    /// @param bottom the row after its last
    /// @param inside which pixels belong to the zone
    public SkinPixels(
            int[] rgb, int photoWidth, int photoHeight, int left, int top, int right, int bottom, Inside inside) {
        this.rgb = rgb;
        this.photoWidth = photoWidth;
        this.photoHeight = photoHeight;
        this.left = left;
        this.top = top;
        this.right = right;
        this.bottom = bottom;
        this.inside = inside;
    }

    int[] rgb() {
        return rgb;
    }

    int photoWidth() {
        return photoWidth;
    }

    int photoHeight() {
        return photoHeight;
    }

    int left() {
        return left;
    }

    int top() {
        return top;
    }

    int right() {
        return right;
    }

    int bottom() {
        return bottom;
    }

    Inside inside() {
        return inside;
    }
}
