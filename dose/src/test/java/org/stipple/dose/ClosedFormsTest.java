package org.stipple.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.quantities.Fraction;

/// Closed forms against numbers that are published or can be had with a pencil.
class ClosedFormsTest {

    @Test
    void theDermarollerMf8Leaves15PuncturesPerCm2AndPass() {
        var roller = Examples.dermarollerMf8();
        assertThat(perCm2(roller, 1)).isCloseTo(15.28, within(0.005));
        assertThat(perCm2(roller, 15)).isCloseTo(229, within(0.5));
    }

    /// Doddaballapur 2009, doi 10.4103/0974-2077.58529: "approximately 250 holes/cm2" in 15 passes; tolerance
    /// 15 %.
    @Test
    void fifteenPassesOfTheDermarollerComeNearTheTwoHundredAndFiftyThatAreRepeatedEverywhere() {
        assertThat(perCm2(Examples.dermarollerMf8(), 15)).isCloseTo(250, Percentage.withPercentage(15));
    }

    /// Wilson 2012: 11 needles at 90 Hz are "almost 1,000 microwounds every second"; FDA K233709: 6 needles at
    /// 100 to 150 Hz; DEN160029: 7,000 rpm.
    @ParameterizedTest
    @CsvSource({"11, 90, 990", "6, 100, 600", "6, 150, 900", "14, 116.66666666666667, 1633.3333"})
    void pensPunctureAsOftenAsPublished(int pins, double hertz, double perSecond) {
        assertThat(Examples.pen(pins, 8, hertz).strokesPerSecond()).isCloseTo(perSecond, within(1e-3));
    }

    @Test
    void aPensDensityIsPinsTimesStrokesTimesPassesOverSweptArea() {
        var pen = Examples.pen(14, 8, 116.7);
        var technique = Examples.technique(pen, 3, 2).withContact(Fraction.ofValue(0.5), Fraction.ofValue(0.25));
        double expected = 0.25 * 0.5 * 14 * 116.7 * 3 / (25.0 * 8);
        assertThat(pen.densityPerMm2(technique, 25)).isCloseTo(expected, Percentage.withPercentage(1e-10));
    }

    @Test
    void aStampsDensityIsPinsTimesStampsTimesPasses() {
        var stamp = Examples.stamp(36, 10, 4);
        assertThat(perCm2(stamp, 2)).isCloseTo(288, within(1e-9));
    }

    /// A face of 200 cm² receives 250 /cm² in 31 s of contact with 1,633 punctures a second.
    @Test
    void anOrdinaryPenReachesTheRollersDensityInHalfAMinute() {
        var pen = Examples.fourteenPinPen();
        double glide = pen.strokesPerSecond() / (2.5 * 8);
        var question = DoseQuestion.of(pen, Examples.technique(pen, 1, 1, glide), Examples.rectangle(200, 100));
        assertThat(question.estimate().pace()).isInstanceOfSatisfying(Pace.Motorised.class, pace -> {
            assertThat(pace.seconds()).isCloseTo(30.6, within(0.05));
            assertThat(pace.strokesPerSecond()).isCloseTo(1633, within(0.5));
        });
    }

    /// Poisson figures of the dose reference, table 2.2.
    @ParameterizedTest
    @CsvSource({"1020, 0.394", "4118, 0.868", "1662, 0.558", "375, 0.168", "1484, 0.517", "229, 0.1063"})
    void independentHolesCoverAsMuchAsPublished(double perCm2, double covered) {
        assertThat(Poisson.covered(perCm2 / 100, 0.25)).isCloseTo(covered, within(5.1e-4));
    }

    @Test
    void duplicatesAreTheCoverageThatEarlierPuncturesHadLeftOnAverage() {
        double perMm2 = 7;
        double sum = 0;
        int steps = 100_000;
        for (int i = 0; i < steps; i++) {
            sum += Poisson.covered(perMm2 * (i + 0.5) / steps, 0.25) / steps;
        }
        assertThat(Poisson.duplicates(perMm2, 0.125)).isCloseTo(sum, within(1e-9));
    }

    @Test
    void duplicatesVanishWithTheDensityWithoutLosingDigits() {
        for (double perMm2 : new double[] {0, 1e-12, 1e-6, 2.0371e-3, 2.0373e-3}) {
            double x = perMm2 * Math.PI * 0.125 * 0.125;
            assertThat(Poisson.duplicates(perMm2, 0.125)).isCloseTo(x / 2 - x * x / 6, within(1e-12 + 2e-5 * x));
        }
    }

    private static double perCm2(NeedleArray device, int passes) {
        return 100 * device.densityPerMm2(Examples.technique(device, passes, 1), 20);
    }
}
