package org.stipple.clinic.planning.web;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers as a reader needs them: three digits.
final class Shown {

    private static final MathContext DIGITS = new MathContext(3);

    private Shown() {}

    static String digits(double value) {
        return digits(BigDecimal.valueOf(value));
    }

    static String digits(BigDecimal value) {
        BigDecimal rounded = value.round(DIGITS).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }

    static String range(double least, double most) {
        return digits(least).equals(digits(most)) ? digits(least) : digits(least) + " to " + digits(most);
    }
}
