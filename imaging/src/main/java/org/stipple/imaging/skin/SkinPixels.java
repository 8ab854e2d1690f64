package org.stipple.imaging.skin;

/// The pixels of a zone in its photo, at their own size: nothing is warped.
///
/// @param rgb of the whole photo, `0xRRGGBB`; not written to
/// @param photoWidth pixels in a row of the photo
/// @param photoHeight its rows
/// @param left first column of the rectangle to be looked at
/// @param top its first row
/// @param right the column after its last
/// @param bottom the row after its last
/// @param inside which pixels belong to the zone
@SuppressWarnings("ArrayRecordComponent") // A view of the photo: compared with nothing.
public record SkinPixels(
        int[] rgb, int photoWidth, int photoHeight, int left, int top, int right, int bottom, Inside inside) {

    /// A channel at or below this has no colour left.
    public static final int DARK = 2;

    /// A channel at or above this is full.
    public static final int FULL = 253;

    /// Which pixels of the photo belong to a zone.
    @FunctionalInterface
    public interface Inside {
        /// Column and row in the photo.
        boolean contains(int x, int y);
    }
}
