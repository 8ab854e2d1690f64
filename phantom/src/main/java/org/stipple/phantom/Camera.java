package org.stipple.phantom;

/// How a camera turns colour into its own: each of its three values is a mix of linear sRGB's, and grey stays
/// grey.
///
/// @param redFromGreen part of green in what it calls red; the rest is red and `redFromBlue`
public record Camera(
        double redFromGreen,
        double redFromBlue,
        double greenFromRed,
        double greenFromBlue,
        double blueFromRed,
        double blueFromGreen) {

    /// Sees as sRGB is defined.
    public static final Camera EXACT = new Camera(0, 0, 0, 0, 0, 0);

    /// Colours a little dull and red drawn to orange, as of a camera without a profile (design).
    public static final Camera UNPROFILED = new Camera(0.13, -0.02, 0.06, 0.07, -0.03, 0.16);

    /// @throws IllegalArgumentException when a part is not within -0.5..0.5
    public Camera {
        for (double part :
                new double[] {redFromGreen, redFromBlue, greenFromRed, greenFromBlue, blueFromRed, blueFromGreen}) {
            if (!(Math.abs(part) <= 0.5)) {
                throw new IllegalArgumentException("parts of other colours are -0.5..0.5, was " + part);
            }
        }
    }

    double red(double red, double green, double blue) {
        return red + redFromGreen * (green - red) + redFromBlue * (blue - red);
    }

    double green(double red, double green, double blue) {
        return green + greenFromRed * (red - green) + greenFromBlue * (blue - green);
    }

    double blue(double red, double green, double blue) {
        return blue + blueFromRed * (red - blue) + blueFromGreen * (green - blue);
    }
}
