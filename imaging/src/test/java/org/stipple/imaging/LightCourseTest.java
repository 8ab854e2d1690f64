package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Light;
import org.stipple.phantom.Skin;
import org.stipple.quantities.SkinType;

class LightCourseTest {

    /// Degrees by which the light went round, and rose; whether the pair is refused for that.
    @ParameterizedTest
    @CsvSource({
        "I, 0, 0, false",
        "I, 5, 0, false",
        "I, 30, 0, true",
        "III, -5, 3, false",
        "III, 30, 0, true",
        "III, 90, 0, true",
        "VI, 5, -3, false",
        "VI, 45, 0, true"
    })
    void aLightFromAnotherSideIsSeenInTheRelief(SkinType type, double round, double up, boolean refused) {
        var skin = Skin.plain(type, 5).withShine(0.3).withPores(60);
        var moved = Light.CAREFUL.from(-120 + round, 55 + up);
        var gates = pair(skin, Capture.careful(2).in(moved).moved(5, -3, 1));
        assertThat(gates.stream().anyMatch(gate -> gate.kind() == Gate.Kind.LIGHT_DIRECTION && !gate.passed()))
                .isEqualTo(refused);
    }

    @Test
    void aLightThatFallsOffOtherwiseIsSeen() {
        var skin = Skin.plain(SkinType.III, 9);
        var even = new Light(0, 1, 1, -120, 55, 0.08);
        var steep = new Light(0, 1, 1, -120, 55, 0.35);
        assertThat(pair(skin, Capture.careful(2).in(even)))
                .filteredOn(gate -> gate.kind() == Gate.Kind.LIGHT_GRADIENT)
                .allMatch(Gate::passed)
                .isNotEmpty();
        assertThat(pair(skin, Capture.careful(2).in(steep)))
                .filteredOn(gate -> gate.kind() == Gate.Kind.LIGHT_GRADIENT)
                .noneMatch(Gate::passed)
                .isNotEmpty();
    }

    @Test
    void hairAndGlassesInAZoneAreSeenAndSpotsAndPoresAreNot() {
        var clean = scene();
        assertThat(occluded(clean.photo(1, 1, 1, 2, 1))).isLessThan(1);
        var hair = scene();
        // Strands five pixels wide in every third of a hundredth of the photo, nearly black.
        hair.draw(
                DrawnScene.seen(0, 0, 250, 200, 100, 20, 0, 1),
                (place, _) -> Math.abs(place[0] * 8 - Math.rint(place[0] * 8)) < 0.2 ? 0.02 : -1);
        hair.blur(1);
        assertThat(occluded(hair.photo(1, 1, 1, 2, 1))).isGreaterThan(15);
        var cloth = scene();
        cloth.draw(
                DrawnScene.seen(0, 0, 100, 100, 100, 0, 0, 1),
                (place, channel) -> place[0] < 0 ? new double[] {0.1, 0.2, 0.4}[channel] : -1);
        assertThat(occluded(cloth.photo(1, 1, 1, 2, 1))).isGreaterThan(15);
        var spots = scene();
        spots.draw(
                DrawnScene.seen(0, 0, 250, 200, 100, 0, 0, 1),
                (place, channel) -> Math.hypot(place[0] - Math.rint(place[0]), place[1] - Math.rint(place[1])) < 0.3
                        ? new double[] {0.20, 0.10, 0.06}[channel]
                        : -1);
        assertThat(occluded(spots.photo(1, 1, 1, 2, 1))).isLessThan(Occlusion.MAX_PERCENT);
    }

    private static DrawnScene scene() {
        var scene = new DrawnScene(500, 400, 0.45, 0.28, 0.20);
        scene.grain(0.08, 4);
        return scene;
    }

    private static double occluded(Photo photo) {
        return Occlusion.percent(photo, Region.of(Outline.whole(photo), photo.width(), photo.height()));
    }

    private static List<Gate> pair(Skin skin, Capture second) {
        return Shots.redness(Shots.jpeg(skin, Capture.careful(1)), Shots.jpeg(skin, second))
                .gates();
    }
}
