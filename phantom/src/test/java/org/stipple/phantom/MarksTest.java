package org.stipple.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

class MarksTest {

    private static final Frame FRAME = new Frame(400, 240, mm(0.05));

    @ParameterizedTest
    @EnumSource(Wrinkle.Profile.class)
    void aWrinkleIsAsWideAsItSaysAtHalfItsDepth(Wrinkle.Profile profile) {
        var wrinkle = new Wrinkle(Curve.straight(0, 0, 9, 0), mm(0.1), mm(0.6), profile);
        assertThat(wrinkle.share(0)).isEqualTo(1);
        assertThat(wrinkle.share(0.3)).isCloseTo(0.5, within(1e-12));
        assertThat(wrinkle.share(wrinkle.reach())).isLessThan(0.001);
    }

    @ParameterizedTest
    @EnumSource(Scar.Form.class)
    void aScarIsAsWideAsItSaysAtHalfItsDepth(Scar.Form form) {
        var scar = new Scar(0, 0, mm(3), mm(0.2), form);
        assertThat(scar.share(0)).isEqualTo(1);
        assertThat(scar.share(1.5)).isCloseTo(0.5, within(1e-12));
        assertThat(scar.share(scar.reach())).isLessThan(0.04);
    }

    @Test
    void aStraightWrinkleHasItsLineWhereItLies() {
        // 12 mm long, tapering over 2 mm at each end: 10 mm are at least half as deep as it gets.
        var skin = Skin.plain(SkinType.III, 1)
                .withWrinkles(List.of(new Wrinkle(Curve.straight(-7, 2, 5, 2), mm(0.1), mm(0.4), Wrinkle.Profile.V)));
        var truth = Phantom.photograph(skin, Capture.careful(1), FRAME).truth();
        assertThat(truth.wrinklePaths().getFirst().length().millimetres()).isCloseTo(10, within(1e-9));
        // 2 mm below the middle is 40 px; -6 to 4 mm are columns 80 to 280.
        assertThat(truth.wrinkleLines().count()).isBetween(200, 201);
        assertThat(truth.wrinkleLines().contains(80, 160)).isTrue();
        assertThat(truth.wrinkleLines().contains(279, 160)).isTrue();
        assertThat(truth.wrinkleLines().contains(150, 161)).isFalse();
        // 0.4 mm are 8 px at half depth.
        assertThat(truth.wrinkles().count() / 200.0).isBetween(7.5, 9.0);
    }

    @Test
    void aCurveIsAsLongAsAskedAndCanBeCut() {
        var curve = Curve.wandering(new SkinPoint(1, 2), 30, mm(17), 40, 5);
        assertThat(curve.length().millimetres()).isCloseTo(17, within(1e-9));
        assertThat(curve.between(3, 13.1).length().millimetres()).isCloseTo(10.1, within(1e-9));
    }

    @Test
    void aDeeperWrinkleIsDarker() {
        double before = 256;
        for (double depth : new double[] {0.02, 0.08, 0.15, 0.3}) {
            var wrinkle = new Wrinkle(Curve.straight(-8, 0, 8, 0), mm(depth), mm(0.6), Wrinkle.Profile.V);
            var skin = Skin.plain(SkinType.III, 1).withRelief(mm(0)).withWrinkles(List.of(wrinkle));
            int[] rgb = Phantom.photograph(skin, Capture.careful(1).noisy(0), FRAME)
                    .photo()
                    .rgb();
            double green = 0;
            for (int i = 0; i < 1200; i++) {
                green += (rgb[(114 + i / 100) * 400 + 150 + i % 100] >> 8 & 0xFF) / 1200.0;
            }
            assertThat(green).isLessThan(before - 1);
            before = green;
        }
    }

    @Test
    void poresAreAsManyAndAsWideAsTheirListSays() {
        var skin = Skin.plain(SkinType.II, 6).withPores(Pores.varied(80));
        var truth = Phantom.photograph(skin, Capture.careful(1), FRAME).truth();
        var pores = truth.poreList();
        // 20 mm x 12 mm are 2.4 cm2.
        assertThat(pores.size() / 2.4).isCloseTo(80, within(16.0));
        double area = pores.stream()
                .mapToDouble(pore -> Math.PI / 4 * Math.pow(pore.diameter().millimetres(), 2))
                .sum();
        assertThat(truth.pores().count() * 0.05 * 0.05).isCloseTo(area, within(0.08 * area));
        for (SkinPore pore : pores) {
            double[] pixel = truth.pixelAt(pore.middle());
            if (pore.diameter().millimetres() > 0.15) {
                assertThat(truth.pores().contains((int) pixel[0], (int) pixel[1]))
                        .isTrue();
            }
        }
    }

    @Test
    void aSpotIsDarkerAndBrownerAndAboutAsLargeAsItsRadiusSays() {
        var skin = Skin.plain(SkinType.III, 6).with(Spot.class, List.of(new Spot(-3, 1, mm(2), 0.12, 9)));
        var truth = Phantom.photograph(skin, Capture.careful(1), FRAME).truth();
        assertThat(truth.spots().count() * 0.05 * 0.05).isCloseTo(Math.PI * 4, within(0.12 * Math.PI * 4));
        assertThat(truth.meanMelanin(truth.spots()) - truth.meanMelanin(right()))
                .isCloseTo(0.105, within(0.02));
        assertThat(truth.itaDegrees(truth.spots())).isLessThan(truth.itaDegrees(right()) - 20);
    }

