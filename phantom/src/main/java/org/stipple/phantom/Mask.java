package org.stipple.phantom;

import java.util.BitSet;

/// Which pixels of a photo belong to something, in the frame of that photo. Immutable.
public final class Mask {

    private final int width;
    private final int height;
    private final BitSet inside;

    Mask(int width, int height, BitSet inside) {
        this.width = width;
        this.height = height;
        this.inside = inside;
    }

    /// The pixels from column `left` up to but without `right`, and from row `top` up to but without `bottom`.
    public static Mask rectangle(Frame frame, int left, int top, int right, int bottom) {
        var inside = new BitSet(frame.widthPx() * frame.heightPx());
        for (int y = Math.max(0, top); y < Math.min(bottom, frame.heightPx()); y++) {
            int from = Math.max(0, left);
            int to = Math.min(right, frame.widthPx());
            if (from < to) {
                inside.set(y * frame.widthPx() + from, y * frame.widthPx() + to);
            }
        }
        return new Mask(frame.widthPx(), frame.heightPx(), inside);
    }

    /// Pixels in a row.
    public int width() {
        return width;
    }

    /// Rows.
    public int height() {
        return height;
    }

    /// @throws IndexOutOfBoundsException outside the photo
    public boolean contains(int x, int y) {
        java.util.Objects.checkIndex(x, width);
        java.util.Objects.checkIndex(y, height);
        return inside.get(y * width + x);
    }

    /// How many pixels belong.
    public int count() {
        return inside.cardinality();
    }

    /// The first pixel from `index` on that belongs, as y * width + x, or -1: for loops of this package.
    int next(int index) {
        return inside.nextSetBit(index);
    }

    /// The pixels that belong, white on black, as a PNG of 8 bits.
    public byte[] png() {
        return PngOfMask.of(width, height, inside);
    }

    /// A copy of the pixels that belong, as y * width + x.
    public BitSet pixels() {
        return (BitSet) inside.clone();
    }
}
