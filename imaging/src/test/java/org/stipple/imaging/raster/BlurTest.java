package org.stipple.imaging.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlurTest {

    /// Pixel by pixel, on both sides of the edges of tiles and of the plane.
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.4, 1.1, 2.5, 6.0})
    void isTheSumOfAllAroundWeighedByAGaussian(double sigma) {
        Plane plane = Textures.noise(Tile.COLUMNS + 40, Tile.STRIP + 30, 3);
        Plane quick = Blur.of(sigma).of(plane);
        for (int x : new int[] {0, 1, 7, Tile.COLUMNS - 1, Tile.COLUMNS, Tile.COLUMNS + 1, plane.width() - 1}) {
            for (int y : new int[] {0, 1, Tile.STRIP - 1, Tile.STRIP, Tile.STRIP + 1, plane.height() - 1}) {
                assertThat((double) quick.at(x, y))
                        .as("at %s, %s", x, y)
                        .isCloseTo(slow(plane, x, y, sigma), within(1e-6));
            }
        }
    }

    @Test
    void aPlaneOfOneNumberStaysOne() {
        var one = new Plane(1, 1, new float[] {3});
        assertThat(Blur.of(2).of(one).at(0, 0)).isCloseTo(3, within(1e-5f));
    }

    private static double slow(Plane plane, int x, int y, double sigma) {
        if (sigma <= 0.3) {
            return plane.at(x, y);
        }
        int reach = (int) Math.ceil(3 * sigma);
        double sum = 0;
        double weights = 0;
        for (int v = -reach; v <= reach; v++) {
            for (int u = -reach; u <= reach; u++) {
                double weight = Math.exp(-(u * u + v * v) / (2 * sigma * sigma));
                weights += weight;
                sum += weight
                        * plane.at(Math.clamp(x + u, 0, plane.width() - 1), Math.clamp(y + v, 0, plane.height() - 1));
            }
        }
        return sum / weights;
    }
}
