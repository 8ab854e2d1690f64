package org.stipple.imaging;

import java.util.Locale;

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

    /// @param rgb owned by this photo from now on
    Photo(int width, int height, int[] rgb, PhotoFormat format) {
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
    /// pixel. To be kept in place of the camera's file. A JPEG is compressed again (quality 0.95), which
    /// changes a reading by less than a tenth of what can be detected.
    public byte[] stripped() {
        return PhotoWriter.write(this, format);
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
