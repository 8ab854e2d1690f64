package org.stipple.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;

class DoseQuestionTest {

    @Test
    void recordsAllRanges() {
        assertThat(Arrays.stream(Limit.values())
                        .map(each -> each.field() + " " + each.min() + " " + each.max())
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        device.pins 1.0 2000.0
                        device.needles 1.0 2000.0
                        device.rows 1.0 200.0
                        device.swathMm 0.1 200.0
                        device.drumDiameterMm 0.1 200.0
                        device.drumWidthMm 0.1 200.0
                        device.widthMm 0.1 200.0
                        device.stampsPerCm2 0.01 1000.0
                        device.strokeHz 0.1 1000.0
                        device.needleDiameterMm 0.01 2.0
                        device.needleLengthMm 0.05 5.0
                        device.taperMm 0.0 5.0
                        device.pinsMm -100.0 100.0
                        technique.depthMm 0.05 5.0
                        technique.passes 1.0 100.0
                        technique.directions 1.0 16.0
                        technique.glideMmPerS 0.1 500.0
                        technique.contactDuty 0.01 1.0
                        technique.efficiency 0.01 1.0
                        technique.glideVariation 0.0 1.0
                        technique.jitterMm 0.0 5.0
                        zone.widthMm 1.0 1000.0
                        zone.heightMm 1.0 1000.0
                        zone.outlineMm -100000.0 100000.0
                        zone.outlineMm 3.0 2000.0
                        penetration 0.01 1.0
                        map.cellMm 0.05 2.0
                        scenarios 1.0 2000.0
                        scenarios.others 0.0 100.0
                        scenarios.thicknessDeviations -3.0 3.0
                        scenarios.speed 0.2 5.0
                        workers 1.0 64.0""");
    }

    @Test
    void recordsAllDefaults() {
        var pen = Examples.fourteenPinPen();
        var roller = Examples.dermarollerMf8();
        var question = DoseQuestion.of(pen, Examples.technique(pen, 1, 1), Examples.rectangle(5, 4));
        assertThat(question.penetration()).extracting(Fraction::value).containsExactly(0.5, 0.8, 1.0);
        assertThat(DoseQuestion.defaultPenetration(roller))
                .extracting(Fraction::value)
                .containsExactly(0.2, 0.5, 0.8, 1.0);
        assertThat(question.seed()).isEqualTo(1);
        assertThat(question.technique().glide().millimetresPerSecond()).isEqualTo(20);
        assertThat(question.technique().contactDuty().value()).isEqualTo(1);
        assertThat(question.technique().efficiency().value()).isEqualTo(1);
        assertThat(question.technique().glideVariation().value()).isZero();
        assertThat(question.technique().jitter().millimetres()).isZero();
        assertThat(Technique.defaultJitter(roller).millimetres()).isEqualTo(0.05);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> unusable() {
        var pen = Examples.fourteenPinPen();
        var roller = Examples.dermarollerMf8();
        var zone = Examples.rectangle(300, 200);
        return Stream.of(
                refused("device.pins", () -> Examples.pen(0, 8, 100)),
                refused("device.pins", () -> Examples.pen(1_000_000_000, 8, 100)),
                refused("device.swathMm", () -> Examples.pen(6, 0, 100)),
                refused("device.swathMm", () -> Examples.pen(6, 200.1, 100)),
                refused("device.strokeHz", () -> Examples.pen(6, 8, 0)),
                refused("device.needleDiameterMm", () -> Examples.needle(2.01, "1")),
                refused("device.needleLengthMm", () -> Examples.needle(0.2, "0.049")),
                refused(
                        "device.taperMm",
                        () -> new Needle(Examples.mm(0.2), Depth.ofMillimetres("1"), Examples.mm(1.1))),
                refused(
                        "device.pinsMm",
                        () -> new NeedleArray.Pen(
                                2,
                                Examples.mm(8),
                                pen.stroke(),
                                pen.needle(),
                                new PinLayout.Measured(Examples.ring(0, 0)))),
                refused(
                        "device.rows",
                        () -> new NeedleArray.Roller(5, 6, Examples.mm(20), Examples.mm(20), roller.needle())),
                refused("device.stampsPerCm2", () -> Examples.stamp(36, 10, 0)),
                refused("technique.passes", () -> Examples.technique(pen, 0, 1)),
                refused("technique.passes", () -> Examples.technique(pen, 101, 1)),
                refused("technique.directions", () -> Examples.technique(pen, 1, 17)),
                refused("technique.glideMmPerS", () -> Examples.technique(pen, 1, 1, 0)),
                refused(
                        "technique.contactDuty",
                        () -> Examples.technique(pen, 1, 1).withContact(Fraction.ofValue(0), Fraction.ofValue(1))),
                refused(
                        "technique.efficiency",
                        () -> Examples.technique(pen, 1, 1).withContact(Fraction.ofValue(1), Fraction.ofValue(0))),
                refused(
                        "technique.jitterMm",
                        () -> Examples.technique(pen, 1, 1).withJitter(Length.ofMillimetres(5.1))),
                refused(
                        "technique.depthMm",
                        () -> DoseQuestion.of(roller, Technique.of(roller, Depth.ofMillimetres("1.501"), 1, 1), zone)),
                refused(
                        "penetration",
                        () -> DoseQuestion.of(pen, Examples.technique(pen, 1, 1), zone)
                                .withPenetration(List.of(Fraction.ofValue(0.009)))),
                refused(
                        "penetration",
                        () -> DoseQuestion.of(pen, Examples.technique(pen, 1, 1), zone)
                                .withPenetration(List.of())),
                // A pinhead under a head as wide as a plate: nearly all of the work would be overshoot
                refused("technique.glideMmPerS", () -> {
                    var plate = Examples.pen(2_000, 200, 1_000);
                    DoseQuestion.of(plate, Examples.technique(plate, 1, 1, 1), Examples.rectangle(1, 1));
                }),
                // Seven hours on one zone
                refused("technique.glideMmPerS", () -> DoseQuestion.of(pen, Examples.technique(pen, 1, 1, 0.3), zone)),
                refused(
                        "technique.glideMmPerS",
                        () -> DoseQuestion.of(pen, Examples.technique(pen, 100, 1, 0.1), Examples.rectangle(2, 1))),
                refused("zone.outlineMm", () -> Outline.of(manyCorners(2_001), List.of())));
    }

    private static org.junit.jupiter.params.provider.Arguments refused(String field, ThrowingCallable made) {
        return org.junit.jupiter.params.provider.Arguments.of(field, made);
    }

    private static List<Point> manyCorners(int corners) {
        return IntStream.range(0, corners)
                .mapToObj(i ->
                        new Point(100 * Math.cos(2 * Math.PI * i / corners), 100 * Math.sin(2 * Math.PI * i / corners)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void refusesByFieldValueAndRange(String field, ThrowingCallable made) {
        assertThatThrownBy(made)
                .isInstanceOf(UnusableQuestion.class)
                .hasMessageMatching(java.util.regex.Pattern.quote(field) + ": was .+, expected .+");
    }

    @Test
    void refusesWhatIsNotANumber() {
        for (var limit : Limit.values()) {
            assertThatThrownBy(() -> limit.check(Double.NaN)).isInstanceOf(UnusableQuestion.class);
            assertThat(limit.check(limit.max())).isEqualTo(limit.max());
        }
    }

    @Test
    void takesAsManyCornersAsItSays() {
        assertThat(Outline.of(manyCorners(2_000), List.of()).area().squareCentimetres())
                .isBetween(314.0, 314.2);
    }
}
