package org.stipple.clinic.web.look;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/// A scale of colours for a quantity: `parts/scale.jte`, and the colours of [Maps].
///
/// @param words what it is: `Needle depth, set`
/// @param unit its unit
/// @param from value at the dark end
/// @param to value at the bright end, more than `from`
public record Scale(String words, String unit, double from, double to) {

    private static final int STEPS = 5;

    private static final List<String> BANDS =
            IntStream.range(0, 50).mapToObj(i -> Cividis.at((i + 0.5) / 50)).toList();

    /// @throws IllegalArgumentException when it does not rise
    public Scale {
        if (!(to > from)) {
            throw new IllegalArgumentException("a scale must rise, was " + from + " to " + to);
        }
    }

    /// The depth a needle is set to, from nothing to the deepest that any cleared device reaches (2.5 mm).
    public static Scale depth() {
        return new Scale("Needle depth, set", "mm", 0, 2.5);
    }

    /// Where a value lies, from 0 to 1.
    public double part(double value) {
        return Math.clamp((value - from) / (to - from), 0, 1);
    }

    /// A mark of the legend.
    ///
    /// @param x where it stands, in hundredths of the width
    public record Mark(String words, double x) {}

    /// The marks of the legend, both ends included.
    public List<Mark> marks() {
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(i -> new Mark(words(from + (to - from) * i / STEPS), 100.0 * i / STEPS))
                .toList();
    }

    /// The bands of the legend.
    public List<String> colours() {
        return BANDS;
    }

    private static String words(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
