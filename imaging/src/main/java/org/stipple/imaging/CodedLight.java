package org.stipple.imaging;

import org.stipple.imaging.plane.Planes;
import org.stipple.imaging.raster.Plane;

/// Linear light back into the 256 values of sRGB (IEC 61966-2-1), for pictures.
final class CodedLight {

    private static final int STEPS = 1 << 14;
    private static final byte[] CODED = new byte[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) {
            double linear = i / (double) STEPS;
            double coded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
            CODED[i] = (byte) Math.round(255 * coded);
        }
    }

    private CodedLight() {}

    /// A pixel `0xRRGGBB`; what is not between 0 and 1 is taken as the nearer of them.
    static int rgb(float red, float green, float blue) {
        return of(red) << 16 | of(green) << 8 | of(blue);
    }

    private static int of(float linear) {
        return CODED[(int) (Math.clamp(linear, 0f, 1f) * STEPS + 0.5f)] & 0xFF;
    }

    /// All pixels of a picture.
    static int[] rgb(Planes light) {
        var rgb = new int[light.width() * light.height()];
        Plane.eachRow(light.height(), y -> {
            for (int at = y * light.width(); at < (y + 1) * light.width(); at++) {
                rgb[at] = rgb(light.red()[at], light.green()[at], light.blue()[at]);
            }
        });
        return rgb;
    }
}
