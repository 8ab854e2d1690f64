package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Frame;
import org.stipple.phantom.Light;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.Skin;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

class GatesTest {

    private static final Skin SKIN = Skin.plain(SkinType.III, 21);
    private static final Photo FIRST = Shots.jpeg(SKIN, Capture.careful(1));

    @ParameterizedTest
    @EnumSource(SkinType.class)
    void letASharpPhotoPassAndABlurredOneNot(SkinType type) {
        var skin = Skin.plain(type, 5);
        assertThat(failed(Shots.redness(Shots.jpeg(skin, Capture.careful(1).blurred(1.5)))))
                .isEmpty();
        assertThat(failed(Shots.redness(Shots.jpeg(skin, Capture.careful(1).blurred(5)))))
                .containsExactly(Gate.Kind.SHARPNESS);
    }

    @Test
    void refuseAnOverexposedPhoto() {
        var measurement = Shots.redness(Shots.jpeg(SKIN, Capture.careful(1).in(Light.CAREFUL.atStops(1.6))));
        assertThat(failed(measurement)).contains(Gate.Kind.CLIPPING);
        assertThat(why(measurement)).contains("overexposed");
    }

    @Test
    void refuseAnUnderexposedPhoto() {
        var measurement = Shots.redness(Shots.jpeg(SKIN, Capture.careful(1).in(Light.CAREFUL.atStops(-8))));
        assertThat(failed(measurement)).contains(Gate.Kind.CLIPPING);
    }

    @Test
    void refuseAZoneOfTooFewPixels() {
        var frame = new Frame(290, 400, Length.ofMillimetres(0.05));
        var photo =
                Shots.jpeg(Phantom.photograph(SKIN, Capture.careful(1), frame).photo());
        var measurement = Shots.redness(photo);
        assertThat(failed(measurement)).containsExactly(Gate.Kind.SIZE_PX);
        assertThat(why(measurement))
                .isEqualTo("too few pixels in the baseline: size 290 px, at least 300 px is needed");
    }

    @Test
    void refuseAZoneOfTooLittleSkin() {
        var setting = new PhotoSetting(View.PATCH, List.of(), new Scale.Known(Length.ofMillimetres(0.02), "given"));
        assertThat(failed(Measurement.of(FIRST, setting))).containsExactly(Gate.Kind.SIZE_AREA);
    }

    @Test
    void refuseAPairOfDifferentExposure() {
        var measurement = pair(Capture.careful(2).in(Light.CAREFUL.atStops(-0.8)));
        assertThat(failed(measurement)).containsExactly(Gate.Kind.LIGHT_EXPOSURE);
        assertThat(why(measurement)).contains("another exposure");
    }

    @Test
    void refuseAPairOfDifferentWhiteBalance() {
        // About the step from daylight to a cloudy sky: it would read as more redness.
        var measurement = pair(Capture.careful(2).in(Light.CAREFUL.balanced(1.05, 0.93)));
        assertThat(failed(measurement)).containsExactly(Gate.Kind.LIGHT_COLOUR);
        assertThat(why(measurement)).contains("colour card");
    }

    /// What shines adds white to dark skin, most when the light moves: that must not read as less redness.
    @ParameterizedTest
    @ValueSource(doubles = {-9, -4, 4, 9})
    void doNotLetDarkShinySkinSeemChangedWhenTheLightMoved(double degrees) {
        var skin = Skin.plain(SkinType.VI, 31).withShine(0.5);
        var measurement = Shots.redness(
                Shots.jpeg(skin, Capture.careful(1)),
                Shots.jpeg(skin, Capture.careful(2).in(Light.CAREFUL.from(-120, 55 + degrees))));
        if (Shots.erythema(measurement) instanceof Reading.Compared compared) {
            assertThat(compared.verdict()).isEqualTo(Verdict.NO_DETECTABLE_CHANGE);
        } else {
            assertThat(failed(measurement)).contains(Gate.Kind.LIGHT_COLOUR);
        }
    }

    @Test
    void refuseAPairOfDifferentSkin() {
        var before = FIRST;
        var after = Shots.jpeg(Skin.plain(SkinType.III, 22), Capture.careful(2));
        var measurement = Shots.redness(before, after);
        assertThat(measurement.registration().orElseThrow()).isInstanceOf(Registration.NotRegistered.class);
        assertThat(why(measurement)).contains("photos");
    }

    @Test
    void refuseAPairThatSharesTooLittleOfTheZone() {
        var measurement = pair(Capture.careful(2).moved(110, 20, 0));
        assertThat(why(measurement)).contains("of the zone is in both photos");
    }

    @Test
    void refuseAGreyPhoto() {
        var colour = FIRST;
        int[] grey = colour.pixels().clone();
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (grey[i] >> 8 & 0xFF) * 0x010101;
        }
        var photo = new Photo(colour.width(), colour.height(), grey, PhotoFormat.PNG);
        assertThat(why(Shots.redness(photo))).contains("grey");
    }

    @Test
    void sayAllThatStandsInTheWayOfAFaceWithoutLandmarks() {
        var unknown = new Scale.Unknown("no scale: nobody gave one");
        var measurement = Measurement.of(FIRST, new PhotoSetting(View.FRONTAL, List.of(), unknown));
        assertThat(measurement.zones()).hasSize(1);
        assertThat(measurement.zones().getFirst().id()).isEqualTo("face");
        assertThat(measurement.zones().getFirst().readings())
                .hasSize(Metric.values().length)
                .allSatisfy(reading -> assertThat(reading)
                        .isInstanceOfSatisfying(
                                Reading.NotMeasurable.class,
                                refusal -> assertThat(refusal.why())
                                        .contains("no landmarks")
                                        .contains("no scale")
                                        .contains("360 pixels")));
    }

    private static Measurement pair(Capture second) {
        return Shots.redness(FIRST, Shots.jpeg(SKIN, second));
    }

    private static List<Gate.Kind> failed(Measurement measurement) {
        return measurement.gates().stream()
                .filter(gate -> !gate.passed())
                .map(Gate::kind)
                .toList();
    }

    private static String why(Measurement measurement) {
        return switch (Shots.erythema(measurement)) {
            case Reading.NotMeasurable refused -> refused.why();
            case Reading.Measured measured -> throw new AssertionError(measured.toString());
            case Reading.Compared compared -> throw new AssertionError(compared.toString());
        };
    }
}
