package org.stipple.protocol.document;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers as an answer gives them: at most six significant digits, so that they read well and say no more than
/// they know.
public final class Figures {

    /// Less than this is nothing.
    private static final double LEAST = 1e-9;

    private Figures() {}

    /// The number with six digits.
    public static Document number(double value) {
        return Document.of(rounded(value, 6));
    }

    /// The number with six digits, in plain notation.
    public static String text(double value) {
        return text(value, 6);
    }

    /// The number with this many digits, in plain notation.
    public static String text(double value, int digits) {
        return rounded(value, digits).toPlainString();
    }

    /// The number with six digits, without an exponent.
    public static BigDecimal rounded(double value) {
        return rounded(value, 6);
    }

    private static BigDecimal rounded(double value, int digits) {
        return Math.abs(value) < LEAST
                ? BigDecimal.ZERO
                : plain(BigDecimal.valueOf(value).round(new MathContext(digits)).stripTrailingZeros());
    }

    /// Without an exponent, so that it is the same after it was written and read.
    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
