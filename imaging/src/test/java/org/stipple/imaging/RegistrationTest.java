package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Skin;
import org.stipple.quantities.SkinType;

class RegistrationTest {

    private static final Skin SKIN = Skin.plain(SkinType.II, 77);

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 1", "23, -11, 1.3, 1", "-40, 18, -3.5, 1", "5, 9, 0.5, 1.03"})
    void findsTheKnownMove(double right, double down, double turn, double zoom) {
        var first = Capture.careful(1);
        var second = Capture.careful(2).moved(right, down, turn).zoomed(zoom);
        var found = Aligner.align(Shots.jpeg(SKIN, first), Shots.jpeg(SKIN, second), Shots.PATCH.scale());
        assertThat(found).isInstanceOfSatisfying(Registration.Registered.class, registered -> {
            for (var corner : List.of(new Place(60, 50), new Place(400, 70), new Place(90, 300), new Place(420, 310))) {
                double[] skin = first.pose().skinAt(Shots.SMALL, corner.x(), corner.y());
                double[] truth = second.pose().pixelAt(Shots.SMALL, skin[0], skin[1]);
                Place carried = ((Affine) registered.onto()).of(corner);
                assertThat(carried.x()).isCloseTo(truth[0], within(0.5));
                assertThat(carried.y()).isCloseTo(truth[1], within(0.5));
            }
            assertThat(registered.medianPx()).isLessThan(0.5);
            assertThat(registered.p95Px()).isLessThan(1.5);
            assertThat(registered.maskedFraction().value()).isLessThan(0.2);
        });
    }

    @Test
    void carriesAZoneToTheFollowup() {
        var zone = new Zone(
                "cheek-left", new Outline(List.of(new Place(70, 30), new Place(410, 50), new Place(390, 310))));
        var setting = new PhotoSetting(View.LEFT_45, List.of(zone), new Scale.Unknown("none"));
        var measurement = Measurement.of(
                Shots.jpeg(SKIN, Capture.careful(1)),
                Shots.jpeg(SKIN, Capture.careful(2).moved(12, -7, 0)),
                setting);
        var outline = measurement.zones().getFirst().followupOutline().orElseThrow();
        assertThat(outline.corners().get(1).x()).isCloseTo(422, within(0.5));
        assertThat(outline.corners().get(1).y()).isCloseTo(43, within(0.5));
        assertThat(measurement.zones().getFirst().area()).isEmpty();
        assertThat(measurement.registration().orElseThrow())
                .isInstanceOfSatisfying(Registration.Registered.class, registered -> {
                    assertThat(registered.median(setting.scale())).isEmpty();
                    assertThat(registered.median(Shots.PATCH.scale())).isPresent();
                });
    }

    @Test
    void givesTheSameNumbersTwice() {
        var before = Shots.jpeg(SKIN, Capture.careful(1));
        var after = Shots.jpeg(SKIN, Capture.careful(2).moved(12, -7, 1));
        assertThat(Measurement.of(before, after, Shots.PATCH)).isEqualTo(Measurement.of(before, after, Shots.PATCH));
    }

    @Test
    void mapsComposeAndInvert() {
        var map = new Affine(1.1, 0.2, 5, -0.3, 0.9, -7);
        var place = new Place(12.5, 40);
        var back = map.then(map.inverse()).of(place);
        assertThat(back.x()).isCloseTo(12.5, within(1e-9));
        assertThat(back.y()).isCloseTo(40, within(1e-9));
    }
}
