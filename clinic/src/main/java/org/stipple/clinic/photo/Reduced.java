package org.stipple.clinic.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.stipple.imaging.Photo;

/// Makes a photo smaller by averaging: every pixel of it counts, and nothing is made up between them. Only for
/// looking at; nothing is measured on it.
final class Reduced {

    private static final float QUALITY = 0.82f;
    private static final int GROUND = 0xF0F2F3;

    private Reduced() {}

    /// The file of a photo of that size in the middle of a larger ground.
    ///
    /// @param width of the photo on it, in pixels
    /// @param height of the photo on it, in pixels
    static byte[] on(int groundWidth, int groundHeight, Photo photo, int width, int height) {
        var image = new BufferedImage(groundWidth, groundHeight, BufferedImage.TYPE_INT_RGB);
        var ground = new int[groundWidth * groundHeight];
        Arrays.fill(ground, GROUND);
        int left = (groundWidth - width) / 2;
        int top = (groundHeight - height) / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                ground[(top + y) * groundWidth + left + x] = mean(
                        photo,
                        from(x, photo.width(), width),
                        until(x, photo.width(), width),
                        from(y, photo.height(), height),
                        until(y, photo.height(), height));
            }
        }
        image.setRGB(0, 0, groundWidth, groundHeight, ground, 0, groundWidth);
        return jpeg(image);
    }

    private static int from(int at, int of, int size) {
        return (int) ((long) at * of / size);
    }

    private static int until(int at, int of, int size) {
        return Math.max(from(at, of, size) + 1, (int) ((long) (at + 1) * of / size));
    }

    private static int mean(Photo photo, int left, int right, int top, int bottom) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int rgb = photo.rgbAt(x, y);
                red += rgb >> 16 & 0xFF;
                green += rgb >> 8 & 0xFF;
                blue += rgb & 0xFF;
            }
        }
        int count = (right - left) * (bottom - top);
        return (int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count);
    }

    private static byte[] jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), "jpeg")
                .next();
        var file = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(file)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a picture could not be written to memory", impossible);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
