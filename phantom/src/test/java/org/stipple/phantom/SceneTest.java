package org.stipple.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// Where things lie in the frame, and what light and camera make of them.
class SceneTest {

    private static final Frame FRAME = new Frame(400, 240, Length.ofMillimetres(0.1));

    @Test
    void aLeaningAndStretchedPoseCarriesPlacesBothWays() {
        var pose = new Pose(13, -7, 4, 1.1)
                .leaning(12, -9)
                .stretched(new Stretch(Length.ofMillimetres(0.5), Length.ofMillimetres(20), 3));
        for (double[] pixel : new double[][] {{31.5, 70}, {390, 5}, {200, 120}}) {
            double[] skin = pose.skinAt(FRAME, pixel[0], pixel[1]);
            assertThat(pose.pixelAt(FRAME, skin[0], skin[1])).containsExactly(pixel, within(1e-6));
        }
    }

    /// Seen from far away, leaning foreshortens by the cosine; from near, what leans away is smaller.
    @Test
    void leaningForeshortens() {
        var far = new Pose(0, 0, 0, 1, 0, 30, Length.ofMillimetres(100_000), Stretch.NONE);
        assertThat(far.pixelAt(FRAME, 10, 0)[0]).isCloseTo(200 + 100 * Math.cos(Math.toRadians(30)), within(0.01));
        var near = new Pose(0, 0, 0, 1).leaning(0, 30);
        double right = near.pixelAt(FRAME, 10, 0)[0] - 200;
        double left = 200 - near.pixelAt(FRAME, -10, 0)[0];
        // 10 mm at 30 degrees are 5 mm deeper or nearer, of 500 mm.
        assertThat(right).isCloseTo(100 * Math.cos(Math.toRadians(30)) / 1.01, within(1e-9));
        assertThat(left).isCloseTo(100 * Math.cos(Math.toRadians(30)) / 0.99, within(1e-9));
    }

    @Test
    void aStretchDisplacesAsMuchAsItSays() {
        var stretch = new Stretch(Length.ofMillimetres(0.4), Length.ofMillimetres(30), 8);
        double squares = 0;
        for (int i = 0; i < 4000; i++) {
            var place = new double[] {5.3 * (i % 63), 4.9 * (i / 63)};
            double x = place[0];
            stretch.onto(place);
            squares += (place[0] - x) * (place[0] - x) / 4000;
        }
        assertThat(Math.sqrt(squares)).isCloseTo(0.4, within(0.03));
        assertThatThrownBy(() -> new Stretch(Length.ofMillimetres(2), Length.ofMillimetres(20), 8))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theGroundBetweenItsNodesIsWithinAHundredthOfAPixel() {
        var pose = new Pose(3, 1, 2, 1)
                .leaning(5, 5)
                .stretched(new Stretch(Length.ofMillimetres(0.48), Length.ofMillimetres(30), 3));
        var ground = new Ground(pose, FRAME);
        for (int x = -1; x <= 400; x += 13) {
            double[] skin = pose.skinAt(FRAME, x + 0.5, 101.5);
            assertThat(ground.x(x, 101)).isCloseTo(skin[0], within(0.001));
            assertThat(ground.y(x, 101)).isCloseTo(skin[1], within(0.001));
        }
    }

    @Test
    void aMarkIsWhereTheMapOfTwoPhotosPutsIt() {
        var skin =
                Skin.plain(SkinType.II, 4).with(Spot.class, List.of(new Spot(6, -3, Length.ofMillimetres(1), 0.3, 2)));
        var first = Phantom.photograph(skin, Capture.careful(1), FRAME).truth();
        var second = Phantom.photograph(
                        skin,
                        Capture.careful(2)
                                .moved(9, 4, 5)
                                .leaning(10, 10)
                                .stretched(new Stretch(Length.ofMillimetres(0.3), Length.ofMillimetres(20), 1)),
                        FRAME)
                .truth();
        double[] there = first.pixelIn(second, 260, 90);
        double x = 0;
        double y = 0;
        int n = 0;
        for (int i = second.spots().next(0); i >= 0; i = second.spots().next(i + 1)) {
            x += i % 400 + 0.5;
            y += i / 400 + 0.5;
            n++;
        }
        assertThat(x / n).isCloseTo(there[0], within(0.6));
        assertThat(y / n).isCloseTo(there[1], within(0.6));
    }

    @Test
    void aCardHasItsPublishedColoursUnderAnExactCamera() {
        var card = new ColourCard(-4, 3, 10, Length.ofMillimetres(4));
        // 0.95 is the light that white sends at exposure 0.
        var capture = Capture.careful(1)
                .noisy(0)
                .showing(List.of(card))
                .in(new Light(-Math.log(0.95) / Math.log(2), 1, 1, 0, 55, 0));
        var rendering = Phantom.photograph(Skin.plain(SkinType.III, 2), capture, FRAME);
        int[] rgb = rendering.photo().rgb();
        for (int patch = 0; patch < 24; patch++) {
            double[] pixel = rendering.truth().pixelOnMarker(card.middles().get(patch));
            int seen = rgb[(int) pixel[1] * 400 + (int) pixel[0]];
            for (int shift = 0; shift <= 16; shift += 8) {
                assertThat(seen >> shift & 0xFF)
                        .as("patch %s", patch)
                        .isCloseTo(ColourCard.srgb(patch) >> shift & 0xFF, within(1));
            }
        }
        assertThat(rendering.truth().markers().count() / 100.0).isCloseTo(25.2 * 17.2, within(10.0));
    }

    @Test
    void anUnprofiledCameraKeepsGreyAndShiftsColours() {
        var camera = Camera.UNPROFILED;
        assertThat(camera.red(0.4, 0.4, 0.4)).isEqualTo(0.4);
        assertThat(camera.green(0.4, 0.4, 0.4)).isEqualTo(0.4);
        assertThat(camera.blue(0.4, 0.4, 0.4)).isEqualTo(0.4);
        assertThat(camera.red(0.5, 0.2, 0.1)).isLessThan(0.5);
    }

    /// Seen and lit at right angles, the microfacet model gives F / (4 roughness²), times the directed light.
    @Test
    void mirroredLightAtRightAnglesIsWhatTheModelSays() {
        var shading = new Shading(new Light(0, 1, 1, 0, 90, 0));
        assertThat(shading.mirrored(0, 0, 1, 1)).isCloseTo(0.6 * 0.028 / (4 * 0.16 * 0.16), within(1e-9));
        assertThat(shading.mirrored(0.6, 0, 0.8, 1)).isLessThan(0.001);
        assertThat(shading.diffuse(0, 0, 1)).isEqualTo(1);
    }

    @Test
    void aFacetThatTurnsToTheLightMirrorsMost() {
        var shading = new Shading(new Light(0, 1, 1, 0, 50, 0));
        double half = Math.toRadians(20);
        double best = shading.mirrored(Math.sin(half), 0, Math.cos(half), 1);
        for (double degrees : new double[] {-20, 0, 8, 32, 50}) {
            double angle = Math.toRadians(degrees);
            assertThat(shading.mirrored(Math.sin(angle), 0, Math.cos(angle), 1)).isLessThan(best);
        }
    }

    @Test
    void theFloorOfAPitSeesTheLightOfItsOpening() {
        assertThat(PoreField.openness(1, 0)).isEqualTo(1);
        assertThat(PoreField.openness(1, 1)).isEqualTo(0.5);
    }
}
