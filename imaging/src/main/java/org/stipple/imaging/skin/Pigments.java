package org.stipple.imaging.skin;

import org.stipple.imaging.raster.Blur;
import org.stipple.imaging.raster.Logarithm;
import org.stipple.imaging.raster.Plane;

/// Melanin and blood pixel by pixel, apart from each other and from the shading: three channels, three unknowns.
///
/// The absorbance of each channel (-log10 of linear light) is a sum of what shading takes from all alike, melanin
/// and haemoglobin. Melanin absorbs as the wavelength to the power -3.33 (Jacques 2013, doi
/// 10.1088/0031-9155/58/11/R37) at the centres of sRGB's channels, about 600, 545 and 455 nm. Haemoglobin absorbs
/// green and blue nearly alike and hardly any red. Both in the unit of their own strongest use: melanin as
/// absorbance in red, blood as absorbance in green.
final class Pigments {

    private static final float MELANIN_GREEN = 1.38f;
    private static final float MELANIN_BLUE = 2.51f;
    private static final float BLOOD_RED = 0.08f;
    private static final float BLOOD_BLUE = 0.85f;
    private static final float DARKEST = 1e-4f;
    private static final float TO_DECADIC = (float) (1 / Math.log(10));

    final Plane melanin;
    final Plane blood;

    private Pigments(Plane melanin, Plane blood) {
        this.melanin = melanin;
        this.blood = blood;
    }

    /// @param smoothPx standard deviation of a blur against noise
    static Pigments of(SkinField field, double smoothPx) {
        var blur = Blur.of(smoothPx);
        float[] red = blur.of(field.red()).values();
        float[] green = blur.of(field.green()).values();
        float[] blue = blur.of(field.blue()).values();
        var melanin = new Plane(field.width(), field.height());
        var blood = new Plane(field.width(), field.height());
        // Of the two differences that no shading changes.
        float a = MELANIN_GREEN - 1;
        float b = 1 - BLOOD_RED;
        float c = MELANIN_BLUE - 1;
        float d = BLOOD_BLUE - BLOOD_RED;
        float determinant = a * d - b * c;
        Plane.eachRow(field.height(), y -> {
            for (int at = y * field.width(); at < (y + 1) * field.width(); at++) {
                float r = Logarithm.of(Math.max(DARKEST, red[at]));
                float green1 = TO_DECADIC * (r - Logarithm.of(Math.max(DARKEST, green[at])));
                float blue1 = TO_DECADIC * (r - Logarithm.of(Math.max(DARKEST, blue[at])));
                melanin.values()[at] = (green1 * d - b * blue1) / determinant;
                blood.values()[at] = (a * blue1 - c * green1) / determinant;
            }
        });
        return new Pigments(melanin, blood);
    }
}
