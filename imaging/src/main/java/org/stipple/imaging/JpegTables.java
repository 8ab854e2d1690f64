package org.stipple.imaging;

import java.util.Arrays;
import java.util.Optional;

/// The steps to which a JPEG file rounds the 64 waves of a block (ITU-T T.81, B.2.4.1): how much of what is
/// fine was thrown away. Files of other steps do not show the same pores.
///
/// @param steps of brightness and then of colour, 64 each, row by row; 1 to 255. Not to be written to
@SuppressWarnings("ArrayRecordComponent") // Compared with nothing.
record JpegTables(int[] steps) {

    private static final int WAVES = 64;

    /// Where the waves lie in the order of the file: T.81, figure A.6.
    private static final int[] ZIGZAG = zigzag();

    /// @throws IllegalArgumentException for another number of steps, or one outside 1..255
    JpegTables {
        if (steps.length != 2 * WAVES || Arrays.stream(steps).anyMatch(step -> step < 1 || step > 255)) {
            throw new IllegalArgumentException("a JPEG file has 2 x 64 steps of 1 to 255");
        }
    }

    /// @param bytes as of [#bytes()]; empty: nothing is known
    /// @throws IllegalArgumentException when these are no tables
    static Optional<JpegTables> ofBytes(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.empty();
        }
        var steps = new int[bytes.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = bytes[i] & 0xFF;
        }
        return Optional.of(new JpegTables(steps));
    }

    byte[] bytes() {
        var bytes = new byte[steps.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) steps[i];
        }
        return bytes;
    }

    /// Those of brightness, row by row.
    int[] brightness() {
        return Arrays.copyOf(steps, WAVES);
    }

    /// Those of colour, row by row.
    int[] colour() {
        return Arrays.copyOfRange(steps, WAVES, 2 * WAVES);
    }

    double meanOfBrightness() {
        return Arrays.stream(brightness()).average().orElseThrow();
    }

    /// Tables as they were defined in a file, by their number.
    static final class Defined {

        private final int[][] tables = new int[4][];

        /// A segment that defines some; what is damaged is the decoder's to refuse.
        ///
        /// @param at where its first table begins
        void read(byte[] file, int at, int end) {
            int from = at;
            while (from < end) {
                int which = file[from] & 15;
                boolean wide = (file[from] & 0xF0) != 0;
                int length = 1 + (wide ? 2 : 1) * WAVES;
                if (which > 3 || from + length > end) {
                    return;
                }
                var table = new int[WAVES];
                for (int i = 0; i < WAVES; i++) {
                    int step = wide
                            ? (file[from + 1 + 2 * i] & 0xFF) << 8 | file[from + 2 + 2 * i] & 0xFF
                            : file[from + 1 + i] & 0xFF;
                    table[ZIGZAG[i]] = Math.clamp(step, 1, 255);
                }
                tables[which] = table;
                from += length;
            }
        }

        /// Those of two channels; a file of one channel has the same for both.
        ///
        /// @param brightness number of the first channel's table
        /// @param colour number of the second channel's
        Optional<JpegTables> of(int brightness, int colour) {
            if (brightness > 3 || colour > 3 || tables[brightness] == null || tables[colour] == null) {
                return Optional.empty();
            }
            int[] steps = Arrays.copyOf(tables[brightness], 2 * WAVES);
            System.arraycopy(tables[colour], 0, steps, WAVES, WAVES);
            return Optional.of(new JpegTables(steps));
        }
    }

    private static int[] zigzag() {
        var order = new int[WAVES];
        int x = 0;
        int y = 0;
        for (int i = 0; i < WAVES; i++) {
            order[i] = 8 * y + x;
            boolean up = (x + y) % 2 == 0;
            if (up && x == 7 || !up && y < 7 && x == 0) {
                y++;
            } else if (up && y == 0 || !up && y == 7) {
                x++;
            } else {
                x += up ? 1 : -1;
                y += up ? -1 : 1;
            }
        }
        return order;
    }
}
