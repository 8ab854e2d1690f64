package org.stipple.imaging.colour;

/// CIE 1976 L\*a\*b\* for D65 and the 2 degree observer (CIE 15:2004).
///
/// @param l lightness, 0 to 100
/// @param a green to red
/// @param b blue to yellow
public record Lab(double l, double a, double b) {

    private static final double EPSILON = 216.0 / 24389;
    private static final double KAPPA = 24389.0 / 27;

    /// White of D65 (IEC 61966-2-1: x = 0.3127, y = 0.3290).
    private static final double WHITE_X = 0.3127 / 0.3290;

    private static final double WHITE_Z = (1 - 0.3127 - 0.3290) / 0.3290;

    /// Of linear sRGB, where 1 is white.
    public static Lab ofLinear(double red, double green, double blue) {
        double x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / WHITE_X;
        double y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue;
        double z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / WHITE_Z;
        double fx = f(x);
        double fy = f(y);
        return new Lab(116 * fy - 16, 500 * (fx - fy), 200 * (fy - f(z)));
    }

    private static double f(double t) {
        return t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116;
    }
}
