package org.stipple.imaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/// A PNG file, walked chunk by chunk (ISO/IEC 15948) before any decoder sees it: its size, its checksums,
/// whether it is whole and unpacks to no more than its pixels. What is handed on is the image alone; its colour
/// profile is applied to what the decoder makes of it.
final class PngFile {

    private static final int SIGNATURE = 8;
    private static final Set<String> IMAGE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /// Nothing is deflated to less: a length of 258 bytes in two bits.
    private static final long MOST_OF_DEFLATE = 1_032;

    /// `design`: photographs are losslessly packed to a half or a third, those of even skin at best to a tenth.
    private static final long MOST_OF_A_PHOTO = 150;

    /// Below this many pixels nothing is worth a guess (`design`).
    private static final long SMALL = 2_000_000;

    private final byte[] file;
    private final ImageBytes image;
    private final PngPixels pixels;
    private final PngColours colours = new PngColours();
    private long raw;
    private long unpacked;
    private int width;
    private int height;
    private boolean grey;
    private Orientation orientation = Orientation.UPRIGHT;

    private PngFile(byte[] file) {
        this.file = file;
        this.image = new ImageBytes(file);
        this.pixels = new PngPixels(file);
    }

    /// @throws UnusablePhoto when it is cut off, damaged or too large
    static PngFile of(byte[] file) {
        var png = new PngFile(file);
        png.walk();
        return png;
    }

    Photo decode() {
        return PhotoReader.photo(
                image, PhotoFormat.PNG, width, height, orientation, colours.space(grey), Optional.empty());
    }

    private void walk() {
        image.write(file, 0, SIGNATURE);
        var data = ByteBuffer.wrap(file);
        int at = SIGNATURE;
        String type = "";
        while (!type.equals("IEND")) {
            if (at > file.length - 12) {
                throw cutOff();
            }
            int length = data.getInt(at);
            if (length < 0) {
                throw new UnusablePhoto("a damaged PNG file: a chunk of impossible length");
            }
            if (length > file.length - 12 - at) {
                throw cutOff();
            }
            type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            chunk(type, data, at, length);
            at += length + 12;
        }
        checkWork();
    }

    /// What is not there cannot come out, and a photo has grain: both are known before anything is inflated.
    private void checkWork() {
        long compressed = pixels.packed();
        if (compressed < raw / MOST_OF_DEFLATE) {
            throw new UnusablePhoto("a PNG file that is cut off before its end: " + compressed + " bytes cannot be "
                    + width + " x " + height + " pixels");
        }
        if ((long) width * height > SMALL && compressed < raw / MOST_OF_A_PHOTO) {
            throw new UnusablePhoto("no photo: a PNG file of " + width + " x " + height + " pixels in " + compressed
                    + " bytes, less than grain alone takes");
        }
        pixels.checkNoMoreThan(unpacked);
    }

    private void chunk(String type, ByteBuffer data, int at, int length) {
        boolean first = at == SIGNATURE;
        if (first != type.equals("IHDR") || first && length != 13) {
            throw new UnusablePhoto("a damaged PNG file: it must begin with its size, once");
        }
        boolean needed = IMAGE.contains(type);
        boolean colour = PngColours.CHUNKS.contains(type);
        if (needed || colour) {
            var sum = new CRC32();
            sum.update(file, at + 4, length + 4);
            if ((int) sum.getValue() != data.getInt(at + 8 + length)) {
                throw new UnusablePhoto("a damaged PNG file: the checksum of a part of the image does not match");
            }
        }
        if (needed) {
            image.write(file, at, length + 12);
        }
        if (colour) {
            if (pixels.packed() > 0) {
                throw new UnusablePhoto("a damaged PNG file: its colours are told after its pixels");
            }
            colours.chunk(type, ByteBuffer.wrap(file, at + 8, length).slice());
        }
        if (first) {
            width = data.getInt(at + 8);
            height = data.getInt(at + 12);
            PhotoReader.checkSize(width, height);
            long bits = bits(data.get(at + 16), data.get(at + 17));
            grey = data.get(at + 17) == 0 || data.get(at + 17) == 4;
            raw = (bits * width + 7) / 8 * height;
            unpacked = PngPixels.unpacked(width, height, bits, data.get(at + 20) != 0);
            // As decoded, and as pixels.
            PhotoReader.checkMemory(
                    Math.max(raw, (long) width * height) + 4L * width * height, width, height, "PNG file");
        }
        if (type.equals("IDAT")) {
            pixels.add(at + 8, length);
        }
        if (type.equals("eXIf")) {
            orientation =
                    Orientation.inTiff(ByteBuffer.wrap(file, at + 8, length).slice());
        }
    }

    /// Of a pixel.
    private static long bits(int depth, int colourType) {
        int channels = switch (colourType) {
            case 0 -> 1;
            // A photo has thousands of colours, a palette 256 at most: pores and spots would be made of its
            // steps.
            case 3 ->
                throw new UnusablePhoto("no photo as a camera makes it: a PNG file with a palette of at most 256"
                        + " colours; one that was saved from a photo must be saved as true colour");
            case 4 -> 2;
            case 2 -> 3;
            case 6 -> 4;
            default -> throw new UnusablePhoto("a damaged PNG file: colours of an unknown kind");
        };
        if (depth == 1 || depth == 2 || depth == 4) {
            throw new UnusablePhoto("no photo as a camera makes it: a PNG file of " + (1 << depth) + " greys");
        }
        if (depth != 8 && depth != 16) {
            throw new UnusablePhoto("a damaged PNG file: colours of " + depth + " bits");
        }
        return (long) channels * depth;
    }

    private static UnusablePhoto cutOff() {
        return new UnusablePhoto("a PNG file that is cut off before its end");
    }
}
