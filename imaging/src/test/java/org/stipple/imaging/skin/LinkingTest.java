package org.stipple.imaging.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stipple.imaging.raster.Plane;

class LinkingTest {

    private static final double GAP_PX = 20;

    private static List<Line> linked(Line... pieces) {
        var faint = new Plane(200, 200);
        java.util.Arrays.fill(faint.values(), 0.02f);
        return Linking.of(List.of(pieces), faint, GAP_PX, 10);
    }

    /// Pixel by pixel.
    private static Line straight(double fromX, double fromY, double toX, double toY) {
        int points = (int) Math.round(Math.hypot(toX - fromX, toY - fromY)) + 1;
        var x = new float[points];
        var y = new float[points];
        var contrast = new float[points];
        for (int i = 0; i < points; i++) {
            x[i] = (float) (fromX + (toX - fromX) * i / (points - 1));
            y[i] = (float) (fromY + (toY - fromY) * i / (points - 1));
            contrast[i] = 0.1f;
        }
        return new Line(x, y, contrast);
    }

    @Test
    void piecesOfOneLineBecomeOneInWhateverOrderAndDirectionTheyCome() {
        var first = straight(10, 50, 40, 50);
        var second = straight(80, 50, 50, 50);
        var third = straight(90, 50, 120, 50);
        for (var pieces :
                List.of(List.of(first, second, third), List.of(third, first, second), List.of(second, third, first))) {
            var lines = linked(pieces.toArray(Line[]::new));
            assertThat(lines).hasSize(1);
            assertThat(lines.getFirst().length()).isCloseTo(110, within(0.01));
        }
    }

    @Test
    void inAGapCountsWhatIsSeenThere() {
        var line = linked(straight(10, 50, 40, 50), straight(50, 50, 80, 50)).getFirst();
        assertThat(line.contrast()[35]).isEqualTo(0.02f);
        assertThat(line.contrast()[10]).isEqualTo(0.1f);
    }

    @Test
    void linesBesideEachOtherOrAcrossOrFarApartStayTheirOwn() {
        var line = straight(10, 50, 40, 50);
        assertThat(linked(line, straight(45, 60, 80, 60))).hasSize(2);
        assertThat(linked(line, straight(45, 50, 45, 90))).hasSize(2);
        assertThat(linked(line, straight(62, 50, 90, 50))).hasSize(2);
    }

    /// Of two that go on from the same end, the straighter.
    @Test
    void anEndGoesOnOnce() {
        var lines = linked(straight(10, 50, 40, 50), straight(41, 50, 80, 50), straight(41, 51, 80, 66));
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().length()).isCloseTo(70, within(0.01));
    }

    @Test
    void aRingStaysOpen() {
        var round = new Line[24];
        for (int i = 0; i < 24; i++) {
            double from = Math.toRadians(15 * i + 2);
            double to = Math.toRadians(15 * i + 13);
            round[i] = straight(
                    100 + 60 * Math.cos(from),
                    100 + 60 * Math.sin(from),
                    100 + 60 * Math.cos(to),
                    100 + 60 * Math.sin(to));
        }
        assertThat(linked(round)).hasSize(1);
    }
}
