package org.stipple.imaging.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.stipple.imaging.raster.Plane;

class GroundTest {

    /// Light that falls off evenly: the ground of squares of two by two pixels is that of the pixels themselves.
    @Test
    void underAFinerGridIsTheGroundOfThatGrid() {
        Plane fine = slope(240, 180);
        Plane coarse = fine.reduced(2);
        var expected = Ground.under(fine, all(fine), 12, 1);
        var found = Ground.under(coarse, all(coarse), 6, 1).finer(2, fine.width(), fine.height());
        var one = new float[fine.width()];
        var other = new float[fine.width()];
        for (int y = 0; y < fine.height(); y++) {
            expected.row(y, one, 0);
            found.row(y, other, 0);
            for (int x = 0; x < one.length; x++) {
                assertThat(other[x]).as("at %s, %s", x, y).isCloseTo(one[x], within(1e-3f));
            }
        }
    }

    private static Plane slope(int width, int height) {
        var plane = new Plane(width, height);
        for (int at = 0; at < plane.values().length; at++) {
            plane.values()[at] = 0.2f + 0.001f * (at % width) + 0.0005f * (float) (at / width);
        }
        return plane;
    }

    private static boolean[] all(Plane plane) {
        var all = new boolean[plane.values().length];
        Arrays.fill(all, true);
        return all;
    }
}
