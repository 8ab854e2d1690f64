package org.stipple.imaging.colour;

/// From the linear light a camera recorded to linear sRGB as under D65: a matrix, row by row.
///
/// ```
/// double red = correction.red(r, g, b);
/// Lab lab = Lab.ofLinear(red, correction.green(r, g, b), correction.blue(r, g, b));
/// ```
///
/// @param isAbsolute whether a card says so: else it changes nothing, and colours compare only photos of one
///   camera, light and white balance
public record Correction(
        double rr,
        double rg,
        double rb,
        double gr,
        double gg,
        double gb,
        double br,
        double bg,
        double bb,
        boolean isAbsolute) {

    /// Leaves everything as it is; nothing is absolute.
    public static final Correction NONE = new Correction(1, 0, 0, 0, 1, 0, 0, 0, 1, false);

    /// By a card.
    ///
    /// @param matrix nine numbers, row by row
    static Correction of(double[] matrix) {
        return new Correction(
                matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5], matrix[6], matrix[7], matrix[8],
                true);
    }

    /// Corrected linear red; may lie a little outside 0 to 1.
    public double red(double red, double green, double blue) {
        return rr * red + rg * green + rb * blue;
    }

    /// Corrected linear green.
    public double green(double red, double green, double blue) {
        return gr * red + gg * green + gb * blue;
    }

    /// Corrected linear blue.
    public double blue(double red, double green, double blue) {
        return br * red + bg * green + bb * blue;
    }

    /// The corrected colour as it is seen.
    public Lab lab(double red, double green, double blue) {
        return Lab.ofLinear(red(red, green, blue), green(red, green, blue), blue(red, green, blue));
    }
}
