package org.stipple.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The packed pixels of a PNG file, in as many parts as they lie in. Mutable, for one thread.
final class PngPixels {

    /// `design`: encoders may leave some bytes behind the last row; this many are no bomb.
    private static final long SPARE = 65_536;

    /// Rows and columns at which the seven pictures of an interlaced file begin, and their steps (ISO/IEC 15948,
    /// 8.2).
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private final byte[] file;
    private final List<Part> parts = new ArrayList<>();
    private long packed;

    private record Part(int at, int length) {}

    PngPixels(byte[] file) {
        this.file = file;
    }

    void add(int at, int length) {
        parts.add(new Part(at, length));
        packed += length;
    }

    /// Bytes as they lie in the file.
    long packed() {
        return packed;
    }

    /// Bytes that the pixels are, each row with the byte that says how it is filtered.
    ///
    /// @param bits of a pixel
    static long unpacked(int width, int height, long bits, boolean interlaced) {
        if (!interlaced) {
            return ((bits * width + 7) / 8 + 1) * height;
        }
        long sum = 0;
        for (int[] pass : PASSES) {
            long columns = (width - pass[0] + pass[2] - 1) / pass[2];
            long rows = (height - pass[1] + pass[3] - 1) / pass[3];
            sum += columns > 0 && rows > 0 ? ((bits * columns + 7) / 8 + 1) * rows : 0;
        }
        return sum;
    }

    /// Unpacks no more than that, and keeps nothing of it.
    ///
    /// @param needed bytes that the pixels are
    /// @throws UnusablePhoto when they are more
    void checkNoMoreThan(long needed) {
        var inflater = new Inflater();
        var dropped = new byte[1 << 16];
        long all = 0;
        try {
            for (Part part : parts) {
                inflater.setInput(file, part.at, part.length);
                int some = inflater.inflate(dropped);
                while (some > 0) {
                    all += some;
                    if (all > needed + SPARE) {
                        throw new UnusablePhoto(
                                "a PNG file that unpacks to more than the " + needed + " bytes that its pixels are");
                    }
                    some = inflater.inflate(dropped);
                }
                if (inflater.finished()) {
                    return;
                }
            }
        } catch (DataFormatException broken) {
            throw new UnusablePhoto("a damaged PNG file: its pixels cannot be unpacked", broken);
        } finally {
            inflater.end();
        }
    }
}
