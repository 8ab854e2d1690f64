package org.stipple.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stipple.quantities.Fraction;

/// What cannot be answered is refused by name, value and range, at once, before any memory is taken for it.
class RefusesAtOnceTest {

    static Stream<Arguments> unusable() {
        var pen = Examples.fourteenPinPen();
        var technique = Examples.technique(pen, 4, 4);
        var zone = Examples.rectangle(1_000, 900);
        return Stream.of(
                refused("device.pins", () -> Examples.pen(0, 8, 117)),
                refused("device.pins", () -> Examples.pen(-1, 8, 117)),
                refused("device.pins", () -> Examples.pen(1_000_000_000, 8, 117)),
                refused("technique.glideMmPerS", () -> Examples.technique(pen, 4, 4, 0)),
                refused("technique.passes", () -> Examples.technique(pen, 1_000_000_000, 4)),
                refused("zone.outlineMm", () -> Outline.of(Examples.ring(0, 0, 100, 100, 100, 0, 0, 100), List.of())),
                refused("zone.outlineMm", () -> new Point(Double.NaN, 3)),
                refused("device.pinsMm", () -> new PinLayout.Measured(Examples.ring(0, 101))),
                // Hours of dwell on a large zone, and on a small one
                refused("technique.glideMmPerS", () -> DoseQuestion.of(pen, Examples.technique(pen, 4, 4, 0.1), zone)),
                refused(
                        "technique.glideMmPerS",
                        () -> DoseQuestion.of(pen, Examples.technique(pen, 100, 4, 0.1), Examples.rectangle(10, 9))),
                refused("technique.passes", () -> {
                    var roller = new NeedleArray.Roller(
                            2_000, 200, Examples.mm(5), Examples.mm(5), Examples.needle(0.25, "1.5"));
                    DoseQuestion.of(roller, Examples.technique(roller, 100, 1), Examples.rectangle(900, 700));
                }),
                refused(
                        "map.cellMm",
                        () -> DoseQuestion.of(pen, Examples.technique(pen, 1, 1, 500), zone)
                                .map(Examples.mm(0.05))),
                refused(
                        "map.cellMm",
                        () -> DoseQuestion.of(pen, technique, Examples.rectangle(2, 3))
                                .map(Examples.mm(0.049))),
                refused(
                        "scenarios",
                        () -> RobustQuestion.around(
                                DoseQuestion.of(pen, technique, Examples.rectangle(20, 30)), 1_000_000_000, 20)),
                // The quickest and the slowest hand, of whom a scenario is quicker or slower still
                refused(
                        "technique.glideMmPerS",
                        () -> RobustQuestion.around(
                                DoseQuestion.of(pen, Examples.technique(pen, 1, 1, 500), Examples.rectangle(20, 30)),
                                9,
                                4)),
                refused(
                        "technique.glideMmPerS",
                        () -> RobustQuestion.around(
                                DoseQuestion.of(pen, Examples.technique(pen, 1, 1, 0.1), Examples.rectangle(2, 3)),
                                9,
                                4)),
                refused(
                        "scenarios.speed",
                        () -> new Scenario(Fraction.ofValue(1), 0, Double.NaN, Fraction.ofValue(1))));
    }

    private static Arguments refused(String field, ThrowingCallable made) {
        return Arguments.of(field, made);
    }

    /// Any of the answers that are refused would take minutes, or hundreds of megabytes. Bounds are wide,
    /// because the machine may be busy.
    @ParameterizedTest
    @MethodSource("unusable")
    void byFieldValueAndRange(String field, ThrowingCallable made) {
        long from = System.nanoTime();
        long before = used();
        assertThatThrownBy(made)
                .isInstanceOf(UnusableQuestion.class)
                .hasMessageMatching(java.util.regex.Pattern.quote(field) + ": was .+, expected .+");
        assertThat(used() - before).isLessThan(24_000_000);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofMillis(750));
    }

    /// Not a number is refused by the quantity itself, before there is a field.
    @Test
    void notANumberIsNoQuantity() {
        List<ThrowingCallable> all = List.of(
                () -> Examples.pen(14, Double.NaN, 117),
                () -> Examples.pen(14, 8, Double.NaN),
                () -> Examples.needle(Double.NaN, "1"),
                () -> Examples.technique(Examples.fourteenPinPen(), 1, 1, Double.NaN),
                () -> Fraction.ofValue(Double.NaN));
        all.forEach(each -> assertThatThrownBy(each).isInstanceOf(IllegalArgumentException.class));
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
