package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;
import org.opencv.objdetect.Objdetect;
import org.stipple.imaging.geometry.Homography;
import org.stipple.imaging.tag.SeenTag;
import org.stipple.imaging.tag.TagFinder;
import org.stipple.quantities.Length;

class ScaleTest {

    private static final double[] SKIN = {0.45, 0.28, 0.20};

    @Test
    void allOfFortyTagsAreFoundAndTheirSideIsMeasuredWithinAThousandth() {
        var random = new Random(36);
        var errors = new ArrayList<Double>();
        for (int i = 0; i < 40; i++) {
            double side = 120 + 200 * random.nextDouble();
            Photo photo = scene(i, side, 360 * random.nextDouble(), 0, 4, 0.15 + random.nextDouble());
            List<SeenTag> tags = TagFinder.find(new PhotoLight(photo));
            assertThat(tags).hasSize(1);
            assertThat(tags.getFirst().id()).isEqualTo(i);
            errors.add(tags.getFirst().sidePx() / side - 1);
        }
        double bias = errors.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        assertThat(bias).isCloseTo(0, within(0.0005));
        assertThat(errors).allSatisfy(error -> assertThat(error).isCloseTo(0, within(0.001)));
    }

    @Test
    void givesTheScaleOfATagWithItsSide() {
        var measurement = Measurement.of(scene(7, 200, 12, 0, 2, 1), setting(new Ruler.Tag(mm(20))));
        assertThat(measurement.scale()).isInstanceOfSatisfying(Scale.Known.class, known -> {
            assertThat(known.from()).isEqualTo("tag36h11");
            assertThat(known.pixel().millimetres()).isCloseTo(0.1, within(0.0003));
        });
        assertThat(measurement.scale().isEstimated()).isFalse();
    }

    @Test
    void refusesATagThatIsSeenObliquely() {
        for (int tilt : new int[] {0, 10, 20, 30}) {
            var measurement = Measurement.of(scene(7, 240, 12, tilt, 2, 1), setting(new Ruler.Tag(mm(20))));
            var gate = measurement.gates().stream()
                    .filter(judged -> judged.kind() == Gate.Kind.TILT)
                    .findFirst()
                    .orElseThrow();
            assertThat(gate.value()).isCloseTo(tilt, within(tilt == 0 ? 4.0 : 1.5));
            assertThat(gate.passed()).isEqualTo(tilt <= 15);
        }
    }

    @Test
    void refusesAFollowupThatIsSeenObliquely() {
        var straight = scene(7, 240, 12, 0, 2, 1);
        var oblique = scene(7, 240, 12, 25, 2, 1);
        assertThat(Measurement.of(straight, oblique, setting(new Ruler.Tag(mm(20))))
                        .gates())
                .anyMatch(gate -> gate.kind() == Gate.Kind.TILT && gate.shot() == Gate.Shot.FOLLOWUP && !gate.passed())
                .anyMatch(gate -> gate.kind() == Gate.Kind.TILT && gate.shot() == Gate.Shot.BASELINE && gate.passed());
    }

    @Test
    void saysThatNoTagIsSeen() {
        var measurement =
                Measurement.of(new DrawnScene(500, 400, SKIN).photo(1, 1, 1, 1, 1), setting(new Ruler.Tag(mm(20))));
        assertThat(measurement.scale()).isEqualTo(new Scale.Unknown("no scale: no tag of the family 36h11 is seen"));
    }

    @Test
    void acceptsAGivenScaleWithinFivePerCentOfTheTagAndNoOther() {
        var photo = scene(7, 200, 0, 0, 2, 1);
        var near = setting(0.104).measuredBy(List.of(new Ruler.Tag(mm(20))));
        assertThat(Measurement.of(photo, near).scale())
                .isInstanceOfSatisfying(
                        Scale.Known.class, known -> assertThat(known.from()).isEqualTo("tag36h11"));
        var far = setting(0.107).measuredBy(List.of(new Ruler.Tag(mm(20))));
        var measurement = Measurement.of(photo, far);
        assertThat(measurement.scale())
                .isInstanceOfSatisfying(
                        Scale.Unknown.class,
                        unknown -> assertThat(unknown.why()).contains("7.0 % off"));
        assertThat(measurement.gates()).anyMatch(gate -> gate.kind() == Gate.Kind.SCALE_AGREEMENT && !gate.passed());
        assertThat(measurement.zones().getFirst().area()).isEmpty();
    }

