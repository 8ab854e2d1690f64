package org.stipple.imaging.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stipple.imaging.raster.SrgbLight;

class SkinFieldTest {

    private static final int WIDTH = 61;
    private static final int HEIGHT = 47;
    private static final float[] LIGHT = SrgbLight.table();

    private final int[] rgb = rgb();

    private static int[] rgb() {
        var random = new Random(8);
        return random.ints(WIDTH * HEIGHT)
                .map(bits -> random.nextInt(200) == 0 ? 0xFFC0A0 : bits & 0x7F7F7F)
                .toArray();
    }

    private SkinPixels pixels() {
        return new SkinPixels(
                rgb, WIDTH, HEIGHT, 3, 2, 60, 45, y -> y % 7 == 0 ? new int[0] : new int[] {9, 30, 31, 55});
    }

    /// Each pixel on its own: the mean of its square, half of it in the zone, a full channel anywhere.
    @Test
    void isTheMeanOfItsSquareHoweverItWasMade() {
        for (int factor : new int[] {1, 2, 3, 4, 8}) {
            assertIsMean(pixels().field(factor), factor);
        }
        var shared = pixels();
        for (int factor : new int[] {1, 2, 4, 8}) {
            assertIsMean(shared.field(factor), factor);
        }
    }

    private void assertIsMean(SkinField field, int factor) {
        assertThat(field.width()).isEqualTo(57 / factor);
        assertThat(field.height()).isEqualTo(43 / factor);
        float[] redLessBlue = field.logRedLessBlue(0.003f).values();
        float[] luminance = field.luminance().values();
        for (int at = 0; at < field.width() * field.height(); at++) {
            var sum = new double[3];
            int inside = 0;
            boolean full = false;
            for (int i = 0; i < factor * factor; i++) {
                int x = 3 + at % field.width() * factor + i % factor;
                int y = 2 + at / field.width() * factor + i / factor;
                for (int channel = 0; channel < 3; channel++) {
                    int value = rgb[y * WIDTH + x] >> (16 - 8 * channel) & 0xFF;
                    sum[channel] += LIGHT[value] / (factor * factor);
                    full |= value >= SkinPixels.FULL;
                }
                inside += y % 7 != 0 && (x >= 9 && x < 30 || x >= 31 && x < 55) ? 1 : 0;
            }
            assertThat((double) field.red().values()[at]).isCloseTo(sum[0], within(1e-6));
            assertThat((double) field.green().values()[at]).isCloseTo(sum[1], within(1e-6));
            assertThat((double) field.blue().values()[at]).isCloseTo(sum[2], within(1e-6));
            assertThat((double) redLessBlue[at]).isCloseTo(Math.log(Math.max(0.003, sum[0] - sum[2])), within(1e-3));
            assertThat((double) luminance[at])
                    .isCloseTo(0.2126 * sum[0] + 0.7152 * sum[1] + 0.0722 * sum[2], within(1e-6));
            assertThat(field.isSkin(at)).isEqualTo(2 * inside >= factor * factor);
            assertThat(field.isFull(at)).isEqualTo(full);
            assertThat(field.seen()[at]).isEqualTo(field.isSkin(at) && !full);
        }
    }
}
