package org.stipple.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import org.stipple.protocol.document.Document;

/// Numbers as an answer gives them: at most six significant digits, so that they read well and say no more than
/// they know.
final class Figures {

    /// Less than this is nothing.
    private static final double LEAST = 1e-9;

    private Figures() {}

    static Document number(double value) {
        return Document.of(rounded(value, 6));
    }

    static String text(double value) {
        return text(value, 6);
    }

    static String text(double value, int digits) {
        return rounded(value, digits).toPlainString();
    }

    private static BigDecimal rounded(double value, int digits) {
        return Math.abs(value) < LEAST
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(value).round(new MathContext(digits)).stripTrailingZeros();
    }
}
