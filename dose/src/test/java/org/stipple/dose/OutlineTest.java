package org.stipple.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.stipple.dose.Examples.ring;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutlineTest {

    private static final List<Point> SQUARE = ring(0, 0, 20, 0, 20, 20, 0, 20);

    @Test
    void holesAreTakenOffTheAreaWhicheverWayTheyRun() {
        var hole = ring(2, 3, 6, 3, 6, 4, 2, 4);
        var turned = new java.util.ArrayList<>(hole);
        Collections.reverse(turned);
        assertThat(Outline.of(SQUARE, List.of(hole)).area().squareCentimetres()).isEqualTo(3.96);
        assertThat(Outline.of(SQUARE, List.of(turned)).area().squareCentimetres())
                .isEqualTo(3.96);
    }

    @Test
    void aPointInAHoleIsNotOnTheSkin() {
        var outline = Outline.of(SQUARE, List.of(ring(2, 3, 6, 3, 6, 4, 2, 4)));
        assertThat(outline.contains(new Point(3, 3.5))).isFalse();
        assertThat(outline.contains(new Point(3, 4.5))).isTrue();
        assertThat(outline.contains(new Point(-1, 4.5))).isFalse();
    }

    @Test
    void aPointOnACommonEdgeLiesInOneOfTheTwoZones() {
        var left = Outline.of(ring(0, 0, 10, 0, 13, 17, 0, 17), List.of());
        var right = Outline.of(ring(10, 0, 25, 0, 25, 17, 13, 17), List.of());
        for (double t = 0.01; t < 1; t += 0.01) {
            var point = new Point(10 + 3 * t, 17 * t);
            assertThat(left.contains(point)).isNotEqualTo(right.contains(point));
        }
    }

    static Stream<List<Point>> unusableRings() {
        return Stream.of(
                ring(0, 0, 10, 10, 10, 0, 0, 10), // crosses itself
                ring(0, 0, 20, 0, 20, 20, 10, 0, 0, 20), // touches itself
                ring(0, 0, 20, 0, 5, 0, 5, 10), // runs back over itself
                ring(0, 0, 10, 0), // two corners
                ring(0, 0, 10, 0, 20, 0), // no area
                ring(0, 0, 10, 0, 10, 0, 0, 0), // the same corners again
                ring(0, 0, 1001, 0, 1001, 5, 0, 5), // too wide
                ring(0, 0, 50, 0, 50, 0.9, 0, 0.9)); // too low
    }

    @ParameterizedTest
    @MethodSource("unusableRings")
    void refusesWhatIsNoZone(List<Point> ring) {
        assertThatThrownBy(() -> Outline.of(ring, List.of()))
                .isInstanceOf(UnusableQuestion.class)
                .hasMessageStartingWith("zone.outlineMm: was ");
    }

    static Stream<List<List<Point>>> unusableHoles() {
        var hole = ring(2, 3, 6, 3, 6, 4, 2, 4);
        return Stream.of(
                List.of(ring(15, 15, 25, 15, 25, 18)), // leaves the outline
                List.of(ring(30, 30, 35, 30, 35, 35)), // lies outside
                List.of(ring(-1, -1, 21, -1, 21, 21, -1, 21)), // holds the outline
                List.of(ring(0, 0, 20, 0, 20, 20, 0, 20)), // leaves nothing
                List.of(hole, hole), // twice the same would be skin again
                List.of(hole, ring(3, 3.2, 5, 3.2, 5, 3.8)), // inside another
                List.of(ring(3, 3.2, 5, 3.2, 5, 3.8), hole), // around another
                List.of(hole, ring(5, 3.5, 9, 3.5, 9, 8))); // crosses another
    }

    @ParameterizedTest
    @MethodSource("unusableHoles")
    void refusesHolesThatAreNoneOrAreHolesTwice(List<List<Point>> holes) {
        assertThatThrownBy(() -> Outline.of(SQUARE, holes)).isInstanceOf(UnusableQuestion.class);
    }

    @Test
    void aHoleMayLeanOnTheEdge() {
        assertThat(Outline.of(SQUARE, List.of(ring(0, 0, 5, 0, 5, 4, 0, 4)))
                        .area()
                        .squareCentimetres())
                .isEqualTo(3.8);
    }

    /// It touches the ring only in corners, and yet its middle edge runs outside.
    @Test
    void refusesAHoleThatLeavesThroughACorner() {
        var notched = ring(0, 0, 20, 0, 20, 20, 10, 8, 0, 20);
        assertThatThrownBy(() -> Outline.of(notched, List.of(ring(2, 2, 18, 2, 20, 20, 0, 20))))
                .isInstanceOf(UnusableQuestion.class);
    }

    static Stream<Outline> outlines() {
        return Stream.of(
                Examples.leaningShapeWithHole(),
                Examples.rectangle(50, 40),
                Examples.rectangle(7.3, 3.1),
                Outline.of(SQUARE, List.of(ring(4, 4, 8, 4, 8, 8, 4, 8), ring(10.5, 1, 19, 17.7, 11, 16))),
                Outline.of(ring(0, 0, 0.9, 20, 1.1, 0.1, 1.3, 20.3, 1.5, -0.4), List.of()));
    }

    @ParameterizedTest
    @MethodSource("outlines")
    void cellsHoldTheSkinThatFineSamplingFinds(Outline outline) {
        var cells = new CellGrid(outline);
        double sum = 0;
        for (int cell = 0; cell < cells.columns() * cells.rows(); cell++) {
            sum += cells.areaMm2(cell);
            double x = outline.minX() + 2 * (cell % cells.columns());
            double y = outline.minY() + 2 * (cell / cells.columns());
            int found = 0;
            for (int i = 0; i < 10_000; i++) {
                found += outline.contains(x + (i % 100 + 0.5) / 50, y + (i / 100 + 0.5) / 50) ? 1 : 0;
            }
            assertThat(cells.areaMm2(cell)).isCloseTo(4e-4 * found, within(0.05));
        }
        assertThat(sum).isCloseTo(outline.areaMm2(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("outlines")
    void cellsAndOutlineAgreeOnEveryPoint(Outline outline) {
        var cells = new CellGrid(outline);
        var random = new SplitMix(5);
        int inside = 0;
        for (int i = 0; i < 20_000; i++) {
            double x = outline.minX() - 3 + random.uniform() * (outline.maxX() - outline.minX() + 6);
            double y = outline.minY() - 3 + random.uniform() * (outline.maxY() - outline.minY() + 6);
            assertThat(cells.cellOfSkin(x, y) >= 0).isEqualTo(outline.contains(x, y));
            inside += outline.contains(x, y) ? 1 : 0;
        }
        assertThat(inside).isPositive();
    }
}
