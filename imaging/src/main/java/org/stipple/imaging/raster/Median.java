package org.stipple.imaging.raster;

/// The median of many numbers without sorting them: the bits of floats can be brought into their order, so two
/// passes count their upper and their lower halves.
public final class Median {

    private static final int HALF = 1 << 16;

    private Median() {}

    /// The one in the middle, the upper of two; what sorting would find there.
    ///
    /// @param values at least one
    public static float of(float[] values) {
        var upper = new int[HALF];
        for (float value : values) {
            upper[ordered(value) >>> 16]++;
        }
        int left = values.length / 2;
        int high = 0;
        while (left >= upper[high]) {
            left -= upper[high];
            high++;
        }
        var lower = new int[HALF];
        for (float value : values) {
            int bits = ordered(value);
            if (bits >>> 16 == high) {
                lower[bits & HALF - 1]++;
            }
        }
        int low = 0;
        while (left >= lower[low]) {
            left -= lower[low];
            low++;
        }
        int bits = high << 16 | low;
        return Float.intBitsToFloat(bits < 0 ? bits ^ Integer.MIN_VALUE : ~bits);
    }

    /// Unsigned, in the order of the numbers.
    private static int ordered(float value) {
        int bits = Float.floatToRawIntBits(value);
        return bits < 0 ? ~bits : bits ^ Integer.MIN_VALUE;
    }
}
