package org.stipple.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.stipple.imaging.Photo;
import org.stipple.imaging.UnusablePhoto;

/// What any file must keep to, and small files to begin with.
final class FuzzDecoding {

    private static final int WIDTH = 24;
    private static final int HEIGHT = 16;

    private FuzzDecoding() {}

    /// A photo or a refusal in words; of a photo, nothing is kept but its pixels.
    static void decode(byte[] file) {
        try {
            Photo photo = Photo.decode(file);
            if ((long) photo.width() * photo.height() > 1_000_000) {
                return; // true, and slow
            }
            Photo again = Photo.decode(photo.stripped());
            if (again.width() != photo.width() || again.height() != photo.height()) {
                throw new AssertionError("what is stored has another size than what was read");
            }
        } catch (UnusablePhoto refused) {
            if (refused.getMessage() == null || refused.getMessage().isBlank()) {
                throw new AssertionError("refused without a word", refused);
            }
        }
    }

    static byte[] png(int type) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture(type), "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static byte[] jpeg(boolean progressive) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        ImageWriter writer = writers.next();
        var out = new ByteArrayOutputStream();
        try (var to = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(to);
            writer.write(null, new IIOImage(picture(BufferedImage.TYPE_INT_RGB), null, null), how);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static BufferedImage picture(int type) {
        var image = new BufferedImage(WIDTH, HEIGHT, type);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, 0xFF000000 | 10 * x << 16 | 15 * y << 8 | x * y % 251);
            }
        }
        return image;
    }

    /// A JPEG with one more segment behind its first.
    static byte[] withSegment(byte[] jpeg, int marker, String word, byte[] content) {
        byte[] name = word.getBytes(StandardCharsets.ISO_8859_1);
        int after = 4 + ((jpeg[4] & 0xFF) << 8 | jpeg[5] & 0xFF);
        int length = Math.min(65_535, 2 + name.length + content.length);
        var all = ByteBuffer.allocate(jpeg.length + 2 + length)
                .put(jpeg, 0, after)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) length)
                .put(name)
                .put(content, 0, length - 2 - name.length)
                .put(jpeg, after, jpeg.length - after);
        return all.array();
    }
}
