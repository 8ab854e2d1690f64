package org.stipple.dose.illustrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stipple.quantities.Fraction;

/// Reference values of the dose reference, section 4.2, which an adaptive solver of a tolerance of 1e-10 gave.
/// Tolerance: half a unit of their last digit, and a little for ties.
class PublishedHealingTest {

    @ParameterizedTest(name = "a = {0}, day {1}")
    @CsvSource({
        "0.5,    1, 204.1543, 204.1543, 1.5802, 0.000051",
        "0.5,  100,   6.366,    6.366,  0.0490, 0.00051",
        "0.8,   10, 476.3613, 140.0358, 3.6170, 0.000051",
        "0.8,  100, 905.773,  226.443,  6.9675, 0.00051",
        "0.8, 1000, 905.773,  226.443,  6.9675, 0.00051",
    })
    void macrophagesFollowWaughAndSherratt(
            double a, double day, double inflammatory, double repair, double factor, double tolerance) {
        var state = new MacrophageModel(Fraction.ofValue(a)).after(day);
        assertThat(state.inflammatoryCells()).isCloseTo(inflammatory, within(tolerance));
        assertThat(state.repairCells()).isCloseTo(repair, within(tolerance));
        assertThat(state.growthFactor()).isCloseTo(factor, within(tolerance));
    }

    @Test
    void aNormalWoundResolvesAndADiabeticOnePersists() {
        var normal = new MacrophageModel(Fraction.ofValue(0.5));
        assertThat(normal.after(10).inflammatoryCells()).isCloseTo(110.6794, within(0.000051));
        assertThat(normal.after(10).repairCells()).isCloseTo(110.6794, within(0.000051));
        assertThat(normal.after(100).inflammatoryCells()).isLessThan(7);
        assertThat(new MacrophageModel(Fraction.ofValue(0.8)).after(100).inflammatoryCells())
                .isGreaterThan(900);
    }

    /// Algebra, not integration: at a steady state T = k4·φI/d2, and the equation of φI + φR has no rate left.
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8})
    void steadyStatesSolveTheEquations(double a) {
        var state = new MacrophageModel(Fraction.ofValue(a)).after(1000);
        double t = state.growthFactor();
        assertThat(t).isCloseTo(0.07 * state.inflammatoryCells() / 9.1, within(1e-9));
        double all = state.inflammatoryCells() + state.repairCells();
        double coming = -2.47 * t * t * t + 21.94 * t * t + 6.41 * t + 1.75;
        assertThat(coming + 0.05 * 0.693 * all * (1 - 0.002 * all) - 0.2 * all).isCloseTo(0, within(1e-8));
        assertThat(state.inflammatoryCells() / all).isCloseTo(a, within(1e-9));
    }

    @Test
    void inflammationFollowsCooper() {
        var first = InflammationModel.after(1);
        assertThat(first.debris()).isCloseTo(0.87256, within(0.0000051));
        assertThat(first.macrophages()).isCloseTo(0.13246, within(0.0000051));
        assertThat(first.neutrophils()).isCloseTo(0.14508, within(0.0000051));
        var fifth = InflammationModel.after(5);
        assertThat(fifth.debris()).isCloseTo(0.02041, within(0.0000051));
        assertThat(fifth.macrophages()).isCloseTo(0.26197, within(0.0000051));
        assertThat(fifth.neutrophils()).isCloseTo(0.00398, within(0.0000051));
    }

    @Test
    void neutrophilsPeakBeforeMacrophages() {
        assertThat(InflammationModel.mostNeutrophils().most()).isCloseTo(0.1483, within(0.000051));
        assertThat(InflammationModel.mostNeutrophils().day()).isCloseTo(0.76, within(0.0051));
        assertThat(InflammationModel.mostMacrophages().most()).isCloseTo(0.2726, within(0.000051));
        assertThat(InflammationModel.mostMacrophages().day()).isCloseTo(4.14, within(0.0051));
    }

    /// e to the power of −t has a closed form.
    @Test
    void theMethodFollowsAnExponential() {
        double[] after = RungeKutta.after(3.25, new double[] {2}, state -> new double[] {-state[0]});
        assertThat(after[0]).isCloseTo(2 * Math.exp(-3.25), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1001, Double.NaN})
    void refusesTimesThatItDoesNotFollow(double days) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InflammationModel.after(days))
                .withMessageContaining("0 to 1000");
    }
}
