package org.stipple.phantom;

/// How what runs along a line comes to its ends.
final class Taper {

    private Taper() {}

    /// The length in mm over which it does, at each end.
    static double over(double lengthMm) {
        return Math.min(2, lengthMm / 6);
    }

    /// 0 at the ends, 1 between them, 0.5 in the middle of the taper.
    static double at(double alongMm, double lengthMm) {
        double t = Math.min(alongMm, lengthMm - alongMm) / over(lengthMm);
        return t >= 1 ? 1 : t <= 0 ? 0 : t * t * (3 - 2 * t);
    }
}
