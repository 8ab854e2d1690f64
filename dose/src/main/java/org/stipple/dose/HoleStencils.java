package org.stipple.dose;

/// A hole's bits by where its middle falls within one bit's piece of skin: 7 × 7 bits around that piece, one line
/// a byte. Mutable: entries are made when they are first asked for.
///
/// The piece is divided into 64 × 64. In each part some bits are set wherever in it the middle lies, and few
/// depend on where; only those are asked, by the exact rule. So the answer is exact, and a square root is drawn
/// for one hole in four instead of for each of its lines.
final class HoleStencils {

    /// Bits on each side of the middle one.
    static final int REACH = 3;

    /// Parts along one side. 32 and 64 are as quick; 256 fall out of the second-level cache, and 128 do when
    /// others use it.
    private static final int PARTS = 64;

    /// Far above rounding (1e-10 of a hole at an origin 100 m away), far below a part: what is nearer to the
    /// hole's rim is asked.
    private static final double MARGIN = 1e-7;

    private static final int SIDE = 2 * REACH + 1;

    /// Whether a bit's point lies in the hole around (x, y).
    @FunctionalInterface
    interface ExactRule {
        boolean isCovered(int column, int line, double x, double y);
    }

    private final double radiusInBits;
    private final double radiusInLines;
    private final ExactRule rule;

    /// Bits that are set wherever in the part the middle lies.
    private final long[] always = new long[PARTS * PARTS];

    /// Bits that are not set wherever it lies: never none, but for entries that are not made yet.
    private final long[] never = new long[PARTS * PARTS];

    HoleStencils(double radiusMm, double bitsPerMm, double linesPerMm, ExactRule rule) {
        radiusInBits = radiusMm * bitsPerMm;
        radiusInLines = radiusMm * linesPerMm;
        this.rule = rule;
    }

    /// Whether holes are small enough to lie in a stencil.
    boolean fit() {
        return Math.max(radiusInBits, radiusInLines) < REACH + 0.5;
    }

    /// Bits of the hole around (x, y), whose middle is at (column, line) in units of the grid, at least [#REACH]
    /// from its edges. Byte k holds line − REACH + k, from column − REACH on.
    long around(double column, double line, double x, double y) {
        int c = (int) column;
        int l = (int) line;
        int part = (int) ((line - l) * PARTS) * PARTS + (int) ((column - c) * PARTS);
        long stencil = always[part];
        return stencil == ~never[part] ? stencil : settled(part, c - REACH, l - REACH, x, y);
    }

    private long settled(int part, int column, int line, double x, double y) {
        if (never[part] == 0) {
            make(part);
        }
        long stencil = always[part];
        for (long open = ~never[part] & ~stencil; open != 0; open &= open - 1) {
            int bit = Long.numberOfTrailingZeros(open);
            if (rule.isCovered(column + (bit & 7), line + (bit >> 3), x, y)) {
                stencil |= 1L << bit;
            }
        }
        return stencil;
    }

    private void make(int part) {
        double fromColumn = (double) (part % PARTS) / PARTS;
        double fromLine = (double) (part / PARTS) / PARTS;
        // From the bit's point to the nearest and the farthest place of the part, in radii: squared, by column
        double[] near = new double[SIDE];
        double[] far = new double[SIDE];
        for (int j = 0; j < SIDE; j++) {
            double dx = j - REACH + 0.5 - fromColumn;
            near[j] = square(nearest(dx) / radiusInBits);
            far[j] = square(farthest(dx) / radiusInBits);
        }
        long set = 0;
        long possible = 0;
        for (int k = 0; k < SIDE; k++) {
            double dy = k - REACH + 0.5 - fromLine;
            double nearOfLine = square(nearest(dy) / radiusInLines);
            double farOfLine = square(farthest(dy) / radiusInLines);
            for (int j = 0; j < SIDE; j++) {
                long bit = 1L << 8 * k + j;
                set |= far[j] + farOfLine < 1 - MARGIN ? bit : 0;
                possible |= near[j] + nearOfLine < 1 + MARGIN ? bit : 0;
            }
        }
        always[part] = set;
        never[part] = ~possible;
    }

    private static double nearest(double d) {
        return Math.max(0, Math.max(d - 1.0 / PARTS, -d));
    }

    private static double farthest(double d) {
        return Math.max(Math.abs(d), Math.abs(d - 1.0 / PARTS));
    }

    private static double square(double d) {
        return d * d;
    }
}
