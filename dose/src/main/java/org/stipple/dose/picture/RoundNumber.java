package org.stipple.dose.picture;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers that people read at a glance: 1, 2 and 5 times a power of ten.
final class RoundNumber {

    private RoundNumber() {}

    /// The least of them that is not below the value, which is more than 0.
    static double above(double value) {
        double power = power(value);
        for (double digit : new double[] {1, 2, 5}) {
            if (digit * power >= value * (1 - 1e-12)) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    /// The greatest of them that is not above the value, which is more than 0.
    static double below(double value) {
        double power = power(value);
        double best = power;
        for (double digit : new double[] {2, 5}) {
            if (digit * power <= value * (1 + 1e-12)) {
                best = digit * power;
            }
        }
        return best;
    }

    private static double power(double value) {
        return StrictMath.pow(10, Math.floor(StrictMath.log10(value)));
    }

    /// At most six digits, without zeros that say nothing.
    static String text(double value) {
        var rounded = BigDecimal.valueOf(value).round(new MathContext(6)).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /// The end of a scale that holds the value: a whole number, ten at most, of round steps.
    static double scaleFor(double value) {
        double step = above(value / 10);
        return Math.ceil(value / step * (1 - 1e-12)) * step;
    }
}
