package org.stipple.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/// A PNG file, walked chunk by chunk (ISO/IEC 15948) before any decoder sees it: its size, its checksums,
/// whether it is whole. What is handed on is the image alone. Colour profiles of PNG files are not applied:
/// they are taken as sRGB.
final class PngFile {

    private static final int SIGNATURE = 8;
    private static final Set<String> IMAGE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private final byte[] file;
    private final ByteArrayOutputStream image = new ByteArrayOutputStream();
    private int width;
    private int height;
    private Orientation orientation = Orientation.UPRIGHT;

    private PngFile(byte[] file) {
        this.file = file;
    }

    /// @throws UnusablePhoto when it is cut off, damaged or too large
    static PngFile of(byte[] file) {
        var png = new PngFile(file);
        png.walk();
        return png;
    }

    Photo decode() {
        int[] rgb = PhotoReader.rgb(image.toByteArray(), "png", width, height);
        return orientation.upright(width, height, rgb, PhotoFormat.PNG);
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
    }

    private void chunk(String type, ByteBuffer data, int at, int length) {
        boolean first = at == SIGNATURE;
        if (first != type.equals("IHDR") || first && length != 13) {
            throw new UnusablePhoto("a damaged PNG file: it must begin with its size, once");
        }
        boolean needed = IMAGE.contains(type);
        if (needed) {
            var sum = new CRC32();
            sum.update(file, at + 4, length + 4);
            if ((int) sum.getValue() != data.getInt(at + 8 + length)) {
                throw new UnusablePhoto("a damaged PNG file: the checksum of a part of the image does not match");
            }
            image.write(file, at, length + 12);
        }
        if (first) {
            width = data.getInt(at + 8);
            height = data.getInt(at + 12);
            PhotoReader.checkSize(width, height);
        }
        if (type.equals("eXIf")) {
            orientation =
                    Orientation.inTiff(ByteBuffer.wrap(file, at + 8, length).slice());
        }
    }

    private static UnusablePhoto cutOff() {
        return new UnusablePhoto("a PNG file that is cut off before its end");
    }
}
