package org.stipple.dose.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.FineMap;
import org.stipple.dose.Needle;
import org.stipple.dose.NeedleArray;
import org.stipple.dose.Outline;
import org.stipple.dose.PinLayout;
import org.stipple.dose.Point;
import org.stipple.dose.Technique;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Length;

class LocalDensityTest {

    /// Sums every cell anew.
    private static double slowly(FineMap map, int column, int row, int reach) {
        double punctures = 0;
        double skin = 0;
        for (int y = Math.max(0, row - reach); y <= Math.min(map.rows() - 1, row + reach); y++) {
            for (int x = Math.max(0, column - reach); x <= Math.min(map.columns() - 1, column + reach); x++) {
                punctures += map.punctures(x, y);
                skin += map.isSkin(x, y) ? 1 : 0;
            }
        }
        double side = map.cell().millimetres();
        return 100 * punctures / (skin * side * side);
    }

    @Test
    void eachSpotIsTheMeanOfTheSkinAroundIt() {
        var stamp = new NeedleArray.Stamp(
                9,
                Length.ofMillimetres(5),
                6,
                Needle.cylinder(Length.ofMillimetres(0.2), Depth.ofMillimetres("1")),
                new PinLayout.Sunflower());
        var outline = Outline.of(
                List.of(new Point(0, 0), new Point(17, 1), new Point(9, 13)),
                List.of(List.of(new Point(8, 4), new Point(11, 4), new Point(8, 6))));
        var map = DoseQuestion.of(stamp, Technique.of(stamp, Depth.ofMillimetres("1"), 3, 2), outline)
                .map(Length.ofMillimetres(0.25));
        var density = new LocalDensity(map);
        double most = 0;
        for (int row = 0; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
                if (map.isSkin(column, row)) {
                    // Nine cells make 2.25 mm: four on each side of the one in the middle.
                    double slow = slowly(map, column, row, 4);
                    assertThat(density.around(column, row)).isCloseTo(slow, within(1e-9 * (1 + slow)));
                    most = Math.max(most, slow);
                }
            }
        }
        assertThat(density.most()).isCloseTo(most, within(1e-9 * most));
        assertThat(most).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.5, 0.2", "1, 1, 1", "1.01, 2, 1", "499, 500, 200", "5000, 5000, 5000", "7, 10, 5"})
    void roundNumbersLieOnBothSides(double value, double above, double below) {
        assertThat(RoundNumber.above(value)).isCloseTo(above, within(1e-12 * above));
        assertThat(RoundNumber.below(value)).isCloseTo(below, within(1e-12 * below));
    }

    @Test
    void coloursGrowLighterFromBlueToYellow() {
        int before = -1;
        for (int i = 0; i <= 100; i++) {
            int colour = Cividis.colour(i / 100.0);
            // Luma of ITU-R BT.709.
            int light = (int) (0.2126 * (colour >> 16) + 0.7152 * (colour >> 8 & 0xFF) + 0.0722 * (colour & 0xFF));
            assertThat(light).isGreaterThanOrEqualTo(before);
            before = light;
        }
        assertThat(Cividis.colour(-1) & 0xFF).isGreaterThan(Cividis.colour(-1) >> 16);
        assertThat(Cividis.colour(2) >> 16).isGreaterThan(Cividis.colour(2) & 0xFF);
    }

    @ParameterizedTest
    @CsvSource({"7001, 8000, 8000", "7000, 7000, 7000", "0.31, 0.35, 0.35", "11, 12, 12", "1999.5, 2000, 2000"})
    void aScaleEndsJustAboveWhatItHolds(double value, double end, String text) {
        assertThat(RoundNumber.scaleFor(value)).isCloseTo(end, within(1e-9 * end));
        assertThat(RoundNumber.text(RoundNumber.scaleFor(value))).isEqualTo(text);
    }
}
