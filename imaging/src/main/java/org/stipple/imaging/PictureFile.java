package org.stipple.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.List;

/// Writes pictures that are looked at, not measured.
final class PictureFile {

    /// `design`: two of these, their maps and the growth by base64 stay below 6 MB.
    private static final int MAX_BYTES = 1_500_000;

    /// The first that is small enough is taken: noise, of which there is no end, costs most.
    private static final List<Float> QUALITIES = List.of(0.85f, 0.7f, 0.5f, 0.3f);

    private PictureFile() {}

    /// @param rgb `0xRRGGBB`, index `y * width + x`
    static Picture jpeg(int[] rgb, int width, int height) {
        BufferedImage image = PhotoWriter.image(rgb, width, height);
        byte[] file = {};
        for (float quality : QUALITIES) {
            file = PhotoWriter.write(image, PhotoFormat.JPEG, quality);
            if (file.length <= MAX_BYTES) {
                break;
            }
        }
        return new Picture(file, "image/jpeg", width, height);
    }

    /// A picture to lie over another.
    ///
    /// @param states which colour each pixel has, 0 for none, index `y * width + x`
    /// @param argb the colours, `0xAARRGGBB`; the first one is that of state 1
    static Picture overlay(byte[] states, int[] argb, int width, int height) {
        var palette = new int[argb.length + 1];
        System.arraycopy(argb, 0, palette, 1, argb.length);
        var colours = new IndexColorModel(8, palette.length, palette, 0, true, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours);
        System.arraycopy(states, 0, ((DataBufferByte) image.getRaster().getDataBuffer()).getData(), 0, states.length);
        return new Picture(PhotoWriter.write(image, PhotoFormat.PNG, 1), "image/png", width, height);
    }
}
