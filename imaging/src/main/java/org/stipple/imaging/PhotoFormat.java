package org.stipple.imaging;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The two formats that are read, told apart by content.
enum PhotoFormat {
    JPEG,
    PNG;

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /// @throws UnusablePhoto naming what it looks like instead
    static PhotoFormat of(byte[] file) {
        if (startsWith(file, PNG_SIGNATURE)) {
            return PNG;
        }
        if (file.length > 2 && file[0] == (byte) 0xFF && file[1] == (byte) 0xD8 && file[2] == (byte) 0xFF) {
            return JPEG;
        }
        throw new UnusablePhoto(otherKind(file));
    }

    private static String otherKind(byte[] file) {
        if (file.length == 0) {
            return "an empty file";
        }
        String start = new String(file, 0, Math.min(file.length, 256), StandardCharsets.ISO_8859_1);
        String low = start.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("GIF8")) {
            return "a GIF file";
        }
        if (low.startsWith("<svg") || low.startsWith("<?xml") || low.startsWith("<!doctype")) {
            return "an XML, SVG or HTML file";
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return "a WebP file";
        }
        if (start.startsWith("ftyp", 4)) {
            return "a HEIC, AVIF or video file";
        }
        if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
            return "a TIFF or raw file";
        }
        if (start.startsWith("BM")) {
            return "a BMP file";
        }
        return "a file that is neither JPEG nor PNG";
    }

    private static boolean startsWith(byte[] file, byte[] signature) {
        return file.length >= signature.length
                && java.util.Arrays.equals(file, 0, signature.length, signature, 0, signature.length);
    }
}
