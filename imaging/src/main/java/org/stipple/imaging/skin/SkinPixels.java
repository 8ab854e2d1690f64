package org.stipple.imaging.skin;

import java.util.HashMap;
import java.util.Map;

/// The pixels of a zone in its photo, at their own size: nothing is warped. A view: the photo is not copied. One
/// thread only: it remembers what was made of it.
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
    private final Map<Integer, SkinField> fields = new HashMap<>();

    /// Which pixels of the photo belong to a zone.
    @FunctionalInterface
    public interface Inside {
        /// The pieces of a row of the photo that do: the first column and the column after the last of each, in
        /// pairs from left to right; not to be written to.
        int[] runs(int y);
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

    /// These as planes of linear light. Metrics share them: each is made once, of one twice as fine where that
    /// has larger pixels than the photo, whoever asks first: sums in another order would have other last
    /// digits. From several threads.
    ///
    /// @param factor pixels of the photo to a side of a pixel of the field
    synchronized SkinField field(int factor) {
        SkinField known = fields.get(factor);
        if (known != null) {
            return known;
        }
        SkinField made = factor < 4 || factor % 2 != 0
                ? SkinField.ofPixels(this, factor)
                : SkinField.ofFiner(field(factor / 2), 2);
        fields.put(factor, made);
        return made;
    }

    /// Lets go of the fields that were made.
    public synchronized void forget() {
        fields.clear();
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
