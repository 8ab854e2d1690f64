package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stipple.phantom.Capture;
import org.stipple.phantom.ColourCard;
import org.stipple.phantom.Frame;
import org.stipple.phantom.Invention;
import org.stipple.phantom.Light;
import org.stipple.phantom.Marker;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.RenderedPhoto;
import org.stipple.phantom.Skin;
import org.stipple.phantom.Tag;
import org.stipple.phantom.Wrinkle;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// Two photos of unchanged skin that were not taken alike: what is refused then, and what is read all the same.
class LikenessTest {

    private static final Frame FRAME = new Frame(720, 560, Length.ofMillimetres(0.05));
    private static final Skin SKIN = Invention.within(FRAME, 41).person(Skin.itaDegrees(SkinType.III));
    private static final Capture FIRST = Capture.careful(1);
    private static final Capture AGAIN = Capture.careful(2).moved(7, -4, 0.4);
    private static final Photo BASELINE = jpeg(SKIN, FIRST, 0.95);

    private static final Set<Metric> RELIEF =
            Set.of(Metric.PORE_DENSITY, Metric.PORE_AREA, Metric.ROUGHNESS, Metric.WRINKLE_DENSITY);

    private static Photo jpeg(Skin skin, Capture capture, double quality) {
        RenderedPhoto rendered = Phantom.photograph(skin, capture, FRAME).photo();
        return Photo.decode(rendered.jpeg(Fraction.ofValue(quality)));
    }

    private static List<Reading> compared(Photo after, Set<Metric> asked) {
        return compared(BASELINE, after, asked);
    }

    private static List<Reading> compared(Photo before, Photo after, Set<Metric> asked) {
        return Measurement.of(before, Optional.of(after), Shots.PATCH, asked)
                .zones()
                .getFirst()
                .readings();
    }

    private static void refused(List<Reading> readings, String why) {
        assertThat(readings)
                .isNotEmpty()
                .allSatisfy(reading -> assertThat(reading)
                        .as(reading.metric().id())
                        .isInstanceOfSatisfying(
                                Reading.NotMeasurable.class,
                                it -> assertThat(it.why()).contains(why)));
    }

    private static void read(List<Reading> readings) {
        assertThat(readings)
                .isNotEmpty()
                .allSatisfy(
                        reading -> assertThat(reading).as(reading.metric().id()).isInstanceOf(Reading.Compared.class));
    }

    @Test
    void takenAlikeEverythingIsRead() {
        read(compared(jpeg(SKIN, AGAIN, 0.95), RELIEF));
    }

    @Test
    void aPhotoAndItsCopyDifferInNothing() {
        var shining = SKIN.withShine(0.6);
        Photo photo = jpeg(shining, FIRST, 0.95);
        for (Reading reading : compared(photo, photo, Set.of(Metric.values()))) {
            if (reading instanceof Reading.Compared found) {
                assertThat(found.after())
                        .as(found.metric().id())
                        .isCloseTo(found.before(), within(1e-6 * found.before()));
            }
        }
    }

    @Test
    void anotherFocusHidesReliefAndLeavesColour() {
        Photo soft = jpeg(SKIN, AGAIN.blurred(1.6), 0.95);
        refused(compared(soft, Set.of(Metric.PORE_DENSITY, Metric.PORE_AREA, Metric.ROUGHNESS)), "another focus");
        read(compared(soft, Set.of(Metric.ERYTHEMA_INDEX)));
    }

    @Test
    void aDeepGrooveThatIsGoneIsNoOtherFocus() {
        var groove = new Wrinkle(-7, 5, 8, -4, Length.ofMillimetres(0.15), Length.ofMillimetres(0.5));
        var smooth = Skin.plain(SkinType.III, 14);
        Photo before = jpeg(smooth.withWrinkles(List.of(groove)), FIRST, 0.95);
        read(compared(before, jpeg(smooth, AGAIN, 0.95), Set.of(Metric.WRINKLE_DENSITY)));
    }

    @Test
    void moreNoiseIsNoNewPores() {
        refused(compared(jpeg(SKIN, AGAIN.noisy(2.5), 0.95), RELIEF), "another noise or compression");
    }

    @Test
    void skinThatLeansIsNotFiner() {
        Photo leaning = jpeg(SKIN, AGAIN.leaning(15, 0), 0.95);
        refused(compared(leaning, RELIEF), "seen more obliquely");
        read(compared(leaning, Set.of(Metric.ERYTHEMA_INDEX)));
        read(compared(jpeg(SKIN, AGAIN.leaning(4, 0), 0.95), RELIEF));
    }

    @Test
    void lightFromLowerDownIsNotRougherSkin() {
        var low = Light.CAREFUL.from(Light.CAREFUL.azimuthDegrees(), Light.CAREFUL.elevationDegrees() - 25);
        refused(compared(jpeg(SKIN, AGAIN.in(low), 0.95), RELIEF), "the light");
    }

