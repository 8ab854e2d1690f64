package org.stipple.dose;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Which part of the skin's surface lies in a hole: a bit for each small piece of the outline's bounding box.
/// Mutable.
///
/// Bits stand at most a fifth of a hole apart, and at least 200 of them along the longer side. Where that would
/// take more than 32 MB, lines of bits are left out and the rest is spread evenly, at places without a period
/// that could fall in step with the lanes; along a line nothing is left out.
///
/// A bit is set when its point lies in a hole, reckoned line by line: `reach = √(r² − dy²)`, and the points from
/// x − reach to before x + reach. Nearly all holes are laid down whole from a table ([HoleStencils]), which
/// gives the same bits.
final class CoverageGrid {

    /// Source: dose tolerances, "cell ≤ d/5 for coverage".
    private static final double BITS_PER_HOLE = 5;

    private static final int LEAST_BITS = 200;

    /// 32 MB.
    private static final double MOST_BITS = 1L << 28;

    /// Fractional part of the golden ratio: multiples of it fill the unit interval evenly and never repeat.
    private static final double GOLDEN = 0.6180339887498949;

    /// Words and half words at any byte: a stencil's line then never straddles two of them.
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final VarHandle HALF_WORD =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int REACH = HoleStencils.REACH;
    private static final long OUTER_LINES = 0xffL | 0xffL << 16 * REACH;

    private final double minX;
    private final double minY;
    private final double radiusMm;
    private final double maxX;
    private final double maxY;
    private final double bitsPerMm;
    private final double linesPerMm;
    private final int columns;
    private final int lines;

    /// Bytes of a line: whole words.
    private final int stride;

    private final boolean everyLine;

    /// Height of each line: in the middle of its band, or anywhere in it where lines were left out.
    private final double[] lineY;

    private final byte[] bits;
    private final HoleStencils stencils;

    /// Whether holes are small and lines regular enough for stencils.
    private final boolean stencilled;

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
        int words = (columns + 63) / 64;
        stride = 8 * words;
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
        // A word more: half words are read at the last bytes too.
        bits = new byte[stride * lines + 8];
        stencils = new HoleStencils(radiusMm, bitsPerMm, linesPerMm, this::isCovered);
        stencilled = everyLine && stencils.fit();
    }

    /// Forgets all punctures.
    void clear() {
        Arrays.fill(bits, (byte) 0);
    }

    /// Whether no line was left out.
    boolean everyLine() {
        return everyLine;
    }

    /// Sets every bit whose point lies in one of the holes.
    void punctures(double[] xs, double[] ys, int count) {
        // Nearer to the edge a stencil would leave the grid.
        double lastColumn = columns - REACH - 1;
        double lastLine = lines - REACH - 1;
        for (int i = 0; i < count; i++) {
            double column = (xs[i] - minX) * bitsPerMm;
            double line = (ys[i] - minY) * linesPerMm;
            if (stencilled && column >= REACH && line >= REACH && column < lastColumn && line < lastLine) {
                lay(stencils.around(column, line, xs[i], ys[i]), (int) column - REACH, (int) line - REACH);
            } else {
                puncture(xs[i], ys[i]);
            }
        }
    }

    /// Seven bytes are the stencil's lines, of which a hole five bits wide hardly ever needs the first and the
    /// last.
    private void lay(long stencil, int column, int line) {
        int shift = column & 7;
        int at = line * stride + (column >> 3);
        for (int k = 1; k < 2 * REACH; k++) {
            or(at + k * stride, (int) (stencil >>> 8 * k) & 0xff, shift);
        }
        if ((stencil & OUTER_LINES) != 0) {
            or(at, (int) stencil & 0xff, shift);
            or(at + 2 * REACH * stride, (int) (stencil >>> 16 * REACH) & 0xff, shift);
        }
    }

    private void or(int at, int bitsOfLine, int shift) {
        HALF_WORD.set(bits, at, (int) HALF_WORD.get(bits, at) | bitsOfLine << shift);
    }

    private boolean isCovered(int column, int line, double x, double y) {
        double dy = lineY[line] - y;
        double half = radiusMm * radiusMm - dy * dy;
        if (half < 0) {
            return false;
        }
        double reach = Math.sqrt(half);
        return column >= firstBitAtOrAfter(x - reach) && column < firstBitAtOrAfter(x + reach);
    }

    /// Line by line, for holes of any size anywhere.
    private void puncture(double x, double y) {
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
                    set(line, from, to);
                }
            }
        }
    }

    /// The first bit whose point, the middle of its piece, lies at or after x; within 0..columns.
    private int firstBitAtOrAfter(double x) {
        int bit = (int) Math.ceil((x - minX) * bitsPerMm - 0.5);
        return Math.max(0, Math.min(columns, bit));
    }

    private void set(int line, int from, int to) {
        int first = line * stride + (from >> 6) * 8;
        int last = line * stride + (to >> 6) * 8;
        long head = -1L << from;
        long tail = -1L >>> (63 - (to & 63));
        if (first == last) {
            or(first, head & tail);
            return;
        }
        or(first, head);
        for (int at = first + 8; at < last; at += 8) {
            WORD.set(bits, at, -1L);
        }
        or(last, tail);
    }

    private void or(int at, long mask) {
        WORD.set(bits, at, (long) WORD.get(bits, at) | mask);
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
                covered += count(line, from, to);
            }
        }
        return skin == 0 ? 0 : (double) covered / skin;
    }

    /// Bits that are set from `from` to before `to`.
    private long count(int line, int from, int to) {
        long count = 0;
        int bit = from;
        while (bit < to) {
            int end = Math.min(to, (bit | 63) + 1);
            long mask = (-1L << bit) & (-1L >>> (63 - ((end - 1) & 63)));
            count += Long.bitCount((long) WORD.get(bits, line * stride + (bit >> 6) * 8) & mask);
            bit = end;
        }
        return count;
    }

    int columns() {
        return columns;
    }

    int lines() {
        return lines;
    }

    /// Whether the point (column, line) lies in a hole.
    boolean isSet(int column, int line) {
        return (bits[line * stride + (column >> 3)] >> (column & 7) & 1) != 0;
    }

    /// Where the bit's point is.
    double xOf(int column) {
        return minX + (column + 0.5) / bitsPerMm;
    }

    /// Where the line is.
    double yOf(int line) {
        return lineY[line];
    }
}
