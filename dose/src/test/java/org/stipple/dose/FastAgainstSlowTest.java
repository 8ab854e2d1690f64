package org.stipple.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;

/// The fast maps give what the slow, obvious ones give, for the same punctures.
class FastAgainstSlowTest {

    static Stream<DoseQuestion> questions() {
        var pen = Examples.fourteenPinPen();
        var roller = Examples.dermarollerMf8();
        var stamp = Examples.stamp(7, 5, 12);
        return Stream.of(
                DoseQuestion.of(pen, Examples.technique(pen, 2, 3, 35), Examples.leaningShapeWithHole()),
                DoseQuestion.of(
                        pen,
                        Examples.technique(pen, 3, 2, 45)
                                .withGlideVariation(Fraction.ofValue(0.4))
                                .withContact(Fraction.ofValue(0.7), Fraction.ofValue(0.6))
                                .withJitter(Length.ofMillimetres(0.3)),
                        Examples.rectangle(13.3, 6.7)),
                DoseQuestion.of(roller, Examples.technique(roller, 14, 4), Examples.leaningShapeWithHole()),
                DoseQuestion.of(stamp, Examples.technique(stamp, 9, 2), Examples.rectangle(9.1, 21.5)));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void mapsHoldTheSamePuncturesCellByCell(DoseQuestion question) {
        var slow = slow(question);
        var estimate = question.estimate();
        assertThat(estimate.surface().punctures()).isEqualTo(slow.count(SlowSkin.Hole::onSkin));
        var map = estimate.map();
        for (int row = 0; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
                assertThat((long) map.punctures(column, row)).isEqualTo(slow.inCell(column, row));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void duplicatesAreTheSame(DoseQuestion question) {
        double slow =
                slow(question).duplicates(question.device().needle().diameter().millimetres() / 2);
        assertThat(question.estimate().surface().duplicates().monteCarlo().value())
                .isEqualTo(slow);
        assertThat(slow).isBetween(0.001, 0.9);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void coverageIsTheSameOnAnotherAndCoarserLattice(DoseQuestion question) {
        double radius = question.device().needle().diameter().millimetres() / 2;
        assertThat(question.estimate().surface().coverage().monteCarlo().value())
                .isCloseTo(slow(question).covered(radius, 0.137), within(0.01));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void figuresAreThoseOfTheCellsSortedByDensity(DoseQuestion question) {
        var map = question.estimate().map();
        record Cell(double density, double area) {}
        var cells = new ArrayList<Cell>();
        double area = 0;
        for (int row = 0; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
                double skin = map.skin(column, row).squareCentimetres();
                if (skin > 0) {
                    cells.add(new Cell(map.punctures(column, row) / skin, skin));
                    area += skin;
                }
            }
        }
        assertThat(area).isCloseTo(question.outline().area().squareCentimetres(), within(1e-9));
        var figures = question.estimate().surface().density();
        for (double share : List.of(0.95, 0.50, 0.05)) {
            double received = share == 0.95
                    ? figures.n95().perSquareCentimetre()
                    : share == 0.50
                            ? figures.n50().perSquareCentimetre()
                            : figures.n5().perSquareCentimetre();
            double atLeast = cells.stream()
                    .filter(cell -> cell.density() >= received * (1 - 1e-9))
                    .mapToDouble(Cell::area)
                    .sum();
            double more = cells.stream()
                    .filter(cell -> cell.density() > received * (1 + 1e-9))
                    .mapToDouble(Cell::area)
                    .sum();
            assertThat(atLeast).isGreaterThanOrEqualTo(share * area * (1 - 1e-9));
            assertThat(more).isLessThan(share * area);
        }
    }

    private static SlowSkin slow(DoseQuestion question) {
        var slow = new SlowSkin(question.outline());
        new Motion(
                        question.device(),
                        question.technique(),
                        question.outline(),
                        question.technique().glide().millimetresPerSecond())
                .run(new SplitMix(question.seed()), slow);
        return slow;
    }
}
