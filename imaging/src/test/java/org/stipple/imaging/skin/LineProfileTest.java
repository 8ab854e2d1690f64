package org.stipple.imaging.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stipple.imaging.raster.Plane;

class LineProfileTest {

    private static final double PITCH_MM = 0.1;
    private static final int SIDE = 101;

    private interface Darkness {
        double at(double mmFromLine);
    }

    private static LineProfile profile(Darkness darkness) {
        return profile(darkness, SideLight.NONE);
    }

    private static LineProfile profile(Darkness darkness, SideLight light) {
        var relief = new Plane(SIDE, SIDE);
        for (int i = 0; i < SIDE * SIDE; i++) {
            relief.values()[i] = (float) -darkness.at((i % SIDE - SIDE / 2) * PITCH_MM);
        }
        var x = new float[60];
        var y = new float[60];
        Arrays.fill(x, SIDE / 2f - 0.5f);
        for (int i = 0; i < y.length; i++) {
            y[i] = 20 + i;
        }
        var weight = new float[60];
        Arrays.fill(weight, 1);
        return LineProfile.of(relief, List.of(new Crease(new Line(x, y, new float[60]), weight)), light, PITCH_MM);
    }

    /// A triangle is half as wide at half its height, and half its box in area.
    @Test
    void aTriangularGrooveHasHalfItsWidthAtHalfItsDarkness() {
        var groove = profile(mm -> Math.max(0, 0.2 * (1 - Math.abs(mm) / 0.6)));
        assertThat(groove.widthMm()).isCloseTo(0.6, within(0.06));
        assertThat(groove.area()).isCloseTo(0.12, within(0.02));
    }

    /// Light from the left: the left wall, 0.6 to 0 mm before the middle, is dark, the right one bright. The line
    /// was found on the dark wall, at 0; so the middle is 0.3 mm to its right.
    @Test
    void aGrooveLitFromTheSideHasItsMiddleBetweenItsWalls() {
        Darkness lit = mm -> Math.abs(mm) <= 0.3 ? 0.1 : mm > 0.3 && mm <= 0.9 ? -0.06 : 0;
        double line = SIDE / 2f - 0.5;
        double right = profile(lit, new SideLight(1, 0)).lines().getFirst().x()[30];
        double left = profile(mm -> lit.at(-mm), new SideLight(-1, 0))
                .lines()
                .getFirst()
                .x()[30];
        assertThat((right - line) * PITCH_MM).isCloseTo(0.3, within(0.08));
        assertThat((line - left) * PITCH_MM).isCloseTo(0.3, within(0.08));
    }

    /// The edge of a shadow: to one side it never gets brighter again.
    @Test
    void anEdgeIsNoWiderThanWhatWasLookedAt() {
        for (double steep : new double[] {0.001, 0.05, 0.3, 1}) {
            assertThat(profile(mm -> 0.3 - steep * 0.1 * mm - (mm > 0.2 ? 0.2 : 0))
                            .widthMm())
                    .isBetween(0.0, 2.7);
            assertThat(profile(mm -> mm < 0 ? 0.3 : 0.3 - steep * mm).widthMm()).isBetween(0.0, 2.7);
            assertThat(profile(mm -> mm < 0 ? 0.3 - 1e-6 * mm : 0.3 - steep * mm)
                            .widthMm())
                    .isBetween(0.0, 2.7);
        }
    }
}
