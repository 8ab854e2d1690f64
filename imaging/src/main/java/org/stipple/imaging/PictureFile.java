package org.stipple.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes pictures that are looked at, not measured.
final class PictureFile {

    /// `design`: two of these, their maps and the growth by base64 stay below 6 MB.
    private static final int MAX_BYTES = 1_500_000;

    /// The first that is small enough is taken: noise, of which there is no end, costs most.
    private static final List<Float> QUALITIES = List.of(0.85f, 0.7f, 0.5f, 0.3f);

    private PictureFile() {}

    /// @param rgb `0xRRGGBB`, index `y * width + x`
    static Picture jpeg(int[] rgb, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, width, height, rgb);
        byte[] file = {};
        for (float quality : QUALITIES) {
            file = written(image, "jpeg", quality);
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
        return new Picture(written(image, "png", 1), "image/png", width, height);
    }

    private static byte[] written(RenderedImage image, String format, float quality) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        // In memory: the default stream would keep a file in the temporary directory.
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(quality);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory could not be written to", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
