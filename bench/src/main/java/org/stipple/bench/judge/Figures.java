package org.stipple.bench.judge;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers as they are written on the page.
final class Figures {

    private Figures() {}

    /// Three digits that count.
    static String text(double value) {
        var rounded = new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }
}