    @Test
    void takesTheCardAsARuler() {
        var scene = new DrawnScene(700, 600, SKIN);
        scene.card(DrawnScene.seen(2.5, 1.5, 350, 300, 60, 4, 0, 6));
        var measurement = Measurement.of(scene.photo(0.9, 0.9, 0.9, 1, 2), setting(new Ruler.Card(mm(12))));
        assertThat(measurement.scale()).isInstanceOfSatisfying(Scale.Known.class, known -> {
            assertThat(known.from()).isEqualTo("card");
            assertThat(known.pixel().millimetres()).isCloseTo(0.2, within(0.001));
        });
        assertThat(measurement.colour())
                .isInstanceOfSatisfying(
                        ColourReference.Card.class,
                        card -> assertThat(card.residualDeltaE00()).isLessThan(1.5));
        assertThat(measurement.gates()).anyMatch(gate -> gate.kind() == Gate.Kind.CARD && gate.passed());
    }

    @Test
    void refusesAZoneThatByItsScaleIsTwiceAsLargeAsAnyAndFineLinesInCoarsePixels() {
        var zone = new Zone("glabella", new Outline(List.of(new Place(0, 0), new Place(400, 0), new Place(400, 399))));
        var setting =
                new PhotoSetting(View.FRONTAL, List.of(zone), new Scale.Known(Length.ofMillimetres(0.15), "given"));
        var gates = Measurement.of(new DrawnScene(500, 400, SKIN).photo(1, 1, 1, 1, 1), setting)
                .gates();
        assertThat(gates).anyMatch(gate -> gate.kind() == Gate.Kind.SCALE_AREA && !gate.passed());
        assertThat(gates).anyMatch(gate -> gate.kind() == Gate.Kind.SCALE_RESOLUTION && !gate.passed());
        assertThat(GateScope.faults(gates, Metric.PORE_DENSITY)).anyMatch(fault -> fault.contains("too coarse"));
        assertThat(GateScope.faults(gates, Metric.SPOT_AREA)).noneMatch(fault -> fault.contains("too coarse"));
    }

    private static PhotoSetting setting(Ruler ruler) {
        return new PhotoSetting(View.PATCH, List.of(), new Scale.Unknown("none given")).measuredBy(List.of(ruler));
    }

    private static PhotoSetting setting(double mmPerPx) {
        return new PhotoSetting(View.PATCH, List.of(), new Scale.Known(mm(mmPerPx), "given"));
    }

    private static Length mm(double millimetres) {
        return Length.ofMillimetres(millimetres);
    }

    /// A printed tag on skin; black ink and white paper are neither quite.
    private static Photo scene(int id, double side, double turn, double tilt, double noise, double exposure) {
        NativeVision.load();
        var bits = new Mat();
        Objdetect.generateImageMarker(Objdetect.getPredefinedDictionary(Objdetect.DICT_APRILTAG_36h11), id, 8, bits, 1);
        // Once, because each look into a Mat is a call out of Java and a scene takes millions.
        var black = new boolean[8][8];
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 8; column++) {
                black[row][column] = bits.get(row, column)[0] == 0;
            }
        }
        var scene = new DrawnScene(540, 520, SKIN);
        Homography map = DrawnScene.seen(0.5, 0.5, 268.3, 257.7, side, turn, tilt, 1);
        scene.draw(map, (place, _) -> {
            double column = Math.floor(8 * place[0]);
            double row = Math.floor(8 * place[1]);
            if (column < -1 || column > 8 || row < -1 || row > 8) {
                return -1;
            }
            boolean inside = column >= 0 && column < 8 && row >= 0 && row < 8;
            return inside && black[(int) row][(int) column] ? 0.04 : 0.85;
        });
        scene.blur(1);
        return scene.photo(exposure, exposure, exposure, noise, id);
    }
}
