package org.stipple.phantom;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;

/// Pixels of a rendered photo: sRGB, 8 bits a channel, row by row from the top left corner. Immutable.
public final class RenderedPhoto {

    private final Frame frame;
    private final Length pixel;
    private final int[] rgb;

    /// @param rgb owned by this photo from now on
    RenderedPhoto(Frame frame, Length pixel, int[] rgb) {
        this.frame = frame;
        this.pixel = pixel;
        this.rgb = rgb;
    }

    /// Pixels in a row.
    public int width() {
        return frame.widthPx();
    }

    /// Rows.
    public int height() {
        return frame.heightPx();
    }

    /// Side of the square of skin that one pixel truly sees, zoom included.
    public Length pixel() {
        return pixel;
    }

    /// A copy of the pixels, `0xRRGGBB`, index `y * width + x`.
    public int[] rgb() {
        return rgb.clone();
    }

    /// This as a PNG file, without loss.
    public byte[] png() {
        var out = new ByteArrayOutputStream();
        write("png", 1, out);
        return out.toByteArray();
    }

    /// This as a JPEG file.
    ///
    /// @param quality 1 = best
    public byte[] jpeg(Fraction quality) {
        var out = new ByteArrayOutputStream();
        write("jpeg", quality.value(), out);
        return out.toByteArray();
    }

    private void write(String format, double quality, ByteArrayOutputStream bytes) {
        var image = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width(), height(), rgb, 0, width());
        var writer = ImageIO.getImageWritersByFormatName(format.toLowerCase(Locale.ROOT))
                .next();
        // In memory: the default stream would keep a file in the temporary directory.
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality((float) quality);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory could not be written to", impossible);
        } finally {
            writer.dispose();
        }
    }
}
