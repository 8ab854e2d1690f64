package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.imaging.colour.Lab;
import org.stipple.imaging.geometry.Homography;

class CardTest {

    private static final double[] LIGHT_SKIN = {0.60, 0.38, 0.28};
    private static final double[] DARK_SKIN = {0.055, 0.030, 0.021};

    /// Turn, tilt, exposure, what the light does to red and blue, noise.
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 1, 1, 1, false",
        "17, 0, 1, 1, 1, 2, true",
        "90, 0, 1, 1, 1, 2, false",
        "180, 8, 1, 1, 1, 2, true",
        "-73, 0, 1, 0.8, 1.2, 2, false",
        "5, 30, 1, 1, 1, 2, false",
        "0, 0, 0.08, 1, 1, 1.5, true",
        "33, 10, 0.15, 0.55, 1.6, 1.5, true",
        "250, 12, 0.5, 1.5, 0.5, 2, false"
    })
    void isFoundAndReadHoweverItLies(
            double turn, double tilt, double exposure, double red, double blue, double noise, boolean dark) {
        double[] skin = dark ? DARK_SKIN : LIGHT_SKIN;
        var scene = new DrawnScene(900, 700, skin);
        scene.grain(0.08, 3);
        Homography map = DrawnScene.seen(2.5, 1.5, 470, 330, 55, turn, tilt, 6.5);
        scene.card(map);
        scene.blur(0.8);
        Photo photo = scene.photo(exposure * red * 0.9, exposure * 0.9, exposure * blue * 0.9, noise, 8);
        var card = CardReading.of(photo).orElseThrow();
        for (int[] patch : new int[][] {{0, 0}, {5, 0}, {5, 3}, {0, 3}}) {
            assertThat(card.map().u(patch[0], patch[1])).isCloseTo(map.u(patch[0], patch[1]), within(3.0));
            assertThat(card.map().v(patch[0], patch[1])).isCloseTo(map.v(patch[0], patch[1]), within(3.0));
        }
        double truePitch = Math.sqrt(map.areaFactor(2.5, 1.5));
        assertThat(card.pitchPx()).isCloseTo(truePitch, within(0.005 * truePitch));
        assertThat(card.tiltDegrees()).isCloseTo(map.tiltDegrees(2.5, 1.5), within(tilt < 6 ? 7.0 : 2.5));
        var fit = card.fit().orElseThrow();
        assertThat(fit.residual()).isLessThan(1.5);
        assertThat(angle(photo, card, skin)).isCloseTo(ita(Lab.ofLinear(skin[0], skin[1], skin[2])), within(3.0));
    }

    private static double angle(Photo photo, CardReading card, double[] skin) {
        var corner = new double[3];
        for (int y = 0; y < 60; y++) {
            for (int x = 0; x < 60; x++) {
                int rgb = photo.rgbAt(x, y);
                corner[0] += LinearLight.of(rgb >> 16 & 0xFF) / 3600;
                corner[1] += LinearLight.of(rgb >> 8 & 0xFF) / 3600;
                corner[2] += LinearLight.of(rgb & 0xFF) / 3600;
            }
        }
        return ita(card.fit().orElseThrow().correction().lab(corner[0], corner[1], corner[2]));
    }

    private static double ita(Lab lab) {
        return Math.toDegrees(Math.atan2(lab.l() - 50, lab.b()));
    }

    @ParameterizedTest
    @CsvSource({"colorchecker-flat.jpg, 261, 303, 514, 444, 6", "colorchecker-hard.jpg, 1344, 983, 1685, 1190, 8"})
    void isFoundInPhotosOfOthers(String name, int x, int y, int blackX, int blackY, int within) throws IOException {
        Path file = Path.of("..", "..", "shared", "data", "cards", name);
        Assumptions.assumeTrue(Files.isRegularFile(file), "skipped: no shared data");
        var card = CardReading.of(Photo.decode(Files.readAllBytes(file))).orElseThrow();
        assertThat(card.map().u(0, 0)).isCloseTo(x, within((double) within));
        assertThat(card.map().v(0, 0)).isCloseTo(y, within((double) within));
        assertThat(card.map().u(5, 3)).isCloseTo(blackX, within((double) within));
        assertThat(card.map().v(5, 3)).isCloseTo(blackY, within((double) within));
        assertThat(card.fit().orElseThrow().residual()).isLessThan(6);
    }

    @Test
    void isNotSeenWhereThereIsNone() {
        var tiles = new DrawnScene(600, 500, 0.3, 0.3, 0.3);
        tiles.draw(DrawnScene.seen(2.5, 1.5, 300, 250, 50, 10, 0, 6), (place, channel) -> {
            boolean tile =
                    Math.abs(place[0] - Math.rint(place[0])) < 0.4 && Math.abs(place[1] - Math.rint(place[1])) < 0.4;
            return tile ? 0.5 : 0.1;
        });
        assertThat(CardReading.of(tiles.photo(1, 1, 1, 1, 4))).isEmpty();
        var skin = new DrawnScene(600, 500, LIGHT_SKIN);
        skin.grain(0.1, 5);
        skin.blur(1);
        assertThat(CardReading.of(skin.photo(1, 1, 1, 1, 4))).isEmpty();
    }

    @Test
    void aMirroredCardIsNoCard() {
        var scene = new DrawnScene(600, 500, LIGHT_SKIN);
        Homography map = DrawnScene.seen(2.5, 1.5, 300, 250, 60, 0, 0, 6);
        scene.card(new Homography(-map.a(), map.b(), 600 - map.c(), map.d(), map.e(), map.f(), map.g(), map.h()));
        assertThat(CardReading.of(scene.photo(1, 1, 1, 1, 4))).isEmpty();
    }
}
