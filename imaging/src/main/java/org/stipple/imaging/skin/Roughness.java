package org.stipple.imaging.skin;

import org.stipple.imaging.raster.Blur;
import org.stipple.imaging.raster.Logarithm;
import org.stipple.imaging.raster.Plane;

/// How uneven the skin looks between wavelengths of 0.3 and 3 mm: the root mean square of the logarithm of
/// luminance in that band. It follows the relief as long as the light comes from the same side; in another light
/// it says nothing, and is refused.
public final class Roughness {

    /// A Gaussian of standard deviation s lets half of the amplitude of wavelength 5.34 s through: 2 pi divided
    /// by the square root of 2 ln 2.
    private static final double HALF_WAVE = 5.336;

    private static final double FROM_MM = 0.3;
    private static final double TO_MM = 3;
    private static final double PITCH_MM = 0.11;

    /// Highlights and hairs are no relief.
    private static final float MOST = 0.3f;

    private Roughness() {}

    /// @param mmPerPx of the photo
    public static double of(SkinPixels pixels, double mmPerPx) {
        var field = SkinField.of(pixels, SkinField.factor(mmPerPx, PITCH_MM));
        double pitch = mmPerPx * field.factor();
        Plane light = field.luminance();
        float[] values = light.values();
        Plane.eachRow(field.height(), y -> {
            for (int at = y * field.width(); at < (y + 1) * field.width(); at++) {
                values[at] = Logarithm.of(Math.max(1e-4f, values[at]));
            }
        });
        float[] fine = Blur.of(FROM_MM / HALF_WAVE / pitch).of(light).values();
        float[] coarse = Blur.of(TO_MM / HALF_WAVE / pitch).of(light).values();
        var sums = new double[field.height()][2];
        Plane.eachRow(field.height(), y -> {
            for (int i = y * field.width(); i < (y + 1) * field.width(); i++) {
                float band = fine[i] - coarse[i];
                if (field.isSkin(i) && !field.isFull(i) && Math.abs(band) < MOST) {
                    sums[y][0] += band * band;
                    sums[y][1]++;
                }
            }
        });
        double sum = 0;
        double n = 0;
        for (double[] row : sums) {
            sum += row[0];
            n += row[1];
        }
        return n == 0 ? 0 : Math.sqrt(sum / n);
    }
}
