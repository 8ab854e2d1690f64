package org.stipple.imaging.skin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Curve;
import org.stipple.phantom.Hair;
import org.stipple.phantom.Invention;
import org.stipple.phantom.Light;
import org.stipple.phantom.Skin;
import org.stipple.phantom.Wrinkle;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// Wrinkles of invented people against their truth. The floors are what was reached, less a little: a change that
/// falls below them has made something worse.
class WrinklesTest {

    @ParameterizedTest
    @CsvSource({
        "I, 0.1, 0.9",
        "II, 0.1, 0.88",
        "III, 0.1, 0.9",
        "IV, 0.1, 0.9",
        "V, 0.1, 0.9",
        "VI, 0.1, 0.87",
        "I, 0.6, 0.88",
        "III, 0.6, 0.88",
        "VI, 0.6, 0.86"
    })
    void liesInTheMiddleOfWrinklesOnSkinOfEveryTone(SkinType type, double shine, double floor) {
        var skin = WrinkledSkin.person(type, 8000 + type.number()).withShine(shine);
        var photo = WrinkledSkin.photographed(skin, Capture.careful(3));
        assertThat(photo.f1()).as("F1 of centre lines at 0.3 mm").isGreaterThan(floor);
    }

    /// Both walls of such a groove are steep: one is black, the other as bright as the skin.
    @Test
    void findsTheMiddleOfASteepGrooveFromWhicheverSideTheLightComes() {
        var steep = new Wrinkle(
                Curve.straight(-9, 3, 9, -2),
                Length.ofMillimetres(0.25),
                Length.ofMillimetres(0.75),
                Wrinkle.Profile.U);
        var skin = Skin.plain(SkinType.I, 5).withPores(60).withWrinkles(List.of(steep));
        for (double azimuth : new double[] {-120, 60, 100}) {
            var photo = WrinkledSkin.photographed(skin, Capture.careful(1).in(Light.CAREFUL.from(azimuth, 55)));
            assertThat(photo.f1()).as("light from %s degrees", azimuth).isGreaterThan(0.85);
        }
    }

    @Test
    void takesFewHairsForWrinkles() {
        var skin = WrinkledSkin.person(SkinType.III, 8003);
        var hairy =
                skin.with(Hair.class, Invention.within(WrinkledSkin.FRAME, 77).hairs(8));
        double[] without = WrinkledSkin.photographed(skin, Capture.careful(3)).matching();
        double[] with = WrinkledSkin.photographed(hairy, Capture.careful(3)).matching();
        assertThat(with[1]).as("wrinkles found among hairs").isGreaterThan(without[1] - 0.1);
        assertThat(with[0]).as("precision among hairs").isGreaterThan(without[0] - 0.2);
    }

    /// Faint wrinkles on dark skin repeat less well: see the table of limits in the pages on readings.
    @Test
    void readsTheSameOnThreePhotosOfUnchangedSkin() {
        var skin = WrinkledSkin.person(SkinType.II, 8012);
        var random = new Random(8012);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 3; i++) {
            double density = WrinkledSkin.photographed(skin, again(random)).density();
            sum += density;
            squares += density * density;
        }
        double deviation = Math.sqrt(Math.max(0, squares - sum * sum / 3) / 2);
        assertThat(300 * deviation / sum).as("coefficient of variation, %").isLessThan(3.4);
    }

    /// The spreads are those of somebody careful with a fixed camera (design).
    private static Capture again(Random random) {
        var light = Light.CAREFUL
                .atStops(0.1 * random.nextGaussian())
                .balanced(1 + 0.01 * random.nextGaussian(), 1 + 0.01 * random.nextGaussian())
                .from(-120 + 2 * random.nextGaussian(), 55 + random.nextGaussian());
        return Capture.careful(random.nextLong())
                .in(light)
                .moved(12 * random.nextGaussian(), 12 * random.nextGaussian(), 0.7 * random.nextGaussian())
                .blurred(0.7 + 0.4 * random.nextDouble());
    }
}
