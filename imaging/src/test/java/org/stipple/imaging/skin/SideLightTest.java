package org.stipple.imaging.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stipple.imaging.raster.Blur;
import org.stipple.imaging.raster.Plane;

class SideLightTest {

    private static final double PITCH_MM = 0.1;
    private static final int WIDTH = 240;
    private static final int HEIGHT = 180;

    /// A height field of pits in a plane, seen as its slope away from a light.
    private static Plane pitted(double towardsX, double towardsY) {
        var height = new Plane(WIDTH, HEIGHT);
        var random = new Random(4);
        for (int i = 0; i < 900; i++) {
            height.values()[random.nextInt(WIDTH * HEIGHT)] = -1;
        }
        Plane soft = Blur.of(1.4).of(height);
        var seen = new Plane(WIDTH, HEIGHT);
        for (int y = 1; y < HEIGHT - 1; y++) {
            for (int x = 1; x < WIDTH - 1; x++) {
                double slope = towardsX * (soft.at(x + 1, y) - soft.at(x - 1, y))
                        + towardsY * (soft.at(x, y + 1) - soft.at(x, y - 1));
                seen.values()[y * WIDTH + x] = (float) -slope;
            }
        }
        return seen;
    }

    private static SideLight of(Plane plane) {
        var where = new boolean[WIDTH * HEIGHT];
        Arrays.fill(where, true);
        return SideLight.of(plane, where, PITCH_MM);
    }

    /// What faces the light is bright, so bright walls lie away from it.
    @Test
    void isToldByThePitsOfTheSkin() {
        for (int degrees = 0; degrees < 360; degrees += 45) {
            double angle = Math.toRadians(degrees);
            var light = of(pitted(Math.cos(angle), Math.sin(angle)));
            double away = -(Math.cos(angle) * light.x() + Math.sin(angle) * light.y());
            assertThat(away).as("light from %s degrees: %s", degrees, light).isGreaterThan(0.95);
        }
    }

    @Test
    void isNoneInLightFromTheFront() {
        var height = new Plane(WIDTH, HEIGHT);
        var random = new Random(4);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            height.values()[i] = (float) random.nextGaussian();
        }
        var light = of(height);
        assertThat(Math.hypot(light.x(), light.y())).isLessThan(0.4);
        assertThat(of(new Plane(WIDTH, HEIGHT))).isEqualTo(SideLight.NONE);
    }

    /// In light from the right a groove down the middle is dark on its right wall and bright on its left one:
    /// h'' of a Gaussian groove, known in closed form.
    @Test
    void makesOfSlopesTheBendOfTheHeight() {
        var seen = new Plane(WIDTH, HEIGHT);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double x = i % WIDTH - 120;
            seen.values()[i] = (float) (-x * Math.exp(-x * x / 32));
        }
        var derivatives = new Plane[] {new Plane(WIDTH, HEIGHT), new Plane(WIDTH, HEIGHT), new Plane(WIDTH, HEIGHT)};
        new SideLight(-1, 0).tilt(derivatives, seen, 2, 1);
        int middle = 90 * WIDTH + 120;
        float[] across = derivatives[0].values();
        for (int x = 1; x < 40; x++) {
            assertThat(across[middle]).isGreaterThan(across[middle + x]).isGreaterThan(across[middle - x]);
            assertThat(across[middle + x]).isCloseTo(across[middle - x], within(1e-4f));
        }
        assertThat(derivatives[1].values()[middle]).isCloseTo(0, within(1e-4f));
    }
}
