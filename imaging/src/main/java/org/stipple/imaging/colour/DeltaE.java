package org.stipple.imaging.colour;

/// How different two colours look: CIEDE2000 with all weights 1 (CIE 142-2001), as written out by Sharma, Wu and
/// Dalal 2005 (doi 10.1002/col.20070), whose test pairs it is tested on.
public final class DeltaE {

    private static final double POW25_7 = 6103515625.0;

    private DeltaE() {}

    /// 1 is about what can just be seen.
    public static double between(Lab one, Lab other) {
        double meanChroma = (Math.hypot(one.a(), one.b()) + Math.hypot(other.a(), other.b())) / 2;
        double g = 0.5 * (1 - Math.sqrt(seventh(meanChroma)));
        double a1 = (1 + g) * one.a();
        double a2 = (1 + g) * other.a();
        double c1 = Math.hypot(a1, one.b());
        double c2 = Math.hypot(a2, other.b());
        double h1 = hue(a1, one.b());
        double h2 = hue(a2, other.b());
        double dh = 0;
        double meanHue = h1 + h2;
        if (c1 * c2 != 0) {
            dh = h2 - h1;
            boolean far = Math.abs(dh) > 180;
            if (far) {
                dh += dh > 0 ? -360 : 360;
                meanHue = (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2;
            } else {
                meanHue = (h1 + h2) / 2;
            }
        }
        double dl = other.l() - one.l();
        double dc = c2 - c1;
        double dH = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(dh / 2));
        double l = (one.l() + other.l()) / 2 - 50;
        double c = (c1 + c2) / 2;
        double t = 1
                - 0.17 * cos(meanHue - 30)
                + 0.24 * cos(2 * meanHue)
                + 0.32 * cos(3 * meanHue + 6)
                - 0.20 * cos(4 * meanHue - 63);
        double sl = 1 + 0.015 * l * l / Math.sqrt(20 + l * l);
        double sc = 1 + 0.045 * c;
        double sh = 1 + 0.015 * c * t;
        double turn = (meanHue - 275) / 25;
        double rt = -2 * Math.sqrt(seventh(c)) * Math.sin(Math.toRadians(60 * Math.exp(-turn * turn)));
        double x = dl / sl;
        double y = dc / sc;
        double z = dH / sh;
        return Math.sqrt(x * x + y * y + z * z + rt * y * z);
    }

    private static double seventh(double c) {
        double p = c * c * c * c * c * c * c;
        return p / (p + POW25_7);
    }

    private static double hue(double a, double b) {
        if (a == 0 && b == 0) {
            return 0;
        }
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
