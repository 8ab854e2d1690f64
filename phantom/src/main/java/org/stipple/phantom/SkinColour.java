package org.stipple.phantom;

/// Colour of skin from two pigments: a bloodless dermis seen through melanin and haemoglobin (Beer and
/// Lambert), one broad band for each of linear sRGB's red, green and blue.
///
/// All strengths are `design`. Their shape follows the pigments: melanin absorbs more the shorter the wavelength,
/// haemoglobin absorbs green and blue and hardly any red.
final class SkinColour {

    private static final double[] DERMIS = {0.84, 0.72, 0.62};
    private static final double[] MELANIN = {1.0, 1.5, 2.3};
    private static final double[] HAEMOGLOBIN = {0.0096, 0.120, 0.102};

    private SkinColour() {}

    /// Linear reflectance of one band.
    ///
    /// @param band 0 red, 1 green, 2 blue
    static double reflectance(int band, double melanin, double haemoglobin) {
        return DERMIS[band]
                * Math.exp(-2.302585092994046 * (MELANIN[band] * melanin + HAEMOGLOBIN[band] * haemoglobin));
    }

    /// The melanin at which skin with typical blood has a typology angle.
    static double melanin(double target) {
        double low = 0;
        double high = 2;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            double ita = ita(reflectance(0, middle, 1), reflectance(1, middle, 1), reflectance(2, middle, 1));
            if (ita > target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// Individual typology angle atan2(L* - 50, b*) in degrees, D65, of a linear sRGB reflectance.
    static double ita(double red, double green, double blue) {
        double y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue;
        double z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883;
        double lightness = 116 * cubeRoot(y) - 16;
        double b = 200 * (cubeRoot(y) - cubeRoot(z));
        return Math.toDegrees(Math.atan2(lightness - 50, b));
    }

    private static double cubeRoot(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
}
