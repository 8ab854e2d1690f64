package org.stipple.imaging;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// The decoder of the Java platform, fed with nothing but image data and stopped at the first sign of damage.
final class PhotoReader {

    private PhotoReader() {}

    /// @throws UnusablePhoto when there are no pixels, or more than are decoded
    static void checkSize(int width, int height) {
        if (width < 1 || height < 1) {
            throw new UnusablePhoto("a file that says it is " + width + " x " + height + " pixels");
        }
        if ((long) width * height > Photo.MAX_PIXELS) {
            throw new UnusablePhoto(
                    "a photo of " + width + " x " + height + " pixels, above the limit of " + Photo.MAX_PIXELS);
        }
    }

    /// @return pixels `0xRRGGBB`, row by row
    /// @throws UnusablePhoto when they cannot be decoded without doubt
    static int[] rgb(byte[] image, String format, int width, int height) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        var damage = new Damage();
        // In memory: the default stream would keep a copy of the photo in the temporary directory.
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener(damage);
            BufferedImage decoded = reader.read(0);
            damage.check();
            if (decoded.getWidth() != width || decoded.getHeight() != height) {
                throw new UnusablePhoto("a damaged file: it says two different sizes");
            }
            return srgb(decoded);
        } catch (IOException
                | CMMException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | NullPointerException
                | ClassCastException undecodable) {
            // The readers of the platform answer damaged input with any of these.
            damage.check();
            throw new UnusablePhoto("a damaged or unusual " + format + " file that cannot be decoded", undecodable);
        } finally {
            reader.dispose();
        }
    }

    private static int[] srgb(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        ColorSpace space = image.getColorModel().getColorSpace();
        BufferedImage plain = image;
        if (space.getType() == ColorSpace.TYPE_RGB && !space.isCS_sRGB()) {
            plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            new ColorConvertOp(null).filter(image, plain);
        }
        var rgb = new int[width * height];
        boolean transparent = false;
        if (isDeep(plain)) {
            deep(plain, rgb);
        } else if (space.getType() == ColorSpace.TYPE_GRAY
                && image.getRaster().getTransferType() == DataBuffer.TYPE_BYTE) {
            grey(image, rgb);
        } else if (isPlainBytes(plain)) {
            bytes(plain, rgb);
        } else {
            plain.getRGB(0, 0, width, height, rgb, 0, width);
        }
        for (int i = 0; i < rgb.length; i++) {
            transparent |= rgb[i] >>> 24 != 0xFF;
            rgb[i] &= 0xFFFFFF;
        }
        if (transparent) {
            throw new UnusablePhoto("a photo with transparent parts");
        }
        return rgb;
    }

    private static boolean isPlainBytes(BufferedImage image) {
        return image.getColorModel() instanceof ComponentColorModel model
                && model.getColorSpace().isCS_sRGB()
                && model.getNumComponents() == 3
                && model.getTransferType() == DataBuffer.TYPE_BYTE;
    }

    /// What `getRGB` answers, some times faster.
    private static void bytes(BufferedImage image, int[] rgb) {
        var raster = image.getRaster();
        int width = image.getWidth();
        var row = new int[3 * width];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                rgb[y * width + x] = 0xFF000000 | row[3 * x] << 16 | row[3 * x + 1] << 8 | row[3 * x + 2];
            }
        }
    }

    private static boolean isDeep(BufferedImage image) {
        return image.getColorModel() instanceof ComponentColorModel model
                && (model.getColorSpace().getType() == ColorSpace.TYPE_GRAY
                        || model.getColorSpace().isCS_sRGB())
                && model.getTransferType() == DataBuffer.TYPE_USHORT;
    }

    /// 16 bits a channel, rounded to 8: grey or three colours, maybe with opacity.
    private static void deep(BufferedImage image, int[] rgb) {
        var raster = image.getRaster();
        int width = image.getWidth();
        int bands = raster.getNumBands();
        boolean alpha = image.getColorModel().hasAlpha();
        boolean colour = bands >= 3;
        var row = new int[bands * width];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int at = bands * x;
                int red = eight(row[at]);
                int green = colour ? eight(row[at + 1]) : red;
                int blue = colour ? eight(row[at + 2]) : red;
                boolean transparent = alpha && row[at + bands - 1] != 0xFFFF;
                rgb[y * width + x] = (transparent ? 0 : 0xFF000000) | red << 16 | green << 8 | blue;
            }
        }
    }

    private static int eight(int sixteen) {
        return (sixteen + 128) / 257;
    }

    /// The numbers of a grey file as they stand: the platform's conversion would take them as linear light.
    private static void grey(BufferedImage image, int[] rgb) {
        var raster = image.getRaster();
        var row = new int[image.getWidth()];
        boolean alpha = image.getColorModel().hasAlpha();
        var opacity = new int[image.getWidth()];
        int bits = image.getColorModel().getComponentSize(0);
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getSamples(0, y, row.length, 1, 0, row);
            if (alpha) {
                raster.getSamples(0, y, row.length, 1, 1, opacity);
            }
            for (int x = 0; x < row.length; x++) {
                int value = bits == 8 ? row[x] : row[x] * 255 / ((1 << bits) - 1);
                int opaque = alpha ? opacity[x] << 24 : 0xFF000000;
                rgb[y * row.length + x] = opaque | value * 0x010101;
            }
        }
    }

    /// The platform's decoders go on after damage and only warn; a damaged photo is not fit to be measured.
    private static final class Damage implements IIOReadWarningListener {

        private String warning = "";

        @Override
        public void warningOccurred(ImageReader source, String text) {
            if (warning.isEmpty()) {
                warning = text;
            }
            source.abort();
        }

        void check() {
            if (!warning.isEmpty()) {
                throw new UnusablePhoto(
                        "a damaged file: " + warning.replaceAll("\\s+", " ").strip());
            }
        }
    }
}
