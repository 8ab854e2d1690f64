package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Skin;
import org.stipple.phantom.Wrinkle;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// Where in a photo things were found: one deep groove across the light and pores.
class MaskedMeasurementTest {

    private static final Skin GROOVED = Skin.plain(SkinType.III, 14)
            .withWrinkles(List.of(new Wrinkle(-7, 5, 8, -4, Length.ofMillimetres(0.15), Length.ofMillimetres(0.5))));

    @Test
    void marksTheMiddleLineOfAGroove() {
        var answer = MaskedMeasurement.of(Shots.jpeg(GROOVED, Capture.careful(1)), Shots.PATCH);
        SkinMask mask = answer.mask(SkinMask.Of.BASELINE, Finding.WRINKLES).orElseThrow();
        assertThat(mask.fileName()).isEqualTo("baseline-wrinkles.png");
        var density = answer.measurement().zones().getFirst().readings().get(Metric.WRINKLE_DENSITY.ordinal());
        double cm2 = 2.4 * 1.8;
        assertThat(density)
                .isInstanceOfSatisfying(
                        Reading.Measured.class,
                        reading -> assertThat(reading.before() * cm2)
                                .as("17.5 mm of groove")
                                .isBetween(15.0, 20.0));
        int near = 0;
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                near += mask.contains(x, y) && distance((x - 239.5) * 0.05, (y - 179.5) * 0.05) <= 0.3 ? 1 : 0;
            }
        }
        assertThat(near).isGreaterThan(mask.count() * 8 / 10);
    }

    @Test
    void writesWhiteOnBlackInTheSizeOfThePhoto() throws IOException {
        var answer = MaskedMeasurement.of(Shots.jpeg(GROOVED, Capture.careful(1)), Shots.PATCH);
        assertThat(answer.masks())
                .extracting(SkinMask::fileName)
                .containsExactly(
                        "baseline-wrinkles.png",
                        "baseline-pores.png",
                        "baseline-spots.png",
                        "baseline-stretch-marks.png",
                        "baseline-shine.png");
        for (SkinMask mask : answer.masks()) {
            var image = ImageIO.read(new ByteArrayInputStream(mask.png()));
            assertThat(image.getWidth()).isEqualTo(480);
            assertThat(image.getHeight()).isEqualTo(360);
            assertThat(image.getColorModel().getPixelSize()).isEqualTo(8);
            int white = 0;
            for (int y = 0; y < 360; y++) {
                for (int x = 0; x < 480; x++) {
                    assertThat(image.getRGB(x, y) & 0xFFFFFF).isIn(0, 0xFFFFFF);
                    white += (image.getRGB(x, y) & 0xFF) == 0xFF ? 1 : 0;
                }
            }
            assertThat(white).isEqualTo(mask.count());
        }
    }

    @Test
    void marksWhatChangedInTheFrameOfTheBaseline() {
        var before = Shots.jpeg(GROOVED, Capture.careful(1));
        var moved = Capture.careful(2).moved(12, -8, 0.5);
        var same = MaskedMeasurement.of(before, Shots.jpeg(GROOVED, moved), Shots.PATCH);
        var gone = MaskedMeasurement.of(before, Shots.jpeg(GROOVED.withWrinkles(List.of()), moved), Shots.PATCH);
        int groove =
                gone.mask(SkinMask.Of.BASELINE, Finding.WRINKLES).orElseThrow().count();
        assertThat(groove).isGreaterThan(200);
        assertThat(gone.mask(SkinMask.Of.CHANGE, Finding.WRINKLES).orElseThrow().count())
                .isGreaterThan(groove * 8 / 10);
        assertThat(same.mask(SkinMask.Of.CHANGE, Finding.WRINKLES).orElseThrow().count())
                .isLessThan(groove / 4);
    }

    @Test
    void hasNoMaskOfWhatCouldNotBeLookedFor() {
        var blurred =
                MaskedMeasurement.of(Shots.jpeg(GROOVED, Capture.careful(1).blurred(6)), Shots.PATCH);
        assertThat(blurred.masks()).isEmpty();
    }

    @Test
    void refusesFineLinesAndPoresWhereAPixelSeesTooMuch() {
        var coarse = new PhotoSetting(View.PATCH, List.of(), new Scale.Known(Length.ofMillimetres(0.061), "given"));
        var zone = Measurement.of(Shots.jpeg(GROOVED, Capture.careful(1)), coarse)
                .zones()
                .getFirst();
        for (Metric metric :
                List.of(Metric.WRINKLE_DENSITY, Metric.WRINKLE_WIDTH, Metric.PORE_DENSITY, Metric.PORE_AREA)) {
            assertThat(zone.readings().get(metric.ordinal()))
                    .isInstanceOfSatisfying(
                            Reading.NotMeasurable.class,
                            refused -> assertThat(refused.why()).contains("0.06"));
        }
        assertThat(zone.readings().get(Metric.ROUGHNESS.ordinal())).isInstanceOf(Reading.Measured.class);
    }

    @Test
    void readsNoPigmentWhileTheSkinIsRedder() {
        var before = Shots.jpeg(Skin.plain(SkinType.III, 8), Capture.careful(1));
        var redder = Shots.jpeg(Skin.plain(SkinType.III, 8).withHaemoglobin(1.5), Capture.careful(2));
        var zone = Measurement.of(before, redder, Shots.PATCH).zones().getFirst();
        for (Metric metric : List.of(Metric.SPOT_AREA, Metric.MELANIN_INDEX, Metric.ITA)) {
            assertThat(zone.readings().get(metric.ordinal()))
                    .isInstanceOfSatisfying(
                            Reading.NotMeasurable.class,
                            refused -> assertThat(refused.why()).contains("redder"));
        }
    }

    private static double distance(double x, double y) {
        double t = Math.clamp(((x + 7) * 15 + (y - 5) * -9) / (15 * 15 + 9 * 9.0), 0, 1);
        return Math.hypot(x + 7 - 15 * t, y - 5 + 9 * t);
    }
}
