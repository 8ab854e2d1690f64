package org.stipple.dose;

/// Which part of the skin's surface lies in a hole: a bit for each small piece of the outline's bounding box.
/// Mutable.
///
/// Bits stand at most a fifth of a hole apart, and at least 200 of them along the longer side. Where that would
/// take more than 32 MB, lines of bits are left out and the rest is spread evenly, at places without a period
/// that could fall in step with the lanes; along a line nothing is left out.
final class CoverageGrid {

    /// Source: dose tolerances, "cell ≤ d/5 for coverage".
    private static final double BITS_PER_HOLE = 5;

    private static final int LEAST_BITS = 200;

    /// 32 MB.
    private static final double MOST_BITS = 1L << 28;

    /// Fractional part of the golden ratio: multiples of it fill the unit interval evenly and never repeat.
    private static final double GOLDEN = 0.6180339887498949;

    private final double minX;
    private final double minY;
    private final double radiusMm;
    private final double maxX;
    private final double maxY;
    private final double bitsPerMm;
    private final double linesPerMm;
    private final int columns;
    private final int lines;
    private final int words;
    private final boolean everyLine;

    /// Height of each line: in the middle of its band, or anywhere in it where lines were left out.
    private final double[] lineY;

    private final long[] bits;

    CoverageGrid(Outline outline, double holeMm) {
        minX = outline.minX();
        minY = outline.minY();
        radiusMm = holeMm / 2;
        maxX = outline.maxX();
        maxY = outline.maxY();
        double width = maxX - minX;
        double height = maxY - minY;
        double finest = Math.min(holeMm / BITS_PER_HOLE, Math.max(width, height) / LEAST_BITS);
        columns = (int) Math.ceil(width / finest);
        words = (columns + 63) / 64;
        double wanted = Math.ceil(height / finest);
        lines = (int) Math.max(1, Math.min(wanted, Math.floor(MOST_BITS / (words * 64.0))));
        everyLine = lines == wanted;
        bitsPerMm = columns / width;
        linesPerMm = lines / height;
        lineY = new double[lines];
        for (int line = 0; line < lines; line++) {
            double part = everyLine ? 0.5 : (line + 1) * GOLDEN - Math.floor((line + 1) * GOLDEN);
            lineY[line] = minY + (line + part) / linesPerMm;
        }
        bits = new long[words * lines];
    }

    /// Whether no line was left out.
    boolean everyLine() {
        return everyLine;
    }

    /// Sets every bit whose point lies in the hole around (x, y).
    void puncture(double x, double y) {
        if (x < minX - radiusMm || x > maxX + radiusMm || y < minY - radiusMm || y > maxY + radiusMm) {
            return;
        }
        int first = (int) Math.max(0, (y - radiusMm - minY) * linesPerMm);
        int last = Math.min(lines - 1, (int) ((y + radiusMm - minY) * linesPerMm));
        for (int line = first; line <= last; line++) {
            double dy = lineY[line] - y;
            double half = radiusMm * radiusMm - dy * dy;
            if (half >= 0) {
                double reach = Math.sqrt(half);
                int from = firstBitAtOrAfter(x - reach);
                int to = firstBitAtOrAfter(x + reach) - 1;
                if (from <= to) {
                    set(line * words, from, to);
                }
            }
        }
    }

    /// The first bit whose point, the middle of its piece, lies at or after x; within 0..columns.
    private int firstBitAtOrAfter(double x) {
        int bit = (int) Math.ceil((x - minX) * bitsPerMm - 0.5);
        return Math.max(0, Math.min(columns, bit));
    }

    private void set(int base, int from, int to) {
        int firstWord = base + (from >> 6);
        int lastWord = base + (to >> 6);
        long head = -1L << from;
        long tail = -1L >>> (63 - (to & 63));
        if (firstWord == lastWord) {
            bits[firstWord] |= head & tail;
            return;
        }
        bits[firstWord] |= head;
        for (int word = firstWord + 1; word < lastWord; word++) {
            bits[word] = -1L;
        }
        bits[lastWord] |= tail;
    }

    /// Covered part of the skin, 0 to 1; 0 when no bit stands on skin.
    double covered(CellGrid cells) {
        long skin = 0;
        long covered = 0;
        for (int line = 0; line < lines; line++) {
            double[] crossings = cells.skinAlong(lineY[line]);
            for (int i = 0; i + 1 < crossings.length; i += 2) {
                int from = firstBitAtOrAfter(crossings[i]);
                int to = firstBitAtOrAfter(crossings[i + 1]);
                skin += to - from;
                covered += count(line * words, from, to);
            }
        }
        return skin == 0 ? 0 : (double) covered / skin;
    }

    /// Bits that are set from `from` to before `to`.
    private long count(int base, int from, int to) {
        long count = 0;
        int bit = from;
        while (bit < to) {
            int end = Math.min(to, (bit | 63) + 1);
            long mask = (-1L << bit) & (-1L >>> (63 - ((end - 1) & 63)));
            count += Long.bitCount(bits[base + (bit >> 6)] & mask);
            bit = end;
        }
        return count;
    }
}
