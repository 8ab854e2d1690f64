package org.stipple.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

class PhantomTest {

    private static final Frame FRAME = new Frame(160, 90, Length.ofMillimetres(0.1));

    @Test
    void makesTheSamePixelsFromTheSameSeedAndOthersFromAnother() {
        var skin = Skin.plain(SkinType.III, 4);
        int[] first =
                Phantom.photograph(skin, Capture.careful(1), FRAME).photo().rgb();
        assertThat(Phantom.photograph(skin, Capture.careful(1), FRAME).photo().rgb())
                .isEqualTo(first);
        assertThat(Phantom.photograph(skin, Capture.careful(2), FRAME).photo().rgb())
                .isNotEqualTo(first);
        assertThat(Phantom.photograph(Skin.plain(SkinType.III, 5), Capture.careful(1), FRAME)
                        .photo()
                        .rgb())
                .isNotEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(SkinType.class)
    void hasTheTypologyAngleOfItsType(SkinType type) {
        var truth = Phantom.photograph(Skin.plain(type, 4), Capture.careful(1), FRAME)
                .truth();
        assertThat(truth.itaDegrees()).isCloseTo(Skin.itaDegrees(type), within(2.5));
    }

    /// Published: ITA of sRGB (195, 149, 130): L* 65.2, b* 16.6 by the formulas of CIE 15, so 42.5 degrees.
    @Test
    void computesTheTypologyAngleOfAKnownColour() {
        assertThat(SkinColour.ita(linear(195), linear(149), linear(130))).isCloseTo(42.5, within(0.5));
    }

    @Test
    void changesTheMeanBloodByTheFactorThatWasAskedFor() {
        var skin =
                Skin.plain(SkinType.IV, 4).withRedness(List.of(new RednessBlob(-3, 1, Length.ofMillimetres(1.5), 1)));
        var before = Phantom.photograph(skin, Capture.careful(1), FRAME).truth();
        var after = Phantom.photograph(skin.withHaemoglobin(0.8), Capture.careful(2), FRAME)
                .truth();
        assertThat(after.meanHaemoglobin() / before.meanHaemoglobin()).isCloseTo(0.8, within(1e-6));
        var left = Mask.rectangle(FRAME, 0, 0, 80, 90);
        var right = Mask.rectangle(FRAME, 80, 0, 160, 90);
        assertThat(before.meanHaemoglobin(left)).isGreaterThan(before.meanHaemoglobin(right) * 1.1);
    }

    @Test
    void showsWhereRednessWrinklesAndPoresAre() {
        var skin = Skin.plain(SkinType.II, 4)
                .withRedness(List.of(new RednessBlob(-4, 2, Length.ofMillimetres(1), 1)))
                .withWrinkles(List.of(new Wrinkle(2, -3, 6, -3, Length.ofMillimetres(0.1), Length.ofMillimetres(0.6))))
                .withPores(50);
        var truth = Phantom.photograph(skin, Capture.careful(1), FRAME).truth();
        // 4 mm left of the middle and 2 mm below it, at 0.1 mm a pixel.
        assertThat(truth.redness().contains(40, 65)).isTrue();
        assertThat(truth.redness().contains(120, 65)).isFalse();
        assertThat(truth.wrinkles().contains(120, 15)).isTrue();
        assertThat(truth.wrinkles().contains(40, 15)).isFalse();
        // 50 pores of 0.2 mm radius on each of 1.44 cm2 are 6.3 % of the area.
        assertThat(truth.pores().count() / (160.0 * 90)).isCloseTo(0.063, within(0.01));
    }

    @Test
    void hasTheReliefThatWasAskedFor() {
        var heights = new MicroRelief(Skin.plain(SkinType.I, 9).withRelief(Length.ofMillimetres(0.03)));
        double sum = 0;
        double squares = 0;
        int n = 40_000;
        for (int i = 0; i < n; i++) {
            double height = heights.at(0.53 * (i % 200), 0.47 * (i / 200));
            sum += height;
            squares += height * height;
        }
        assertThat(Math.sqrt(squares / n - sum * sum / n / n)).isCloseTo(0.03, within(0.002));
    }

    @Test
    void carriesPlacesBetweenSkinAndPhotoBothWays() {
        var pose = new Pose(13, -7, 4, 1.1);
        double[] skin = pose.skinAt(FRAME, 31.5, 70);
        double[] pixel = pose.pixelAt(FRAME, skin[0], skin[1]);
        assertThat(pixel[0]).isCloseTo(31.5, within(1e-9));
        assertThat(pixel[1]).isCloseTo(70, within(1e-9));
    }

    @Test
    void movesTheSkinToTheRightAndDownInTheFrame() {
        var skin = Skin.plain(SkinType.II, 4).withRedness(List.of(new RednessBlob(0, 0, Length.ofMillimetres(0.8), 2)));
        var truth = Phantom.photograph(skin, Capture.careful(1).moved(30, 20, 0), FRAME)
                .truth();
        assertThat(truth.redness().contains(110, 65)).isTrue();
        assertThat(truth.redness().contains(50, 25)).isFalse();
    }

    @Test
    void overexposesWhenAskedTo() {
        int[] rgb = Phantom.photograph(
                        Skin.plain(SkinType.I, 4), Capture.careful(1).in(Light.CAREFUL.atStops(2)), FRAME)
                .photo()
                .rgb();
        assertThat(rgb[80 + 45 * 160] >> 16 & 0xFF).isEqualTo(255);
    }

    @Test
    void writesFilesThatOthersCanRead() throws IOException {
        var photo = Phantom.photograph(Skin.plain(SkinType.V, 4), Capture.careful(1), FRAME)
                .photo();
        var png = ImageIO.read(new ByteArrayInputStream(photo.png()));
        assertThat(png.getWidth()).isEqualTo(160);
        assertThat(png.getHeight()).isEqualTo(90);
        assertThat(png.getRGB(7, 80) & 0xFFFFFF).isEqualTo(photo.rgb()[80 * 160 + 7]);
        assertThat(photo.jpeg(Fraction.ofValue(0.5))).hasSizeLessThan(photo.jpeg(Fraction.ofValue(0.95)).length);
    }

    @Test
    void refusesAnImpossibleSkin() {
        assertThatThrownBy(() -> Skin.plain(SkinType.I, 1).withHaemoglobin(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Capture.careful(1).blurred(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Frame(0, 5, Length.ofMillimetres(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasTwelveScenesForTheDemoClinicWithKnownChange() {
        assertThat(DemoScene.all()).hasSize(12).extracting(DemoScene::name).doesNotHaveDuplicates();
        assertThat(DemoScene.all().get(1).name()).isEqualTo("skin-type-2-month-1");
        var before = DemoScene.all().get(0).skin();
        var after = DemoScene.all().get(2).skin();
        assertThat(after.haemoglobin() / before.haemoglobin())
                .isCloseTo(DemoScene.Visit.MONTH_3.haemoglobinLeft().value(), within(1e-9));
        assertThat(after.relief().millimetres() / before.relief().millimetres())
                .isCloseTo(DemoScene.Visit.MONTH_3.reliefLeft().value(), within(1e-9));
    }

    private static double linear(int value) {
        return Math.pow((value / 255.0 + 0.055) / 1.055, 2.4);
    }
}