    @Test
    void anotherCompressionIsNoChangeOfPores() {
        Set<Metric> pores = Set.of(Metric.PORE_DENSITY, Metric.PORE_AREA);
        refused(compared(jpeg(SKIN, AGAIN, 0.85), pores), "compressed otherwise than the baseline");
        refused(compared(jpeg(SKIN, AGAIN, 0.8), pores), "compressed too much");
        read(compared(jpeg(SKIN, AGAIN, 0.95), pores));
    }

    @Test
    void anotherExposureIsNoPigmentWithoutACard() {
        var dim = Light.CAREFUL.atStops(Light.CAREFUL.stops() - 0.42);
        Photo darker = jpeg(SKIN, AGAIN.in(dim), 0.95);
        refused(compared(darker, Set.of(Metric.MELANIN_INDEX)), "without a colour card");
        read(compared(darker, Set.of(Metric.ERYTHEMA_INDEX)));
    }

    @Test
    void pigmentIsNotReadWhileEitherPhotoIsRedder() {
        Photo red = jpeg(SKIN.withHaemoglobin(1.9), FIRST, 0.95);
        refused(compared(red, jpeg(SKIN, AGAIN, 0.95), Set.of(Metric.MELANIN_INDEX)), "redder in the baseline");
        refused(compared(red, Set.of(Metric.MELANIN_INDEX)), "redder than in the baseline");
        refused(compared(red, Set.of(Metric.STRETCH_MARK_DENSITY)), "look like stretch marks");
    }

    @Test
    void aCardInThePhotoLeavesTheSkinBesideItToBeRead() {
        var card = new ColourCard(9, 3, 90, Length.ofMillimetres(2.4));
        Photo photo = jpeg(SKIN, FIRST.showing(List.of(card)), 0.95);
        var answer = Measurement.of(photo, Shots.PATCH);
        assertThat(answer.gates().stream().filter(gate -> !gate.passed()).map(gate -> gate.kind() + " " + gate.value()))
                .isEmpty();
        assertThat(answer.zones().getFirst().readings())
                .filteredOn(reading -> reading.metric() == Metric.ITA || reading.metric() == Metric.PORE_DENSITY)
                .hasSize(2)
                .allSatisfy(reading -> assertThat(reading).isInstanceOf(Reading.Measured.class));
    }

    @Test
    void aTagOnTheSkinIsNeitherWrinkleNorSpotNorShine() {
        List<Marker> tag = List.of(new Tag(3, 9, 5, 12, Length.ofMillimetres(8)));
        Photo tagged = jpeg(SKIN, FIRST.showing(tag), 0.95);
        Photo elsewhere = jpeg(SKIN, AGAIN.showing(List.of(new Tag(5, -9, -6, 70, Length.ofMillimetres(8)))), 0.95);
        var asked = Set.of(Metric.WRINKLE_DENSITY, Metric.SPOT_AREA, Metric.SHINE, Metric.PORE_DENSITY);
        for (Photo later : List.of(elsewhere, jpeg(SKIN, AGAIN, 0.95))) {
            List<Reading> readings = compared(tagged, later, asked);
            read(readings);
            assertThat(readings)
                    .allSatisfy(reading -> assertThat(reading)
                            .isInstanceOfSatisfying(
                                    Reading.Compared.class,
                                    it -> assertThat(it.verdict()).isEqualTo(Verdict.NO_DETECTABLE_CHANGE)));
        }
        var masked = MaskedMeasurement.of(tagged, elsewhere, Shots.PATCH);
        int left = (int) (360 + 9 / 0.05 - 4 / 0.05);
        int top = (int) (280 + 5 / 0.05 - 4 / 0.05);
        for (Finding finding : Finding.values()) {
            masked.mask(SkinMask.Of.BASELINE, finding).ifPresent(mask -> {
                for (int y = top; y < top + 160; y++) {
                    for (int x = left; x < left + 160; x++) {
                        assertThat(mask.contains(x, y))
                                .as(finding + " on the tag")
                                .isFalse();
                    }
                }
            });
        }
    }

    @Test
    void whatIsKeptOfAPhotoIsCompressedAsItWas() {
        for (double quality : new double[] {0.95, 0.8}) {
            Photo photo = jpeg(SKIN, FIRST, quality);
            Photo kept = Photo.decode(photo.stripped());
            assertThat(kept.jpegTables()).isEqualTo(photo.jpegTables()).hasSize(128);
            assertThat(kept.rounding()).isEqualTo(photo.rounding());
            double off = 0;
            for (int i = 0; i < photo.pixels().length; i++) {
                off += Math.abs((photo.pixels()[i] >> 8 & 0xFF) - (kept.pixels()[i] >> 8 & 0xFF));
            }
            assertThat(off / photo.pixels().length)
                    .as("mean difference of a pixel")
                    .isLessThan(0.5);
        }
    }
}
