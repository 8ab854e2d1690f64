package org.stipple.phantom;

/// The sensor and what is made of it: the camera's own colours, white balance, shot and read noise, clipping,
/// sRGB in 8 bits.
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

    private final Capture capture;
    private final boolean exact;

    Sensor(Capture capture) {
        this.capture = capture;
        this.exact = capture.camera().equals(Camera.EXACT);
    }

    /// @param light linear red, green and blue
    /// @return the pixel, `0xRRGGBB`
    int record(int x, int y, float red, float green, float blue) {
        double r = red;
        double g = green;
        double b = blue;
        if (!exact) {
            r = Math.max(0, capture.camera().red(red, green, blue));
            g = Math.max(0, capture.camera().green(red, green, blue));
            b = Math.max(0, capture.camera().blue(red, green, blue));
        }
        return band(r, capture.light().redGain(), 0, x, y) << 16
                | band(g, 1, 1, x, y) << 8
                | band(b, capture.light().blueGain(), 2, x, y);
    }

    private int band(double light, double gain, int band, int x, int y) {
        double grain = capture.noise() == 0
                ? 0
                : capture.noise() * Math.sqrt(SHOT * light + READ) * Grain.normal(capture.seed() * 3 + band, x, y);
        double value = Math.clamp((light + grain) * gain, 0, 1);
        return ENCODED[(int) (value * STEPS + 0.5)] & 0xFF;
    }

    /// The transfer curve of sRGB (IEC 61966-2-1).
    private static double encoded(double linear) {
        return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }
}
