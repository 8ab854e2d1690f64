package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Light;
import org.stipple.phantom.Skin;
import org.stipple.quantities.SkinType;

/// Test and retest of unchanged synthetic skin: where the smallest detectable change comes from.
class DetectionLimitTest {

    @Test
    void isWhatRepeatedPhotosOfUnchangedSkinDifferBy() {
        double squares = 0;
        int pairs = 0;
        for (double change : changes(20_261_120, 6)) {
            squares += change * change;
            pairs++;
        }
        assertThat(pairs).as("pairs that passed the gates").isGreaterThan(30);
        // The standard deviation of a difference is sqrt(2) SEM.
        double sdc95 = 1.96 * Math.sqrt(squares / pairs);
        assertThat(DetectionLimit.ERYTHEMA_INDEX)
                .as("recomputed: %s from %d pairs", sdc95, pairs)
                .isBetween(0.97 * sdc95, 1.1 * sdc95);
    }

    @Test
    void letsAtMostOneInTenPairsOfOtherSeedsSeemChanged() {
        List<Double> changes = changes(7, 4);
        long seemChanged = changes.stream()
                .filter(change -> Math.abs(change) > DetectionLimit.ERYTHEMA_INDEX)
                .count();
        assertThat(changes.size()).isGreaterThan(18);
        assertThat(seemChanged).isLessThanOrEqualTo(changes.size() / 10);
    }

    private static List<Double> changes(long seed, int pairsOfAType) {
        var random = new Random(seed);
        var changes = new ArrayList<Double>();
        for (SkinType type : SkinType.values()) {
            for (int pair = 0; pair < pairsOfAType; pair++) {
                var skin = Skin.plain(type, random.nextLong()).withHaemoglobin(0.6 + 1.2 * random.nextDouble());
                var before = Shots.jpeg(skin, retake(random));
                var after = Shots.jpeg(skin, retake(random));
                if (Shots.erythema(Shots.redness(before, after)) instanceof Reading.Compared compared) {
                    changes.add(compared.change());
                }
            }
        }
        return changes;
    }

    /// One more photo by somebody careful with a fixed camera. The spreads are design: exposure 0.1 stop,
    /// white balance 1 %, light 2 degrees, place 12 pixels, turn 0.7 degrees, focus 0.7 to 1.1 pixels.
    private static Capture retake(Random random) {
        var light = Light.CAREFUL
                .atStops(0.1 * random.nextGaussian())
                .balanced(1 + 0.01 * random.nextGaussian(), 1 + 0.01 * random.nextGaussian())
                .from(-120 + 2 * random.nextGaussian(), 55 + 2 * random.nextGaussian());
        return Capture.careful(random.nextLong())
                .in(light)
                .moved(12 * random.nextGaussian(), 12 * random.nextGaussian(), 0.7 * random.nextGaussian())
                .blurred(0.7 + 0.4 * random.nextDouble());
    }
}
