package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Light;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.RednessBlob;
import org.stipple.phantom.Skin;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

class ErythemaIndexTest {

    private static final List<RednessBlob> OFF_CENTRE = List.of(new RednessBlob(-5, 3, Length.ofMillimetres(2.5), 0.8));

    @Test
    void isTheLogarithmOfRedOverGreenInLinearLight() {
        // sRGB 188 is 0.5029 of full light, 137 is 0.2502.
        var photo = uniform(0xBC8960);
        var colour = ZoneColour.of(photo, Region.of(Outline.whole(photo), photo.width(), photo.height()));
        assertThat(colour.erythemaIndex()).isCloseTo(Math.log10(0.50289 / 0.25016), within(1e-4));
    }

    @Test
    void isWhatTheSlowReferenceSays() {
        var rendering = Phantom.photograph(
                Skin.plain(SkinType.V, 3).withRedness(OFF_CENTRE).withShine(1),
                Capture.careful(5).in(Light.CAREFUL.atStops(1.1)),
                Shots.SMALL);
        var photo = Photo.decode(rendering.photo().png());
        var outline = new Outline(
                List.of(new Place(20.2, 11), new Place(433, 40.7), new Place(300, 351), new Place(150.5, 200)));
        var colour = ZoneColour.of(photo, Region.of(outline, photo.width(), photo.height()));
        var reference = SlowErythema.of(photo, outline);
        assertThat(reference.used()).isLessThan(reference.total());
        assertThat(colour.used()).isEqualTo(reference.used());
        assertThat(colour.total()).isEqualTo(reference.total());
        assertThat(colour.erythemaIndex()).isCloseTo(reference.index(), within(1e-9));
    }

    @Test
    void leavesOutClippedAndMirroringPixels() {
        int[] rgb = uniform(0xBC8960).pixels().clone();
        for (int i = 0; i < 100; i++) {
            rgb[37 * i] = i % 2 == 0 ? 0xFF8960 : 0xF0F0E8;
        }
        var photo = new Photo(100, 60, rgb, PhotoFormat.PNG);
        var colour = ZoneColour.of(photo, Region.of(Outline.whole(photo), 100, 60));
        assertThat(colour.used()).isEqualTo(5900);
        assertThat(colour.erythemaIndex()).isCloseTo(Math.log10(0.50289 / 0.25016), within(1e-4));
    }

    /// Between people melanin moves the index more than blood does: what must follow blood is the change in one
    /// person.
    @Test
    void changesWithBloodInEverySkinTone() {
        var truth = new ArrayList<Double>();
        var read = new ArrayList<Double>();
        for (SkinType type : SkinType.values()) {
            var skin = Skin.plain(type, 40 + type.number()).withRedness(OFF_CENTRE);
            var before = Phantom.photograph(skin, Capture.careful(1), Shots.SMALL);
            var first = Shots.jpeg(before.photo());
            for (double blood : new double[] {0.6, 0.85, 1.15, 1.4}) {
                var after = Phantom.photograph(
                        skin.withHaemoglobin(blood), Capture.careful(2).moved(7, -4, 0.8), Shots.SMALL);
                var reading = Shots.erythema(Shots.redness(first, Shots.jpeg(after.photo())));
                if (reading instanceof Reading.Compared compared) {
                    truth.add(after.truth().meanHaemoglobin() - before.truth().meanHaemoglobin());
                    read.add(compared.change());
                }
            }
        }
        assertThat(truth).hasSize(24);
        assertThat(correlation(truth, read)).isGreaterThan(0.95);
    }

    @ParameterizedTest
    @EnumSource(SkinType.class)
    void findsAFifthLessOrMoreRednessAndNothingWhereNothingChanged(SkinType type) {
        var skin = Skin.plain(type, 60 + type.number()).withHaemoglobin(1.2).withRedness(OFF_CENTRE);
        var before = Shots.jpeg(skin, Capture.careful(1));
        var second = Capture.careful(2).moved(-9, 5, -0.6);
        assertThat(verdict(before, Shots.jpeg(skin.withHaemoglobin(1.2 * 0.8), second)))
                .isEqualTo(Verdict.IMPROVED);
        assertThat(verdict(before, Shots.jpeg(skin.withHaemoglobin(1.2 * 1.2), second)))
                .isEqualTo(Verdict.WORSE);
        assertThat(verdict(before, Shots.jpeg(skin, second))).isEqualTo(Verdict.NO_DETECTABLE_CHANGE);
    }

    @Test
    void storingTheStrippedPhotoChangesItByLessThanATenthOfWhatCanBeDetected() {
        var photo = Shots.jpeg(Skin.plain(SkinType.IV, 9).withRedness(OFF_CENTRE), Capture.careful(3));
        var stored = Photo.decode(photo.stripped());
        var region = Region.of(Outline.whole(photo), photo.width(), photo.height());
        assertThat(ZoneColour.of(stored, region).erythemaIndex())
                .isCloseTo(ZoneColour.of(photo, region).erythemaIndex(), within(DetectionLimit.ERYTHEMA_INDEX / 10));
    }

    private static Verdict verdict(Photo before, Photo after) {
        return switch (Shots.erythema(Shots.redness(before, after))) {
            case Reading.Compared compared -> compared.verdict();
            case Reading.NotMeasurable refused -> throw new AssertionError(refused.why());
            case Reading.Measured measured -> throw new AssertionError(measured.toString());
        };
    }

    private static Photo uniform(int colour) {
        var rgb = new int[100 * 60];
        java.util.Arrays.fill(rgb, colour);
        return new Photo(100, 60, rgb, PhotoFormat.PNG);
    }

    private static double correlation(List<Double> a, List<Double> b) {
        double meanA = a.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double meanB = b.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.size(); i++) {
            ab += (a.get(i) - meanA) * (b.get(i) - meanB);
            aa += (a.get(i) - meanA) * (a.get(i) - meanA);
            bb += (b.get(i) - meanB) * (b.get(i) - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
