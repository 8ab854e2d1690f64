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
        return LineProfile.of(relief, List.of(new Line(x, y)), PITCH_MM);
    }

    /// A triangle is half as wide at half its height, and half its box in area.
    @Test
    void aTriangularGrooveHasHalfItsWidthAtHalfItsDarkness() {
        var groove = profile(mm -> Math.max(0, 0.2 * (1 - Math.abs(mm) / 0.6)));
        assertThat(groove.widthMm()).isCloseTo(0.6, within(0.06));
        assertThat(groove.area()).isCloseTo(0.12, within(0.02));
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
