package org.stipple.imaging.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongFilterTest {

    private static final double REACH = 11;

    /// The plane has several tiles in each direction, and pixels that are asked densely in one half and here and
    /// there in the other.
    @ParameterizedTest
    @ValueSource(floats = {0, 0.05f})
    void findsWhatTheSlowReferenceFinds(float least) {
        Plane plane = Blur.of(1.5).of(Textures.noise(300, 140, 11));
        Plane[] derivatives = Hessian.at(1.5, 0).derivatives(plane);
        var random = new Random(2);
        var where = new boolean[plane.values().length];
        for (int i = 0; i < where.length; i++) {
            where[i] = i < where.length / 2 || random.nextInt(30) == 0;
        }
        var value = new float[where.length];
        var direction = new int[where.length];
        new LongFilter(REACH, least).each(derivatives, where, (at, found, towards) -> {
            value[at] = found;
            direction[at] = towards;
        });
        int found = 0;
        for (int at = 0; at < where.length; at++) {
            var slow = SlowLongFilter.at(derivatives, where, at, REACH, least);
            assertThat(value[at]).as("at %s", at).isCloseTo(slow.value(), within(1e-6f));
            // What is hardly there has no direction.
            if (value[at] > 1e-4) {
                assertThat(direction[at]).as("at %s", at).isEqualTo(slow.direction());
                found++;
            }
        }
        assertThat(found).isGreaterThan(100);
    }

    @Test
    void aLineIsSeenInItsOwnDirectionAndAHoleIsNot() {
        var plane = new Plane(120, 120);
        for (int i = 0; i < plane.values().length; i++) {
            int x = i % 120;
            int y = i / 120;
            double line = Math.exp(-Math.pow((x - y) / Math.sqrt(2), 2) / 8);
            double hole = Math.exp(-(Math.pow(x - 90, 2) + Math.pow(y - 30, 2)) / 8);
            plane.values()[i] = (float) (-line - hole);
        }
        var where = new boolean[plane.values().length];
        where[60 * 120 + 60] = true;
        where[30 * 120 + 90] = true;
        var value = new float[where.length];
        var direction = new int[where.length];
        new LongFilter(REACH, 0.01f).each(Hessian.at(2, 0).derivatives(plane), where, (at, found, towards) -> {
            value[at] = found;
            direction[at] = towards;
        });
        assertThat(direction[60 * 120 + 60]).isEqualTo(LongFilter.DIRECTIONS / 4);
        assertThat(value[60 * 120 + 60]).isCloseTo((float) (1 / Math.pow(2, 1.5)), within(0.03f));
        assertThat(value[30 * 120 + 90]).isLessThan(0.1f);
    }
}
