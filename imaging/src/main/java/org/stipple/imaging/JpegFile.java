package org.stipple.imaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A JPEG file, walked marker by marker (ITU-T T.81) before any decoder sees it: its size, whether it is
/// whole, how the camera was held. What is handed on to the decoder is the image alone, with its colour
/// profile.
final class JpegFile {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DQT = 0xDB;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;

    /// A progressive photo has about ten; thousands are an attack on the decoder's time.
    private static final int MAX_SCANS = 100;

    /// `design`: profiles of cameras and screens have some kilobytes, the largest tables of printers a megabyte.
    static final long MAX_PROFILE = 2_000_000;

    private final byte[] file;
    private final ImageBytes image;
    private Optional<JpegFrame> frame = Optional.empty();
    private long profile;
    private long coded;
    private long blocks;
    private Orientation orientation = Orientation.UPRIGHT;
    private final JpegTables.Defined tables = new JpegTables.Defined();

    private JpegFile(byte[] file) {
        this.file = file;
        this.image = new ImageBytes(file);
    }

    /// @throws UnusablePhoto when it is cut off, damaged or too large
    static JpegFile of(byte[] file) {
        var jpeg = new JpegFile(file);
        jpeg.walk();
        return jpeg;
    }

    Photo decode() {
        return PhotoReader.photo(
                image,
                PhotoFormat.JPEG,
                frame().width(),
                frame().height(),
                orientation,
                Optional.empty(),
                frame().tables(tables));
    }

    private void walk() {
        image.write(0xFF);
        image.write(SOI);
        int at = 2;
        int scans = 0;
        while (true) {
            int marker = markerAt(at);
            while (marker == 0xFF) {
                at++;
                marker = markerAt(at);
            }
            if (marker == EOI) {
                break;
            }
            int end = segmentEnd(at);
            segment(marker, at, end);
            int segment = at;
            at = end;
            if (marker == SOS) {
                blocks += frame().blocks(file, segment, at);
                scans++;
                if (scans > MAX_SCANS) {
                    throw new UnusablePhoto("a JPEG file of more than " + MAX_SCANS + " scans");
                }
                int scanEnd = scanEnd(at);
                image.write(file, at, scanEnd - at);
                coded += scanEnd - at;
                at = scanEnd;
            }
        }
        if (scans == 0) {
            throw new UnusablePhoto("a JPEG file without an image");
        }
        frame().check(scans, blocks, coded);
        image.write(0xFF);
        image.write(EOI);
    }

    private int markerAt(int at) {
        if (at + 1 >= file.length) {
            throw cutOff();
        }
        if (file[at] != (byte) 0xFF) {
            throw new UnusablePhoto("a damaged JPEG file: no marker at byte " + at);
        }
        return file[at + 1] & 0xFF;
    }

    private int segmentEnd(int at) {
        if (at + 3 >= file.length) {
            throw cutOff();
        }
        int length = (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF;
        if (length < 2) {
            throw new UnusablePhoto("a damaged JPEG file: a segment of " + length + " bytes");
        }
        int end = at + 2 + length;
        if (end > file.length) {
            throw cutOff();
        }
        return end;
    }

    private void segment(int marker, int at, int end) {
        if (isFrame(marker)) {
            if (frame.isPresent()) {
                throw new UnusablePhoto("a damaged JPEG file: its size is told twice");
            }
            frame = Optional.of(JpegFrame.of(file, marker, at, end));
        }
        if (marker == DQT) {
            tables.read(file, at + 4, end);
        }
        boolean metadata = marker >= 0xE0 && marker <= 0xEF || marker == 0xFE;
        if (marker == APP1 && says(at + 4, end, "Exif\0\0")) {
            orientation = Orientation.inTiff(
                    ByteBuffer.wrap(file, at + 10, end - at - 10).slice());
        }
        if (marker == APP2) {
            profile += end - at;
            if (profile > MAX_PROFILE) {
                throw new UnusablePhoto("a JPEG file with a colour profile of more than " + MAX_PROFILE + " bytes");
            }
        }
        // These three say how the numbers become colours.
        boolean colour = marker == APP0 && says(at + 4, end, "JFIF\0")
                || marker == APP2 && says(at + 4, end, "ICC_PROFILE\0")
                || marker == APP14 && says(at + 4, end, "Adobe");
        if (!metadata || colour) {
            image.write(file, at, end - at);
        }
    }

    /// SOF0 to SOF15 without DHT, JPG and DAC, which lie between them.
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private JpegFrame frame() {
        return frame.orElseThrow(() -> new UnusablePhoto("a damaged JPEG file: image data before its size"));
    }

    private boolean says(int at, int end, String word) {
        byte[] bytes = word.getBytes(StandardCharsets.ISO_8859_1);
        return end - at >= bytes.length && java.util.Arrays.equals(file, at, at + bytes.length, bytes, 0, bytes.length);
    }

    /// The next marker after coded data: not a stuffed zero, not a restart.
    private int scanEnd(int from) {
        for (int at = from; at + 1 < file.length; at++) {
            int next = file[at + 1] & 0xFF;
            if (file[at] == (byte) 0xFF && next != 0 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7)) {
                return at;
            }
        }
        throw cutOff();
    }

    private static UnusablePhoto cutOff() {
        return new UnusablePhoto("a JPEG file that is cut off before its end");
    }
}
