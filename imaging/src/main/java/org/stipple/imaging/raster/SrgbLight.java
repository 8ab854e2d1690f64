package org.stipple.imaging.raster;

/// The 256 values of an sRGB channel as linear light, 0 to 1 (IEC 61966-2-1).
public final class SrgbLight {

    private static final float[] LINEAR = new float[256];

    static {
        for (int value = 0; value < 256; value++) {
            double coded = value / 255.0;
            LINEAR[value] = (float) (coded <= 0.04045 ? coded / 12.92 : Math.pow((coded + 0.055) / 1.055, 2.4));
        }
    }

    private SrgbLight() {}

    /// A copy of the table.
    public static float[] table() {
        return LINEAR.clone();
    }
}
