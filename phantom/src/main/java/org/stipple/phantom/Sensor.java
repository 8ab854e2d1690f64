package org.stipple.phantom;

import java.util.stream.IntStream;

/// The sensor and what is made of it: white balance, shot and read noise, clipping, sRGB in 8 bits.
final class Sensor {

    /// Variance of the noise is SHOT * light + READ at noise 1 (design: about 1 % of a mid grey).
    private static final double SHOT = 1.2e-4;

    private static final double READ = 4e-6;

    private static final int STEPS = 1 << 14;
    private static final byte[] ENCODED = new byte[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) {
            ENCODED[i] = (byte) Math.round(255 * encoded(i / (double) STEPS));
        }
    }

    private Sensor() {}

    /// @return pixels `0xRRGGBB`
    static int[] record(float[][] planes, int width, Capture capture) {
        double[] gain = {capture.light().redGain(), 1, capture.light().blueGain()};
        var rgb = new int[planes[0].length];
        IntStream.range(0, rgb.length / width).parallel().forEach(y -> {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                int pixel = 0;
                for (int band = 0; band < 3; band++) {
                    double light = planes[band][i];
                    double grain = capture.noise() == 0
                            ? 0
                            : capture.noise()
                                    * Math.sqrt(SHOT * light + READ)
                                    * Grain.normal(capture.seed() * 3 + band, x, y);
                    double value = Math.clamp((light + grain) * gain[band], 0, 1);
                    pixel = pixel << 8 | ENCODED[(int) (value * STEPS + 0.5)] & 0xFF;
                }
                rgb[i] = pixel;
            }
        });
        return rgb;
    }

    /// The transfer curve of sRGB (IEC 61966-2-1).
    private static double encoded(double linear) {
        return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }
}
