package org.stipple.bench.judge;

import java.util.BitSet;

/// How much of what was found is true, and how much of what is true was found.
///
/// @param precision part of the found pixels, or things, that are near a true one
/// @param recall part of the true ones that are near a found one
record Matching(double precision, double recall) {

    /// Their harmonic mean; 1 where there is nothing and nothing was found.
    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /// Of pixels.
    ///
    /// @param within in pixels, from middle to middle
    static Matching of(BitSet found, BitSet truth, int width, double within) {
        return new Matching(near(found, truth, width, within), near(truth, found, width, within));
    }

    private static double near(BitSet these, BitSet those, int width, double within) {
        if (these.isEmpty()) {
            return those.isEmpty() ? 1 : 0;
        }
        BitSet wide = widened(those, width, within);
        int all = these.cardinality();
        wide.and(these);
        return wide.cardinality() / (double) all;
    }

    private static BitSet widened(BitSet pixels, int width, double within) {
        var wide = new BitSet();
        int reach = (int) within;
        for (int i = pixels.nextSetBit(0); i >= 0; i = pixels.nextSetBit(i + 1)) {
            int x = i % width;
            int y = i / width;
            for (int dy = -reach; dy <= reach; dy++) {
                int half = (int) Math.sqrt(within * within - dy * dy);
                if (y + dy >= 0) {
                    int row = (y + dy) * width;
                    wide.set(row + Math.max(0, x - half), row + Math.min(width - 1, x + half) + 1);
                }
            }
        }
        return wide;
    }
}
