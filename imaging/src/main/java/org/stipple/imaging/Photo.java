package org.stipple.imaging;

import java.util.Locale;
import java.util.Optional;

/// A photo as its pixels and nothing else: sRGB, 8 bits a channel, turned upright. Immutable.
///
/// `Photo.decode(bytes)` takes JPEG and PNG, by content whatever the file's name is, of at most [#MAX_BYTES]
/// and [#MAX_PIXELS]; both are looked at before anything is decoded. A file that is cut off, damaged,
/// transparent or of any other kind is refused with [UnusablePhoto]: half a photo would be read as changed
/// skin.
///
/// The orientation that the camera noted (EXIF) is applied. All other metadata, the place first, is dropped
/// and never looked at.
public final class Photo {

    /// Largest file: 25 MB (design: a 24 megapixel JPEG of the best quality stays below).
    public static final int MAX_BYTES = 25_000_000;

    /// Most pixels: 50 million (design: twice what common cameras make; 200 MB of memory).
    public static final int MAX_PIXELS = 50_000_000;

    private final int width;
    private final int height;
    private final int[] rgb;
    private final PhotoFormat format;
    private final Optional<JpegTables> tables;

    /// @param rgb owned by this photo from now on
    Photo(int width, int height, int[] rgb, PhotoFormat format) {
        this(width, height, rgb, format, Optional.empty());
    }

    /// @param rgb owned by this photo from now on
    /// @param tables of the file that it was in
    Photo(int width, int height, int[] rgb, PhotoFormat format, Optional<JpegTables> tables) {
        this.tables = tables;
        this.width = width;
        this.height = height;
        this.rgb = rgb;
        this.format = format;
    }

    /// The photo in a file.
    ///
    /// @throws UnusablePhoto saying what it is instead
    public static Photo decode(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw new UnusablePhoto("a file of " + file.length + " bytes, above the limit of " + MAX_BYTES);
        }
        return switch (PhotoFormat.of(file)) {
            case JPEG -> JpegFile.of(file).decode();
            case PNG -> PngFile.of(file).decode();
        };
    }

    /// Pixels that were decoded elsewhere.
    ///
    /// @param rgb `0xRRGGBB`, index `y * width + x`; owned by this photo from now on
    /// @param format `jpeg` or `png`, in which [#stripped()] writes it
    /// @throws IllegalArgumentException when the number of pixels is not that of the size, or above the limit
    public static Photo ofPixels(int width, int height, int[] rgb, String format) {
        PhotoReader.checkSize(width, height);
        if (rgb.length != width * height) {
            throw new IllegalArgumentException(
                    "a photo of " + width + " x " + height + " pixels cannot have " + rgb.length);
        }
        return new Photo(width, height, rgb, PhotoFormat.valueOf(format.toUpperCase(Locale.ROOT)));
    }

    /// Pixels of a JPEG file that was decoded elsewhere.
    ///
    /// @param tables as [#jpegTables()] answered there
    /// @throws IllegalArgumentException as the other, and for tables that no JPEG file has
    public static Photo ofJpeg(int width, int height, int[] rgb, byte[] tables) {
        Photo photo = ofPixels(width, height, rgb, "jpeg");
        return new Photo(width, height, photo.rgb, PhotoFormat.JPEG, JpegTables.ofBytes(tables));
    }

    /// To what its file rounds brightness and colour: 128 numbers, of brightness and of colour, row by row.
    /// Empty for a PNG, and where the file did not say.
    public byte[] jpegTables() {
        return tables.map(JpegTables::bytes).orElseGet(() -> new byte[0]);
    }

    /// Mean step to which its file rounded brightness; 1 where nothing was rounded.
    double rounding() {
        return tables.map(JpegTables::meanOfBrightness).orElse(1.0);
    }

    /// Pixels in a row, as it is looked at.
    public int width() {
        return width;
    }

    /// Rows.
    public int height() {
        return height;
    }

    /// The colour of a pixel as `0xRRGGBB`, x to the right and y down from the top left corner.
    ///
    /// @throws IndexOutOfBoundsException outside the photo
    public int rgbAt(int x, int y) {
        java.util.Objects.checkIndex(x, width);
        java.util.Objects.checkIndex(y, height);
        return rgb[y * width + x];
    }

    /// A fresh file of the same format, made from the pixels alone: there is nothing in it that was not a
    /// pixel. To be kept in place of the camera's file. A JPEG is compressed again as it was before, so that
    /// next to nothing is lost and how much had been lost can still be told.
    public byte[] stripped() {
        return PhotoWriter.write(this, format, tables);
    }

    /// `jpeg` or `png`: what [#stripped()] writes.
    public String format() {
        return format.name().toLowerCase(Locale.ROOT);
    }

    /// The pixels themselves, index `y * width + x`; not to be written to.
    int[] pixels() {
        return rgb;
    }
}
