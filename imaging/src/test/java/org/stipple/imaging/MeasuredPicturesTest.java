package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Skin;
import org.stipple.phantom.Wrinkle;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// What one looks at beside the readings.
class MeasuredPicturesTest {

    private static final Skin GROOVED = Skin.plain(SkinType.III, 14)
            .withWrinkles(List.of(new Wrinkle(-7, 5, 8, -4, Length.ofMillimetres(0.15), Length.ofMillimetres(0.5))));

    private static final Scale SCALE = new Scale.Known(Length.ofMillimetres(0.05), "given");

    /// Smooth blobs, so that what a JPEG takes away is not what is looked for.
    private static int tone(double x, double y) {
        int light = (int) (40 * Math.sin(x / 19) * Math.cos(y / 23) + 8 * Math.sin(y / 11));
        return (190 + light) << 16 | (140 + light) << 8 | (120 + light);
    }

    private static Photo photo(int width, int height, double shiftX, double shiftY, int lessRedLeftOf) {
        var rgb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = tone(x - shiftX, y - shiftY);
                // About 4 % less in sRGB is 2.2 log10(0.96) = 0.039 less, between two and five limits of 0.012.
                rgb[y * width + x] = x - shiftX < lessRedLeftOf ? pixel - ((pixel >> 16) / 25 << 16) : pixel;
            }
        }
        return Photo.ofPixels(width, height, rgb, "png");
    }

    /// An answer about two photos of which the later shows everything further right and down.
    private static MaskedMeasurement answer(Photo baseline, double shiftX, double shiftY) {
        var registered =
                new Registration.Registered(new Affine(1, 0, shiftX, 0, 1, shiftY), 0.1, 0.3, Fraction.ofValue(0));
        var outline = Outline.whole(baseline);
        var redness = new Reading.Compared(Metric.ERYTHEMA_INDEX, 0.2, 0.18, 0.012, Verdict.IMPROVED);
        return new MaskedMeasurement(
                new Measurement(
                        SCALE,
                        new ColourReference.None("no card"),
                        List.of(),
                        Optional.of(registered),
                        List.of(new ZoneReadings(
                                Zone.PATCH, Optional.empty(), Optional.of(outline), List.of(redness)))),
                List.of(),
                List.of(new Zone(Zone.PATCH, outline)));
    }

    private static int[] pixels(Picture picture) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(picture.file()));
        assertThat(image.getWidth()).isEqualTo(picture.width());
        assertThat(image.getHeight()).isEqualTo(picture.height());
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void theLaterPhotoLiesOnTheEarlierPlaceByPlace() throws IOException {
        Photo before = photo(500, 360, 0, 0, 0);
        Photo after = photo(520, 380, 13, 8, 0);
        var pictures = MeasuredPictures.of(before, Optional.of(after), answer(before, 13, 8));
        assertThat(pictures.after())
                .hasValueSatisfying(later -> assertThat(later.laid()).isTrue());
        int[] one = pixels(pictures.before());
        int[] other = pixels(pictures.after().orElseThrow().picture());
        assertThat(other).hasSameSizeAs(one);
        long off = 0;
        for (int i = 0; i < one.length; i++) {
            off += Math.abs((one[i] >> 8 & 0xFF) - (other[i] >> 8 & 0xFF));
        }
        assertThat(off / (double) one.length).as("of 256 steps of green").isLessThan(2);
    }

    @Test
    void skinThatTheLaterPhotoDoesNotShowIsGrey() throws IOException {
        Photo before = photo(500, 360, 0, 0, 0);
        Photo after = photo(500, 360, -60, 0, 0);
        var pictures = MeasuredPictures.of(before, Optional.of(after), answer(before, -60, 0));
        int[] laid = pixels(pictures.after().orElseThrow().picture());
        int unseen = laid[180 * 500 + 20];
        assertThat(Math.abs((unseen >> 16 & 0xFF) - (unseen & 0xFF)))
                .as("no colour")
                .isLessThan(4);
        int seen = laid[180 * 500 + 90];
        assertThat((seen >> 16 & 0xFF) - (seen & 0xFF)).as("skin").isGreaterThan(40);
    }

    @Test
    void photosThatDoNotFitAreShownAsTheyWereTaken() throws IOException {
        Photo before = photo(500, 360, 0, 0, 0);
        var answer = new MaskedMeasurement(
                new Measurement(
                        SCALE,
                        new ColourReference.None("no card"),
                        List.of(),
                        Optional.of(new Registration.NotRegistered("other skin")),
                        List.of()),
                List.of(),
                List.of());
        var pictures = MeasuredPictures.of(before, Optional.of(photo(400, 380, 0, 0, 0)), answer);
        assertThat(pictures.after().orElseThrow().laid()).isFalse();
        assertThat(pictures.after().orElseThrow().picture().width()).isEqualTo(400);
        assertThat(pictures.maps()).isEmpty();
    }

    @Test
    void whereSkinBecameLessRedIsDrawnAndWhereItDidNotIsNot() throws IOException {
        Photo before = photo(500, 360, 0, 0, 0);
        Photo after = photo(500, 360, 0, 0, 250);
        var pictures = MeasuredPictures.of(before, Optional.of(after), answer(before, 0, 0));
        ChangeMap map = pictures.maps().getFirst();
        assertThat(map.of()).isEqualTo(ChangeMap.Of.REDNESS);
        assertThat(map.metric()).isEqualTo(Metric.ERYTHEMA_INDEX);
        assertThat(map.shades()).extracting(ChangeMap.Shade::words).containsExactly("less red");
        assertThat(map.shades().getFirst().share().value()).isCloseTo(0.5, within(0.02));
        int[] overlay = pixels(map.overlay());
        assertThat(overlay[180 * 500 + 100] & 0xFFFFFF).isEqualTo(0x56B4E9);
        assertThat(overlay[180 * 500 + 400] >>> 24).as("transparent").isZero();
    }

    @Test
    void aGrooveThatIsGoneIsDrawnAsGoneAndOneThatStayedAsFoundInBoth() {
        var before = Shots.jpeg(GROOVED, Capture.careful(1));
        var moved = Capture.careful(2).moved(12, -8, 0.5);
        var same = Shots.jpeg(GROOVED, moved);
        var gone = Shots.jpeg(GROOVED.withWrinkles(List.of()), moved);
        assertThat(share(before, same, "found in both")).isGreaterThan(0.8);
        assertThat(share(before, gone, "no longer found")).isGreaterThan(0.8);
        assertThat(share(gone, before, "newly found")).isGreaterThan(0.8);
    }

    private static double share(Photo first, Photo second, String words) {
        var answer = MaskedMeasurement.of(first, second, Shots.PATCH);
        return MeasuredPictures.of(first, Optional.of(second), answer).maps().stream()
                .filter(map -> map.of() == ChangeMap.Of.WRINKLES)
                .flatMap(map -> map.shades().stream())
                .filter(shade -> shade.words().equals(words))
                .mapToDouble(shade -> shade.share().value())
                .sum();
    }

    @Test
    void onePhotoAloneShowsWhatWasFoundInIt() {
        var photo = Shots.jpeg(GROOVED, Capture.careful(1));
        var pictures = MeasuredPictures.of(photo, Optional.empty(), MaskedMeasurement.of(photo, Shots.PATCH));
        assertThat(pictures.after()).isEmpty();
        assertThat(pictures.maps())
                .anySatisfy(map -> assertThat(map.words()).isEqualTo("wrinkles: found 100 %"))
                .noneSatisfy(map -> assertThat(map.of()).isEqualTo(ChangeMap.Of.REDNESS));
    }

    /// Noise is what no file format makes small: the largest pair that there is.
    @Test
    void aPairOfTwentyFourMegapixelsStaysSmallInAReport() {
        var random = new Random(20261121);
        var rgb = new int[6000 * 4000];
        for (int i = 0; i < rgb.length; i++) {
            int noise = random.nextInt(60);
            rgb[i] = (170 + noise) << 16 | (120 + noise) << 8 | (90 + noise);
        }
        Photo photo = Photo.ofPixels(6000, 4000, rgb, "jpeg");
        var pictures = MeasuredPictures.of(photo, Optional.of(photo), answer(photo, 0, 0));
        assertThat(pictures.before().width()).isLessThanOrEqualTo(MeasuredPictures.LONG_SIDE);
        assertThat(pictures.after().orElseThrow().picture().width())
                .isEqualTo(pictures.before().width());
        long bytes = pictures.before().file().length
                + pictures.after().orElseThrow().picture().file().length
                + pictures.maps().stream()
                        .mapToLong(map -> map.overlay().file().length)
                        .sum();
        assertThat(bytes * 4 / 3).isLessThan(5_000_000);
    }

    @Test
    void nothingIsInTheFilesButPixels() {
        var photo = Shots.jpeg(GROOVED, Capture.careful(1));
        var pictures = MeasuredPictures.of(photo, Optional.empty(), MaskedMeasurement.of(photo, Shots.PATCH));
        byte[] jpeg = pictures.before().file();
        for (int i = 0; i + 1 < jpeg.length; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xDA) {
                break;
            }
            boolean marker = (jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xF0) == 0xE0;
            assertThat(marker && (jpeg[i + 1] & 0xFF) != 0xE0)
                    .as("a segment of metadata at " + i)
                    .isFalse();
        }
        for (ChangeMap map : pictures.maps()) {
            assertThat(chunks(map.overlay().file())).isSubsetOf("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
        }
    }

    private static List<String> chunks(byte[] png) {
        var chunks = new ArrayList<String>();
        var data = ByteBuffer.wrap(png);
        for (int at = 8; at < png.length; at += data.getInt(at) + 12) {
            chunks.add(new String(png, at + 4, 4, StandardCharsets.ISO_8859_1));
        }
        return chunks;
    }
}
