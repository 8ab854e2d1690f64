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
import org.stipple.quantities.StrokeFrequency;

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

    /// The picture at a tenth of a millimetre: every puncture in its cell, and none beside the skin.
    @ParameterizedTest
    @MethodSource("questions")
    void theFineMapHoldsTheSamePunctures(DoseQuestion question) {
        var map = question.map(Length.ofMillimetres(0.1));
        var expected = new int[map.rows()][map.columns()];
        for (var hole : slow(question).holes) {
            if (hole.onSkin()) {
                int column = (int) ((hole.x() - map.origin().xMm()) * 10);
                int row = (int) ((hole.y() - map.origin().yMm()) * 10);
                expected[row][column]++;
            }
        }
        long all = 0;
        for (int row = 0; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
                assertThat(map.punctures(column, row)).isEqualTo(expected[row][column]);
                all += expected[row][column];
            }
        }
        assertThat(map.punctures())
                .isEqualTo(all)
                .isEqualTo(question.estimate().surface().punctures());
    }

    /// Bit for bit: a point is covered where some puncture lies within half a hole of it.
    @ParameterizedTest
    @MethodSource("holes")
    void coverageIsTheSameBitForBit(DoseQuestion question) {
        var slow = slow(question);
        var map = question.coverage();
        double radius = question.device().needle().diameter().millimetres() / 2;
        long skin = 0;
        long covered = 0;
        for (int row = 0; row < map.rows(); row++) {
            double y = map.at(0, row).yMm();
            var near = slow.holes.stream()
                    .filter(hole -> Math.abs(hole.y() - y) <= radius)
                    .toList();
            for (int column = 0; column < map.columns(); column++) {
                double x = map.at(column, row).xMm();
                boolean expected = false;
                for (int i = 0; i < near.size() && !expected; i++) {
                    double dx = near.get(i).x() - x;
                    double dy = near.get(i).y() - y;
                    expected = dx * dx + dy * dy <= radius * radius;
                }
                assertThat(map.isCovered(column, row)).isEqualTo(expected);
                boolean onSkin = question.outline().contains(x, y);
                assertThat(map.isSkin(column, row)).isEqualTo(onSkin);
                skin += onSkin ? 1 : 0;
                covered += onSkin && expected ? 1 : 0;
            }
        }
        // A point exactly on an edge belongs to either side; a lattice of round numbers meets a few.
        assertThat(map.covered().value()).isCloseTo((double) covered / skin, within(4.0 / skin));
        assertThat(question.estimate().surface().coverage().monteCarlo()).isEqualTo(map.covered());
    }

    /// Holes from a fifth of the pitch of the lattice's least to far wider than a stencil, on zones whose
    /// sides are no whole numbers of bits.
    static Stream<DoseQuestion> holes() {
        return Stream.concat(
                questions(),
                Stream.of(
                        with(0.01, Examples.rectangle(1.9, 1.1)),
                        with(0.07, Examples.rectangle(9.37, 3.3)),
                        with(0.25, Examples.rectangle(21.7, 13.01)),
                        with(0.5, Examples.leaningShapeWithHole()),
                        with(2, Examples.rectangle(17.3, 31))));
    }

    private static DoseQuestion with(double holeMm, Outline outline) {
        var pen = new NeedleArray.Pen(
                14,
                Examples.mm(8),
                StrokeFrequency.ofHertz(117),
                Examples.needle(holeMm, "2.5"),
                new PinLayout.Sunflower());
        return DoseQuestion.of(pen, Examples.technique(pen, 3, 3, 90).withJitter(Examples.mm(0.01)), outline);
    }

    /// A treatment on maps that held another one is as on new ones.
    @ParameterizedTest
    @MethodSource("questions")
    void usedMapsForgetWhatTheyHeld(DoseQuestion question) {
        var maps = new PunctureMaps(question.outline(), question.device());
        double glide = question.technique().glide().millimetresPerSecond();
        Simulation.of(question.withSeed(9), 0.3 * glide, maps);
        var map = new Simulation[] {
            Simulation.of(question, glide, maps), Simulation.of(question, glide),
        };
        Simulation.of(question.withSeed(4), 2 * glide, maps);
        assertThat(map[0].surface()).isEqualTo(map[1].surface());
        for (int row = 0; row < map[0].map().rows(); row++) {
            for (int column = 0; column < map[0].map().columns(); column++) {
                assertThat(map[0].map().punctures(column, row))
                        .isEqualTo(map[1].map().punctures(column, row));
            }
        }
    }

    private static SlowSkin slow(DoseQuestion question) {
        return SlowSkin.after(question);
    }
}
