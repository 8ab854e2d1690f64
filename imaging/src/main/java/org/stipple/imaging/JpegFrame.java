package org.stipple.imaging;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the frame header of a JPEG file promises (ITU-T T.81, B.2.2), and so how much work its decoding is.
///
/// @param progressive whether scans refine each other
/// @param width in pixels
/// @param height in pixels
/// @param components identifiers with how many blocks of 8 × 8 samples each has
/// @param brightness number of the table by which the first channel is rounded
/// @param colour likewise of the second; of the first where there is one
record JpegFrame(
        boolean progressive, int width, int height, Map<Integer, Long> components, int brightness, int colour) {

    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;
    private static final int PROGRESSIVE = 0xC2;

    /// `design`: five times what the ten scans of a usual progressive photo of 24 megapixels need.
    private static final long MAX_BLOCKS = 16_000_000;

    private static final int BYTES_OF_A_BLOCK = 128;

    JpegFrame {
        components = Map.copyOf(components);
    }

    /// @param at where its marker stands
    /// @throws UnusablePhoto when it is damaged, too large or of a kind that is not decoded
    static JpegFrame of(byte[] file, int marker, int at, int end) {
        if (marker != BASELINE && marker != EXTENDED && marker != PROGRESSIVE) {
            throw new UnusablePhoto(
                    "a JPEG file of a kind that no camera writes (lossless, hierarchical or arithmetic)");
        }
        if (end - at < 10) {
            throw new UnusablePhoto("a damaged JPEG file: its size is not told");
        }
        int bits = file[at + 4] & 0xFF;
        int height = two(file, at + 5);
        int width = two(file, at + 7);
        PhotoReader.checkSize(width, height);
        int count = file[at + 9] & 0xFF;
        if (bits != 8) {
            throw new UnusablePhoto("a JPEG file of " + bits + " bits a channel, of which 8 are read");
        }
        if (count == 4) {
            throw new UnusablePhoto("a JPEG file in the four inks of a printer (CMYK)");
        }
        if (count != 1 && count != 3 || end - at != 10 + 3 * count) {
            throw new UnusablePhoto("a damaged JPEG file: " + count + " channels");
        }
        return new JpegFrame(
                marker == PROGRESSIVE,
                width,
                height,
                components(file, at + 10, count, width, height),
                file[at + 12] & 0xFF,
                file[count == 1 ? at + 12 : at + 15] & 0xFF);
    }

    /// To what brightness and colour are rounded, where the file has defined it.
    Optional<JpegTables> tables(JpegTables.Defined defined) {
        return defined.of(brightness, colour);
    }

    private static Map<Integer, Long> components(byte[] file, int at, int count, int width, int height) {
        int across = 1;
        int down = 1;
        for (int i = 0; i < count; i++) {
            int sampling = file[at + 3 * i + 1] & 0xFF;
            if (sampling >> 4 < 1 || sampling >> 4 > 4 || (sampling & 15) < 1 || (sampling & 15) > 4) {
                throw new UnusablePhoto("a damaged JPEG file: samples that are not 1 to 4 times as dense");
            }
            across = Math.max(across, sampling >> 4);
            down = Math.max(down, sampling & 15);
        }
        var blocks = new HashMap<Integer, Long>();
        for (int i = 0; i < count; i++) {
            int sampling = file[at + 3 * i + 1] & 0xFF;
            long columns = blocks(width, sampling >> 4, across);
            long rows = blocks(height, sampling & 15, down);
            if (blocks.put(file[at + 3 * i] & 0xFF, columns * rows) != null) {
                throw new UnusablePhoto("a damaged JPEG file: a channel that is told twice");
            }
        }
        return blocks;
    }

    private static long blocks(int pixels, int sampling, int most) {
        return Math.ceilDiv(Math.ceilDiv((long) pixels * sampling, most), 8L);
    }

    /// How many blocks one scan goes through.
    ///
    /// @param at where the marker of the scan stands
    /// @throws UnusablePhoto when it is of channels that are not there
    long blocks(byte[] file, int at, int end) {
        int count = end - at < 5 ? 0 : file[at + 4] & 0xFF;
        if (count < 1 || count > components.size() || end - at != 8 + 2 * count) {
            throw new UnusablePhoto("a damaged JPEG file: a scan of " + count + " channels");
        }
        long all = 0;
        for (int i = 0; i < count; i++) {
            Long some = components.get(file[at + 5 + 2 * i] & 0xFF);
            if (some == null) {
                throw new UnusablePhoto("a damaged JPEG file: a scan of a channel that is not there");
            }
            all += some;
        }
        return all;
    }

    /// @param scans how many there are
    /// @param scanned blocks of all scans together
    /// @param coded bytes of all scans together
    /// @throws UnusablePhoto when decoding would take too long, too much, or cannot end well
    void check(int scans, long scanned, long coded) {
        long blocks = components.values().stream().mapToLong(Long::longValue).sum();
        // A block's first coefficient takes one bit at least, and in a baseline file so does what follows it.
        long least = blocks * (progressive ? 1 : 2) / 8;
        if (coded < least) {
            throw new UnusablePhoto("a damaged JPEG file: " + coded + " bytes cannot be " + width + " x " + height
                    + " pixels, which take " + least);
        }
        if (scanned > MAX_BLOCKS) {
            throw new UnusablePhoto("a JPEG file of " + scans + " scans of " + width + " x " + height
                    + " pixels, more work than any photo");
        }
        if (scans > 1) {
            // All coefficients are held until the last scan, beside the samples.
            long held = blocks * BYTES_OF_A_BLOCK + 3L * width * height;
            PhotoReader.checkMemory(held, width, height, "JPEG file of " + scans + " scans");
        }
    }

    private static int two(byte[] file, int at) {
        return (file[at] & 0xFF) << 8 | file[at + 1] & 0xFF;
    }
}
