package org.stipple.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Fraction;

class DepthSpreadTest {

    /// Meng 2022, table 2, women: doi 10.1186/s12880-022-00839-w.
    private static final SkinLayers EYELID = new SkinLayers(
            Examples.mm(0.17), Examples.mm(0.02), Examples.mm(0.58), Examples.mm(0.11), "ultrasound, Meng 2022");

    /// Values of the normal distribution function as tabulated, NIST Handbook 1.3.6.7.1, and of its far tail.
    @ParameterizedTest
    @CsvSource({"0, 0.5", "1, 0.8413447460685429", "-1.96, 0.024997895148220435", "3, 0.9986501019683699", "-9, 0"})
    void theNormalDistributionIsTheTabulatedOne(double x, double part) {
        assertThat(DepthSpread.normal(x)).isCloseTo(part, within(1e-14));
    }

    /// Dose reference 1.5: 1.0 mm, fully reached, goes through the dermis of a woman's eyelid.
    @Test
    void aMillimetreGoesThroughTheEyelid() {
        var pen = Examples.fourteenPinPen();
        var estimate = DoseQuestion.of(pen, Examples.technique(pen, 1, 1), Examples.rectangle(30, 10))
                .withThickness(EYELID)
                .withPenetration(List.of(Fraction.ofValue(1), Fraction.ofValue(0.5)))
                .estimate();
        assertThat(estimate.depth().get(0).reach()).isInstanceOfSatisfying(DermisReach.Reached.class, reach -> {
            assertThat(reach.reachingDermis().value()).isGreaterThan(0.999999);
            // (1.00 − 0.75)/0.1 = 2.5 standard deviations
            assertThat(reach.beyondDermis().value()).isCloseTo(0.9937903, within(1e-6));
        });
        assertThat(estimate.depth().get(1).reach())
                .isInstanceOfSatisfying(
                        DermisReach.Reached.class,
                        reach -> assertThat(reach.beyondDermis().value()).isCloseTo(0.0062097, within(1e-6)));
    }

    @Test
    void thinnerSkinIsTheWorseEndOfTheUncertainty() {
        var pen = Examples.fourteenPinPen();
        var uncertainty = DoseQuestion.of(pen, Examples.technique(pen, 1, 1), Examples.rectangle(30, 10))
                .withThickness(EYELID)
                .withPenetration(List.of(Fraction.ofValue(0.7), Fraction.ofValue(0.8), Fraction.ofValue(0.65)))
                .estimate()
                .uncertainty();
        // The dermis ends at 0.75 ∓ 0.13 mm: 0.8 − 0.62 mm above the most, 0.88 − 0.65 mm below the least
        assertThat(uncertainty.mostReach())
                .isInstanceOfSatisfying(
                        DermisReach.Reached.class,
                        reach -> assertThat(reach.beyondDermis().value())
                                .isCloseTo(DepthSpread.normal(1.8), within(1e-9)));
        assertThat(uncertainty.leastReach())
                .isInstanceOfSatisfying(
                        DermisReach.Reached.class,
                        reach -> assertThat(reach.beyondDermis().value())
                                .isCloseTo(DepthSpread.normal(-2.3), within(1e-9)));
    }

    @Test
    void withoutAThicknessNothingIsSaidAboutTheDermis() {
        var pen = Examples.fourteenPinPen();
        var estimate = DoseQuestion.of(pen, Examples.technique(pen, 1, 1), Examples.rectangle(30, 10))
                .withThickness(new SkinThickness.Unsourced("there is no source for the thickness of scalp"))
                .estimate();
        assertThat(estimate.depth())
                .allSatisfy(scenario -> assertThat(scenario.reach())
                        .isEqualTo(new DermisReach.ThicknessUnknown("there is no source for the thickness of scalp")));
        assertThat(estimate.assumptions()).anyMatch(each -> each.contains("no source for the thickness of scalp"));
    }

    @ParameterizedTest
    @CsvSource({"1.0, 0.8, 2.5", "1.5, 1.0, 1.5", "0.25, 1.0, 0.25", "0.05, 0.01, 5", "2.03, 0.5, 2.07", "5, 1, 5"})
    void theHistogramHoldsEveryPunctureAndNoneDeeperThanTheNeedle(String set, double penetration, String length) {
        var needle = Examples.needle(0.25, length);
        var spread = new DepthSpread(Depth.ofMillimetres(set).asMillimetres(), penetration, needle);
        var bins = spread.histogram();
        double sum = 0;
        for (int bin = 0; bin < bins.size(); bin++) {
            sum += bins.get(bin).value();
            assertThat(sum).isCloseTo(1 - spread.deeperThan((bin + 1) * 0.05), within(1e-5));
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat((bins.size() - 1) * 0.05).isLessThan(needle.length().asMillimetres());
    }

    /// Nearly half of a normal spread around 0.05 mm would lie above the skin; there are no such punctures.
    @Test
    void noPunctureEndsAboveTheSkin() {
        var spread = new DepthSpread(1, 0.05, Examples.needle(0.25, "2.5"));
        double below = DepthSpread.normal(0.5);
        assertThat(spread.deeperThan(0.1)).isCloseTo((1 - below) / below, within(1e-12));
        assertThat(spread.deeperThan(0)).isEqualTo(1);
    }

    @Test
    void fewHolesInjureWhatTheirCylindersHold() {
        var spread = new DepthSpread(1, 0.8, Examples.needle(0.25, "2.5"));
        double perMm2 = 1e-6;
        double volume = perMm2 * Math.PI * 0.125 * 0.125 * 0.8;
        assertThat(spread.injuredMm3PerMm2(perMm2)).isCloseTo(volume, Percentage.withPercentage(0.01));
    }

    @Test
    void aConicalTipInjuresTwoThirdsOfItsLengthLess() {
        var cone = new Needle(Examples.mm(0.25), Depth.ofMillimetres("2.5"), Examples.mm(0.3));
        double perMm2 = 1e-6;
        double volume = perMm2 * Math.PI * 0.125 * 0.125 * (0.8 - 0.3 * 2 / 3);
        assertThat(new DepthSpread(1, 0.8, cone).injuredMm3PerMm2(perMm2))
                .isCloseTo(volume, Percentage.withPercentage(0.1));
    }

    @Test
    void manyHolesOverlapAtEveryDepth() {
        var spread = new DepthSpread(1, 1, Examples.needle(0.25, "2.5"));
        double perMm2 = 41;
        double sum = 0;
        for (int i = 0; i < 4_000; i++) {
            double z = (i + 0.5) * 0.0005;
            sum += 0.0005 * Poisson.covered(perMm2 * spread.deeperThan(z), 0.25);
        }
        assertThat(spread.injuredMm3PerMm2(perMm2)).isCloseTo(sum, Percentage.withPercentage(0.05));
    }
}
