package org.stipple.imaging.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CreaseTest {

    private static final double PITCH_MM = 0.1;

    private interface Contrast {
        double at(double mm);
    }

    /// 30 mm long.
    private static Crease crease(Contrast contrast, double unrest, boolean rim) {
        var x = new float[301];
        var seen = new float[x.length];
        var rims = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            seen[i] = (float) contrast.at(i * PITCH_MM);
            rims[i] = rim;
        }
        return Crease.of(new Line(x, new float[x.length], seen), rims, unrest, PITCH_MM);
    }

    private static double lengthMm(Contrast contrast) {
        return crease(contrast, 1, false).length() * PITCH_MM;
    }

    /// It runs out over 4 mm at both ends: 26 mm of it are at least half as dark as it gets.
    @Test
    void aWrinkleIsAsLongInFaintLightAsInStrong() {
        for (double dark : new double[] {0.1, 0.2, 0.4}) {
            double length = lengthMm(mm -> dark * Math.min(1, Math.min(mm, 30 - mm) / 4));
            assertThat(length).as("darkness %s", dark).isCloseTo(26, within(0.8));
        }
    }

    @Test
    void aDarkPlaceTakesNothingFromTheRestOfALine() {
        assertThat(lengthMm(mm -> mm > 14 && mm < 16 ? 0.2 : 0.1)).isGreaterThan(28);
    }

    @Test
    void theSameLineIsLessOfAWrinkleOnRoughSkin() {
        Contrast faint = _ -> 0.03;
        double calm = crease(faint, 1, false).length();
        double rough = crease(faint, 1.5, false).length();
        assertThat(rough).isLessThan(0.5 * calm);
        assertThat(crease(_ -> 0.3, 1.5, false).length()).isCloseTo(300, within(1.0));
    }

    @Test
    void theRimOfASpotIsNoWrinkle() {
        assertThat(crease(_ -> 0.3, 1, true).length()).isZero();
    }

    @Test
    void whatIsFadedAltogetherIsNothing() {
        assertThat(lengthMm(_ -> 0)).isZero();
    }
}
