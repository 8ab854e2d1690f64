package org.stipple.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Where something was found, in the frame and size of a photo. Immutable.
public final class SkinMask {

    /// Which photo, or both.
    public enum Of {
        BASELINE("baseline"),
        FOLLOWUP("followup"),
        /// In the frame of the baseline: what was found in one photo and not near there in the other.
        CHANGE("change");

        private final String id;

        Of(String id) {
            this.id = id;
        }

        /// The identifier in names of files: `change`.
        public String id() {
            return id;
        }
    }

    private final Of of;
    private final Finding finding;
    private final int width;
    private final int height;
    private final BitSet marked;

    /// @param marked owned by this mask from now on
    SkinMask(Of of, Finding finding, int width, int height, BitSet marked) {
        this.of = of;
        this.finding = finding;
        this.width = width;
        this.height = height;
        this.marked = marked;
    }

    /// Which photo.
    public Of of() {
        return of;
    }

    /// What was found.
    public Finding finding() {
        return finding;
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
        return marked.get(y * width + x);
    }

    /// How many pixels are marked.
    public int count() {
        return marked.cardinality();
    }

    /// The name that `stipple measure --masks` gives its file: `baseline-wrinkles.png`.
    public String fileName() {
        return of.id + "-" + finding.id() + ".png";
    }

    /// This as a PNG file of 8 bits, white on black.
    public byte[] png() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = marked.nextSetBit(0); i >= 0; i = marked.nextSetBit(i + 1)) {
            grey[i] = (byte) 0xFF;
        }
        var bytes = new ByteArrayOutputStream();
        // In memory: the default stream would keep a file in the temporary directory.
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory could not be written to", impossible);
        }
        return bytes.toByteArray();
    }
}
