package org.stipple.imaging;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ProfileDataException;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/// The decoder of the Java platform, fed with nothing but image data and stopped at the first sign of damage.
final class PhotoReader {

    private PhotoReader() {}

    /// Longest side, in pixels: that of JPEG. A photo one pixel wide would take a row's work for each.
    private static final int MAX_SIDE = 65_535;

    /// What decoding may take at once beside the file, in bytes, of the 512 MB of a darkroom.
    private static final long MAX_MEMORY = 400_000_000;

    private static final int STRIP = 64;

    /// @throws UnusablePhoto when there are no pixels, or more than are decoded
    static void checkSize(int width, int height) {
        if (width < 1 || height < 1) {
            throw new UnusablePhoto("a file that says it is " + width + " x " + height + " pixels");
        }
        if ((long) width * height > Photo.MAX_PIXELS) {
            throw new UnusablePhoto(
                    "a photo of " + width + " x " + height + " pixels, above the limit of " + Photo.MAX_PIXELS);
        }
        if (Math.max(width, height) > MAX_SIDE) {
            throw new UnusablePhoto("a file of " + width + " x " + height + " pixels, longer than any photo");
        }
    }

    /// @param bytes what decoding will take beside the file
    /// @throws UnusablePhoto when that is too much
    static void checkMemory(long bytes, int width, int height, String kind) {
        if (bytes > MAX_MEMORY) {
            throw new UnusablePhoto("a " + kind + " of " + width + " x " + height + " pixels, which takes "
                    + bytes / 1_000_000 + " MB to decode, above the limit of " + MAX_MEMORY / 1_000_000);
        }
    }

    /// @param image what of the file the decoder is to see
    /// @param profile what its colours are in; empty where the decoder knows
    /// @param tables to what a JPEG file rounds
    /// @throws UnusablePhoto when it cannot be decoded without doubt
    static Photo photo(
            ImageBytes image,
            PhotoFormat format,
            int width,
            int height,
            Orientation orientation,
            Optional<ColorSpace> profile,
            Optional<JpegTables> tables) {
        BufferedImage decoded = decoded(image, format.name().toLowerCase(Locale.ROOT));
        if (decoded.getWidth() != width || decoded.getHeight() != height) {
            throw new UnusablePhoto("a damaged file: it says two different sizes");
        }
        var pixels = new UprightPixels(width, height, orientation);
        try {
            srgb(profile.map(space -> in(space, decoded)).orElse(decoded), pixels);
        } catch (CMMException | ProfileDataException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new UnusablePhoto("a photo whose colours cannot be told", broken);
        }
        return pixels.photo(format, tables);
    }

    /// The decoder is gone when this returns, and what it held with it.
    private static BufferedImage decoded(ImageBytes image, String format) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        var damage = new Damage();
        try (var in = image.stream()) {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener(damage);
            BufferedImage decoded = reader.read(0);
            damage.check();
            return decoded;
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

    /// The same numbers, read as colours of this space.
    private static BufferedImage in(ColorSpace space, BufferedImage image) {
        var model = image.getColorModel();
        var raster = image.getRaster();
        return new BufferedImage(
                new ComponentColorModel(
                        space, model.hasAlpha(), false, model.getTransparency(), raster.getTransferType()),
                raster,
                false,
                null);
    }

    private static void srgb(BufferedImage image, UprightPixels pixels) {
        ColorSpace space = image.getColorModel().getColorSpace();
        if (space.getType() == ColorSpace.TYPE_RGB && !space.isCS_sRGB()) {
            converted(image, pixels);
        } else if (isDeep(image)) {
            deep(image, pixels);
        } else if (space.getType() == ColorSpace.TYPE_GRAY
                && image.getRaster().getTransferType() == DataBuffer.TYPE_BYTE) {
            grey(image, pixels);
        } else if (isPlainBytes(image)) {
            bytes(image, pixels);
        } else {
            any(image, 0, pixels);
        }
    }

    /// By its profile, a strip at a time.
    private static void converted(BufferedImage image, UprightPixels pixels) {
        refuseTransparent(image);
        var conversion = new ColorConvertOp(null);
        int width = image.getWidth();
        for (int y = 0; y < image.getHeight(); y += STRIP) {
            int rows = Math.min(STRIP, image.getHeight() - y);
            var strip = new BufferedImage(width, rows, BufferedImage.TYPE_INT_RGB);
            conversion.filter(image.getSubimage(0, y, width, rows), strip);
            any(strip, y, pixels);
        }
    }

    /// The conversion drops opacity, so that it is looked at before.
    private static void refuseTransparent(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return;
        }
        var raster = image.getRaster();
        int band = raster.getNumBands() - 1;
        int opaque = (1 << image.getColorModel().getComponentSize(band)) - 1;
        var row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getSamples(0, y, row.length, 1, band, row);
            for (int opacity : row) {
                if (opacity != opaque) {
                    throw new UnusablePhoto("a photo with transparent parts");
                }
            }
        }
    }

    /// @param from row of the photo at which this picture begins
    private static void any(BufferedImage image, int from, UprightPixels pixels) {
        int width = image.getWidth();
        var rgb = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, rgb, 0, width);
            pixels.put(from + y, rgb);
        }
    }

    private static boolean isPlainBytes(BufferedImage image) {
        return image.getColorModel() instanceof ComponentColorModel model
                && model.getColorSpace().isCS_sRGB()
                && model.getNumComponents() == 3
                && model.getTransferType() == DataBuffer.TYPE_BYTE;
    }

    /// What `getRGB` answers, some times faster.
    private static void bytes(BufferedImage image, UprightPixels pixels) {
        var raster = image.getRaster();
        int width = image.getWidth();
        var row = new int[3 * width];
        var rgb = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                rgb[x] = 0xFF000000 | row[3 * x] << 16 | row[3 * x + 1] << 8 | row[3 * x + 2];
            }
            pixels.put(y, rgb);
        }
    }

    private static boolean isDeep(BufferedImage image) {
        return image.getColorModel() instanceof ComponentColorModel model
                && (model.getColorSpace().getType() == ColorSpace.TYPE_GRAY
                        || model.getColorSpace().isCS_sRGB())
                && model.getTransferType() == DataBuffer.TYPE_USHORT;
    }

    /// 16 bits a channel, rounded to 8: grey or three colours, maybe with opacity.
    private static void deep(BufferedImage image, UprightPixels pixels) {
        var raster = image.getRaster();
        int width = image.getWidth();
        int bands = raster.getNumBands();
        boolean alpha = image.getColorModel().hasAlpha();
        boolean colour = bands >= 3;
        var row = new int[bands * width];
        var rgb = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int at = bands * x;
                int red = eight(row[at]);
                int green = colour ? eight(row[at + 1]) : red;
                int blue = colour ? eight(row[at + 2]) : red;
                boolean transparent = alpha && row[at + bands - 1] != 0xFFFF;
                rgb[x] = (transparent ? 0 : 0xFF000000) | red << 16 | green << 8 | blue;
            }
            pixels.put(y, rgb);
        }
    }

    private static int eight(int sixteen) {
        return (sixteen + 128) / 257;
    }

    /// The numbers of a grey file as they stand: the platform's conversion would take them as linear light.
    private static void grey(BufferedImage image, UprightPixels pixels) {
        var raster = image.getRaster();
        var row = new int[image.getWidth()];
        var rgb = new int[image.getWidth()];
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
                rgb[x] = opaque | value * 0x010101;
            }
            pixels.put(y, rgb);
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
