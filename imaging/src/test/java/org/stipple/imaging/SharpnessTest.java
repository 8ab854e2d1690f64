package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.RenderedPhoto;
import org.stipple.phantom.Skin;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.SkinType;

class SharpnessTest {

    @Test
    void isWhatTheSlowReferenceSays() {
        var photo = Shots.jpeg(Skin.plain(SkinType.IV, 2), Capture.careful(2));
        var outline =
                new Outline(List.of(new Place(10, 40), new Place(470, 5), new Place(430, 350), new Place(200, 300)));
        var region = Region.of(outline, photo.width(), photo.height());
        assertThat(Sharpness.of(photo, region)).isCloseTo(reference(photo, region), within(1e-4));
    }

    @ParameterizedTest
    @EnumSource(SkinType.class)
    void tellsBlurFromSharpnessDespiteNoiseAndStrongCompression(SkinType type) {
        for (double blur : new double[] {0.7, 1.5, 4, 7}) {
            var rendered = Phantom.photograph(
                            Skin.plain(type, 5), Capture.careful(1).blurred(blur), Shots.SMALL)
                    .photo();
            for (double quality : new double[] {0.6, 0.95}) {
                assertThat(of(rendered, quality) > Sharpness.LIMIT)
                        .as("blur %s, quality %s", blur, quality)
                        .isEqualTo(blur < 2);
            }
        }
    }

    @Test
    void isNothingWhereNothingChanges() {
        var photo = new Photo(64, 32, new int[64 * 32], PhotoFormat.PNG);
        assertThat(Sharpness.of(photo, Region.of(Outline.whole(photo), 64, 32))).isZero();
    }

    private static double of(RenderedPhoto rendered, double quality) {
        var photo = Photo.decode(rendered.jpeg(Fraction.ofValue(quality)));
        return Sharpness.of(photo, Region.of(Outline.whole(photo), photo.width(), photo.height()));
    }

    /// The definition, square by square.
    private static double reference(Photo photo, Region region) {
        double product = 0;
        double square = 0;
        for (int y = 8; y <= photo.height() - 8; y += 2) {
            for (int x = 8; x <= photo.width() - 8; x += 2) {
                if (region.contains(x, y)) {
                    double fineX = mean(photo, x, y - 2, 4) - mean(photo, x - 4, y - 2, 4);
                    double fineY = mean(photo, x - 2, y, 4) - mean(photo, x - 2, y - 4, 4);
                    double coarseX = mean(photo, x, y - 4, 8) - mean(photo, x - 8, y - 4, 8);
                    double coarseY = mean(photo, x - 4, y, 8) - mean(photo, x - 4, y - 8, 8);
                    product += fineX * coarseX + fineY * coarseY;
                    square += coarseX * coarseX + coarseY * coarseY;
                }
            }
        }
        return product / square;
    }

    private static double mean(Photo photo, int left, int top, int side) {
        double sum = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                sum += Math.log(LinearLight.luminance(photo.rgbAt(x, y)) + 1e-3);
            }
        }
        return sum / (side * side);
    }
}