    @ParameterizedTest
    @EnumSource(StretchMark.Stage.class)
    void aStretchMarkIsRedWhenYoungAndPaleWhenOld(StretchMark.Stage stage) {
        var mark = new StretchMark(Curve.straight(-3, -6, -2, 6), mm(3), stage, 1, mm(0.05));
        var skin = Skin.plain(SkinType.IV, 6).with(StretchMark.class, List.of(mark));
        var truth = Phantom.photograph(skin, Capture.careful(1), FRAME).truth();
        var inside = truth.stretchMarks();
        switch (stage) {
            case RED -> assertThat(truth.meanHaemoglobin(inside)).isGreaterThan(1.3 * truth.meanHaemoglobin(right()));
            case WHITE -> assertThat(truth.itaDegrees(inside)).isGreaterThan(truth.itaDegrees(right()) + 10);
        }
        assertThat(truth.stretchMarkPaths().getFirst().length().millimetres()).isCloseTo(10.04, within(0.01));
        assertThat(truth.stretchMarkLines().count()).isBetween(195, 225);
    }

    @Test
    void oilShinesAndDrySkinDoesNot() {
        var dry = Skin.plain(SkinType.V, 6).withShine(0);
        var oily = dry.with(OilyPatch.class, List.of(new OilyPatch(-4, -1, mm(2), 1)));
        assertThat(Phantom.photograph(dry, Capture.careful(1), FRAME)
                        .truth()
                        .shine(0.02)
                        .count())
                .isZero();
        var truth = Phantom.photograph(oily, Capture.careful(1), FRAME).truth();
        assertThat(truth.shine(0.02).count()).isGreaterThan(1000);
        assertThat(truth.shine(0.05).count()).isLessThan(truth.shine(0.02).count());
        for (int i = truth.shine(0.02).next(0); i >= 0; i = truth.shine(0.02).next(i + 1)) {
            assertThat(i % 400).isLessThan(300);
        }
    }

    @Test
    void hairCoversSkinAndDoesNotCountForItsColour() {
        var bare = Skin.plain(SkinType.I, 6);
        var hair = new Hair(Curve.straight(-9, 0, 9, 1), mm(0.1), 0.9);
        var truth = Phantom.photograph(bare.with(Hair.class, List.of(hair)), Capture.careful(1), FRAME)
                .truth();
        assertThat(truth.hair().count()).isBetween(360, 1100);
        assertThat(truth.itaDegrees())
                .isCloseTo(
                        Phantom.photograph(bare, Capture.careful(1), FRAME)
                                .truth()
                                .itaDegrees(),
                        within(0.1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-30, -15, 0, 15, 30, 45, 60})
    void skinHasAnyToneThatIsAskedFor(double ita) {
        var truth = Phantom.photograph(Skin.ofTone(ita, 4), Capture.careful(1), FRAME)
                .truth();
        assertThat(truth.itaDegrees()).isCloseTo(ita, within(2.5));
    }

    @Test
    void roughnessOfAWaveIsItsAmplitudeOverTheRootOfTwoTimesWhatTheFiltersLetThrough() {
        var heights = new short[400 * 240];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = Float.floatToFloat16((float) (0.1 * Math.sin(2 * Math.PI * (i % 400) * 0.05 / 1.25)));
        }
        // A Gaussian filter lets exp(-ln 2 (cut-off / wavelength)^2) through.
        double through =
                Math.exp(-Math.log(2) * Math.pow(0.3 / 1.25, 2)) - Math.exp(-Math.log(2) * Math.pow(3 / 1.25, 2));
        var zone = Mask.rectangle(FRAME, 0, 0, 400, 240);
        assertThat(Roughness.of(heights, 400, zone, 0.05).millimetres())
                .isCloseTo(0.1 / Math.sqrt(2) * through, within(0.001));
    }

    @Test
    void rougherSkinHasMoreRoughness() {
        var smooth = Phantom.photograph(Skin.plain(SkinType.I, 3).withRelief(mm(0.01)), Capture.careful(1), FRAME)
                .truth();
        var scarred = Skin.plain(SkinType.I, 3)
                .withRelief(mm(0.01))
                .with(Scar.class, Invention.within(FRAME, 3).scars(6, 0.2));
        var rough = Phantom.photograph(scarred, Capture.careful(1), FRAME).truth();
        assertThat(rough.roughness(rough.whole()).millimetres())
                .isGreaterThan(1.5 * smooth.roughness(smooth.whole()).millimetres());
    }

    @Test
    void thePersonOfASeedIsTheSameEachTimeAndAnotherOfAnother() {
        var first = Invention.within(FRAME, SeedRange.TUNING.seed(5)).person(20);
        assertThat(Invention.within(FRAME, SeedRange.TUNING.seed(5)).person(20)).isEqualTo(first);
        assertThat(Invention.within(FRAME, SeedRange.HELD_OUT.seed(5)).person(20))
                .isNotEqualTo(first);
    }

    @Test
    void tuningAndHeldOutSeedsAreApart() {
        assertThat(SeedRange.TUNING.seed(SeedRange.SIZE - 1)).isLessThan(SeedRange.HELD_OUT.seed(0));
        assertThatThrownBy(() -> SeedRange.TUNING.seed(SeedRange.SIZE)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Mask right() {
        return Mask.rectangle(FRAME, 280, 0, 400, 240);
    }

    private static Length mm(double value) {
        return Length.ofMillimetres(value);
    }
}
