package org.stipple.imaging.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RidgeFilterTest {

    /// A groove of Gaussian profile, depth A, standard deviation s: the second derivative of its Gaussian blur is
    /// A s / (s^2 + sigma^2)^1.5 in the middle, times sigma^2.
    @Test
    void answersAGrooveAsTheClosedFormSays() {
        for (double groove : new double[] {2, 4, 6.5}) {
            for (double sigma : new double[] {1.5, 2, 4, 8}) {
                Plane plane = groove(groove, 0.35);
                double expected = 0.35 * sigma * sigma * groove / Math.pow(groove * groove + sigma * sigma, 1.5);
                assertThat(RidgeFilter.at(sigma).of(plane).at(100, 75))
                        .as("groove %s, scale %s", groove, sigma)
                        .isCloseTo((float) expected, within((float) (0.1 * expected)));
            }
        }
    }

    @Test
    void answersAlikeInEveryDirection() {
        var slanted = new Plane(200, 150);
        for (int y = 0; y < 150; y++) {
            for (int x = 0; x < 200; x++) {
                double distance = (x - 100) * Math.sin(0.6) - (y - 75) * Math.cos(0.6);
                slanted.values()[y * 200 + x] = (float) (-0.2 * Math.exp(-distance * distance / 18));
            }
        }
        double expected = 0.2 * 9 * 3 / Math.pow(18, 1.5);
        assertThat(RidgeFilter.at(3).of(slanted).at(100, 75)).isCloseTo((float) expected, within(0.002f));
    }

    /// The pyramid and the fused loops against sampled Gaussians at full size, one pixel at a time.
    @Test
    void isWhatTheSlowReferenceSays() {
        var plane = new Plane(157, 121);
        var random = new Random(5);
        for (int i = 0; i < plane.values().length; i++) {
            plane.values()[i] = (float) random.nextGaussian();
        }
        plane = Blur.of(1.2).of(plane);
        Plane quick = RidgeFilter.at(2, 4, 8).of(plane);
        var slow = SlowRidges.of(plane, 2, 4, 8);
        double squares = 0;
        double difference = 0;
        for (int y = 33; y < 88; y++) {
            for (int x = 33; x < 124; x++) {
                squares += slow.at(x, y) * slow.at(x, y);
                difference += Math.pow(quick.at(x, y) - slow.at(x, y), 2);
            }
        }
        assertThat(Math.sqrt(difference / squares)).isLessThan(0.06);
    }

    private static Plane groove(double sigma, double depth) {
        var plane = new Plane(200, 150);
        for (int y = 0; y < 150; y++) {
            for (int x = 0; x < 200; x++) {
                plane.values()[y * 200 + x] =
                        (float) (1 - depth * Math.exp(-(x - 100.0) * (x - 100.0) / (2 * sigma * sigma)));
            }
        }
        return plane;
    }
}
