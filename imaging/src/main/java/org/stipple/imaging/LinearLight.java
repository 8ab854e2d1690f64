package org.stipple.imaging;

/// The 256 values of an sRGB channel as linear light and its logarithm (IEC 61966-2-1).
final class LinearLight {

    private static final double[] LINEAR = new double[256];
    private static final double[] LOG10 = new double[256];

    /// What each channel adds to luminance.
    private static final float[] RED = new float[256];

    private static final float[] GREEN = new float[256];
    private static final float[] BLUE = new float[256];

    static {
        for (int value = 0; value < 256; value++) {
            double coded = value / 255.0;
            LINEAR[value] = coded <= 0.04045 ? coded / 12.92 : Math.pow((coded + 0.055) / 1.055, 2.4);
            LOG10[value] = Math.log10(LINEAR[value]);
            RED[value] = (float) (0.2126 * LINEAR[value]);
            GREEN[value] = (float) (0.7152 * LINEAR[value]);
            BLUE[value] = (float) (0.0722 * LINEAR[value]);
        }
    }

    private LinearLight() {}

    /// 0 to 1.
    static double of(int value) {
        return LINEAR[value];
    }

    /// Decadic logarithm of the linear light; not to be asked of 0.
    static double log10(int value) {
        return LOG10[value];
    }

    /// Luminance (Y of CIE 1931) of a pixel `0xRRGGBB`, 0 to 1.
    static double luminance(int rgb) {
        return 0.2126 * LINEAR[rgb >> 16 & 0xFF] + 0.7152 * LINEAR[rgb >> 8 & 0xFF] + 0.0722 * LINEAR[rgb & 0xFF];
    }

    /// The same in single precision, which is enough where noise is more.
    static float quickLuminance(int rgb) {
        return RED[rgb >> 16 & 0xFF] + GREEN[rgb >> 8 & 0xFF] + BLUE[rgb & 0xFF];
    }
}
