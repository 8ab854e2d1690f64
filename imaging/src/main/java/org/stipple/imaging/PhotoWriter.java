package org.stipple.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes pixels, and nothing else, into a fresh file.
final class PhotoWriter {

    private static final float QUALITY = 0.95f;

    private PhotoWriter() {}

    static byte[] write(Photo photo, PhotoFormat format) {
        return write(image(photo.pixels(), photo.width(), photo.height()), format, QUALITY);
    }

    /// @param rgb `0xRRGGBB`, index `y * width + x`
    static BufferedImage image(int[] rgb, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, width, height, rgb);
        return image;
    }

    /// @param quality of a JPEG, to 1; a PNG has none
    static byte[] write(RenderedImage image, PhotoFormat format, float quality) {
        var writer = ImageIO.getImageWritersByFormatName(format.name().toLowerCase(Locale.ROOT))
                .next();
        var bytes = new ByteArrayOutputStream();
        // In memory: the default stream would keep a file in the temporary directory.
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            if (format == PhotoFormat.JPEG) {
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
