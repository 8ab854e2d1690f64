package org.stipple.clinic.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Sha256;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.Signer;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.photo.Uploads.Announced;
import org.stipple.clinic.photo.Uploads.Progress;
import org.stipple.imaging.UnusablePhoto;
import org.stipple.phantom.ColourCard;
import org.stipple.phantom.Frame;
import org.stipple.phantom.Invention;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.Skin;
import org.stipple.phantom.Tag;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;
import org.stipple.quantities.ZoneId;

/// Photos that come in parts, from browsers whose network ends now and then.
class UploadsTest {

    private static final int PART = 40_000;
    private static final Frame FRAME = new Frame(1000, 800, Length.ofMillimetres(0.05));
    private static final Skin SKIN = Invention.within(FRAME, 41).person(Skin.itaDegrees(SkinType.IV));
    private static final byte[] SHARP = jpeg(org.stipple.phantom.Capture.careful(1));
    private static final byte[] BLURRED =
            jpeg(org.stipple.phantom.Capture.careful(1).blurred(5));

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor actor;
    static Actor elsewhere;

    private static byte[] jpeg(org.stipple.phantom.Capture capture) {
        return Phantom.photograph(SKIN, capture, FRAME).photo().jpeg(Fraction.ofValue(0.95));
    }

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        actor = stipple.clinic("Uploads clinic", "uploads");
        elsewhere = stipple.clinic("Another clinic", "uploads-elsewhere");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static <T> T as(Actor who, Callable<T> work) {
        try {
            return Acting.as(who, work);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Uploads uploads() {
        return stipple.the(Uploads.class);
    }

    private static PatientId person(boolean agrees) {
        return as(actor, () -> {
            var person = new PatientId(UUID.randomUUID());
            stipple.the(Patients.class).register(person, Someone.bornIn(1992));
            var consents = stipple.the(Consents.class);
            if (agrees) {
                consents.give(
                        UUID.randomUUID(),
                        person,
                        Purpose.RECORD_PHOTOS,
                        consents.text(Purpose.RECORD_PHOTOS).sha256(),
                        Optional.empty(),
                        new Signer.ThePerson("Amara Okafor"));
            }
            return person;
        });
    }

    private static Taken taken(List<String> though) {
        return new Taken(
                Optional.empty(),
                Moment.VISIT,
                PhotoView.PATCH,
                Optional.of(ZoneId.BACK),
                LocalDate.of(2026, 11, 20),
                OptionalDouble.empty(),
                Taken.Way.GUIDED,
                List.of("Sharp: 0.91, at least 0.72"),
                though);
    }

    private static Announced announced(byte[] file) {
        return new Announced(taken(List.of()), file.length, Sha256.hex(file));
    }

    private static byte[] part(byte[] file, int from) {
        return Arrays.copyOfRange(file, from, Math.min(file.length, from + PART));
    }

    private static void sendAll(PatientId person, UUID upload, byte[] file) {
        for (int from = 0; from < file.length; from += PART) {
            assertThat(uploads().add(person, upload, from, part(file, from)).taken())
                    .isTrue();
        }
    }

    private static List<StoredPhoto> photos(PatientId person) {
        return as(actor, () -> stipple.the(Photos.class).of(person));
    }

    @Test
    void partsInOrderGiveThePhotoWithWhatWasFoundInIt() {
        PatientId person = person(true);
        var upload = UUID.randomUUID();
        StoredPhoto photo = as(actor, () -> {
            assertThat(uploads().announce(person, upload, announced(SHARP))).isEqualTo(new Progress.Coming(0));
            sendAll(person, upload, SHARP);
            return uploads().complete(person, upload, announced(SHARP));
        });
        assertThat(photo.id()).isEqualTo(upload);
        assertThat(photo.view()).isEqualTo(PhotoView.PATCH);
        var capture = photo.capture().orElseThrow();
        assertThat(capture.zone()).contains(ZoneId.BACK);
        assertThat(capture.ruler()).isEqualTo("No colour card and no tag found");
        assertThat(capture.missed()).isEmpty();
        assertThat(capture.met()).anyMatch(words -> words.startsWith("sharpness "));
        assertThat(photos(person)).extracting(StoredPhoto::id).containsExactly(upload);
    }

    @Test
    void cardAndTagAreSaid() {
        byte[] file = jpeg(org.stipple.phantom.Capture.careful(1)
                .showing(List.of(
                        new Tag(3, 17, 12, 10, Length.ofMillimetres(7)),
                        new ColourCard(-8, -8, 3, Length.ofMillimetres(3.4)))));
        PatientId person = person(true);
        StoredPhoto photo =
                as(actor, () -> stipple.the(Photos.class).store(UUID.randomUUID(), person, taken(List.of()), file));
        assertThat(photo.capture().orElseThrow().ruler()).isEqualTo("Colour card and 1 tag found");
    }

    @Test
    void aPhotoThatMissesAGateIsKeptWithTheMissAndWithWhatWasSeenBefore() {
        PatientId person = person(true);
        var upload = UUID.randomUUID();
        var told = new Announced(taken(List.of("Not sharp: 0.51, at least 0.72")), BLURRED.length, Sha256.hex(BLURRED));
        as(actor, () -> {
            uploads().announce(person, upload, told);
            sendAll(person, upload, BLURRED);
            return uploads().complete(person, upload, told);
        });
        var capture = photos(person).getFirst().capture().orElseThrow();
        assertThat(capture.missed())
                .singleElement()
                .asString()
                .startsWith("sharpness ")
                .endsWith("is needed");
        assertThat(capture.keptThough()).containsExactly("Not sharp: 0.51, at least 0.72");
    }

    @Test
    void halfAPhotoIsNoPhoto() {
        PatientId person = person(true);
        var upload = UUID.randomUUID();
        as(actor, () -> {
            uploads().announce(person, upload, announced(SHARP));
            uploads().add(person, upload, 0, part(SHARP, 0));
            assertThatThrownBy(() -> uploads().complete(person, upload, announced(SHARP)))
                    .hasMessageContaining("it is no photo yet");
            assertThat(uploads().at(person, upload)).isEqualTo(new Progress.Coming(PART));
            return null;
        });
        assertThat(photos(person)).isEmpty();
    }

    @Test
    void whatCameIsGoneOnWithFromWhereItEnded() {
        PatientId person = person(true);
        var upload = UUID.randomUUID();
        StoredPhoto photo = as(actor, () -> {
            uploads().announce(person, upload, announced(SHARP));
            uploads().add(person, upload, 0, part(SHARP, 0));
            // A part out of order says from where to go on.
            assertThat(uploads().add(person, upload, 2 * PART, part(SHARP, 2 * PART)))
                    .isEqualTo(new Uploads.Taking(false, PART));
            assertThat(uploads().announce(person, upload, announced(SHARP))).isEqualTo(new Progress.Coming(PART));
            sendAll(person, upload, SHARP);
            return uploads().complete(person, upload, announced(SHARP));
        });
        assertThat(photos(person)).extracting(StoredPhoto::id).containsExactly(photo.id());
    }

    @Test
    void fiftyCopiesHaveOneEffectAndOneLineInTheTrail() throws Exception {
        PatientId person = person(true);
        var upload = UUID.randomUUID();
        var all = new ArrayList<Future<UUID>>();
        try (var browsers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                all.add(browsers.submit(() -> as(actor, () -> {
                    if (uploads().announce(person, upload, announced(SHARP)) instanceof Progress.Coming) {
                        for (int from = 0; from < SHARP.length; from += PART) {
                            try {
                                uploads().add(person, upload, from, part(SHARP, from));
                            } catch (NoSuchPatient storedMeanwhile) {
                                break;
                            }
                        }
                    }
                    return uploads().complete(person, upload, announced(SHARP)).id();
                })));
            }
            for (Future<UUID> one : all) {
                assertThat(one.get()).isEqualTo(upload);
            }
        }
        assertThat(photos(person)).hasSize(1);
        assertThat(entries(person, "photo stored")).isEqualTo(1);
    }

    private static long entries(PatientId person, String what) {
        return as(
                actor,
                () -> Objects.requireNonNull(stipple.the(TransactionTemplate.class)
                        .execute(_ -> {
                            stipple.the(Patients.class).read(person, "trail");
                            return stipple.the(AuditTrail.class).about(person, 500).stream()
                                    .filter(entry -> entry.what().equals(what))
                                    .count();
                        })));
    }

    @Test
    void otherContentUnderTheSameIdentifierIsRefusedBeforeAndAfter() {
        PatientId person = person(true);
        var upload = UUID.randomUUID();
        as(actor, () -> {
            uploads().announce(person, upload, announced(SHARP));
            assertThatThrownBy(() -> uploads().announce(person, upload, announced(BLURRED)))
                    .isInstanceOf(Uploads.OtherContent.class);
            sendAll(person, upload, SHARP);
            assertThatThrownBy(() -> uploads().complete(person, upload, announced(BLURRED)))
                    .isInstanceOf(Uploads.OtherContent.class);
            uploads().complete(person, upload, announced(SHARP));
            assertThatThrownBy(() -> uploads().announce(person, upload, announced(BLURRED)))
                    .isInstanceOf(Uploads.OtherContent.class);
            assertThatThrownBy(() -> uploads().complete(person, upload, announced(BLURRED)))
                    .isInstanceOf(Uploads.OtherContent.class);
            assertThat(uploads().announce(person, upload, announced(SHARP))).isInstanceOf(Progress.Stored.class);
            return null;
        });
        assertThat(photos(person)).hasSize(1);
    }

    @Test
    void bytesThatDoNotHaveTheirHashAreForgottenAndCanBeSentAgain() {
        PatientId person = person(true);
        var upload = UUID.randomUUID();
        byte[] garbled = SHARP.clone();
        garbled[garbled.length / 2] ^= 1;
        as(actor, () -> {
            uploads().announce(person, upload, announced(SHARP));
            sendAll(person, upload, garbled);
            assertThatThrownBy(() -> uploads().complete(person, upload, announced(SHARP)))
                    .isInstanceOf(Uploads.Garbled.class);
            assertThat(uploads().announce(person, upload, announced(SHARP))).isEqualTo(new Progress.Coming(0));
            sendAll(person, upload, SHARP);
            return uploads().complete(person, upload, announced(SHARP));
        });
        assertThat(photos(person)).hasSize(1);
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsSentAndNoPartReachesFurther() {
        assertThatThrownBy(() -> new Announced(taken(List.of()), 25_000_001, "0".repeat(64)))
                .hasMessageContaining("1 to 25 MB");
        PatientId person = person(true);
        var upload = UUID.randomUUID();
        as(actor, () -> {
            uploads().announce(person, upload, announced(SHARP));
            assertThatThrownBy(() -> uploads().add(person, upload, 0, new byte[SHARP.length + 1]))
                    .hasMessageContaining("it was not taken");
            return null;
        });
    }

    @Test
    void withoutConsentNothingIsTaken() {
        PatientId person = person(false);
        var upload = UUID.randomUUID();
        as(actor, () -> {
            assertThatThrownBy(() -> uploads().announce(person, upload, announced(SHARP)))
                    .hasMessageContaining("no consent in force to photos");
            assertThatThrownBy(() -> uploads().add(person, upload, 0, part(SHARP, 0)))
                    .isInstanceOf(NoSuchPatient.class);
            return null;
        });
        assertThat(photos(person)).isEmpty();
    }

    @Test
    void anotherClinicFindsNothingAndCanAnnounceNothing() {
        PatientId person = person(true);
        var upload = UUID.randomUUID();
        as(actor, () -> uploads().announce(person, upload, announced(SHARP)));
        as(elsewhere, () -> {
            assertThatThrownBy(() -> uploads().at(person, upload)).isInstanceOf(NoSuchPatient.class);
            assertThatThrownBy(() -> uploads().add(person, upload, 0, part(SHARP, 0)))
                    .isInstanceOf(NoSuchPatient.class);
            assertThatThrownBy(() -> uploads().complete(person, upload, announced(SHARP)))
                    .isInstanceOf(NoSuchPatient.class);
            assertThatThrownBy(() -> uploads().announce(person, UUID.randomUUID(), announced(SHARP)))
                    .isInstanceOf(NoSuchPatient.class);
            return null;
        });
    }

    @Test
    void whatIsNoPhotoIsRefusedWhenItIsWholeAndForgotten() {
        PatientId person = person(true);
        var upload = UUID.randomUUID();
        byte[] gif = "GIF89a, which is no photo".getBytes(StandardCharsets.US_ASCII);
        as(actor, () -> {
            uploads().announce(person, upload, announced(gif));
            uploads().add(person, upload, 0, gif);
            assertThatThrownBy(() -> uploads().complete(person, upload, announced(gif)))
                    .isInstanceOf(UnusablePhoto.class);
            assertThatThrownBy(() -> uploads().at(person, upload)).isInstanceOf(NoSuchPatient.class);
            return null;
        });
        assertThat(photos(person)).isEmpty();
    }

    @Test
    void whatIsHalfSentLiesEncryptedBesideThePhotosAndNotAmongThem() throws IOException {
        PatientId person = person(true);
        as(actor, () -> {
            var upload = UUID.randomUUID();
            uploads().announce(person, upload, announced(SHARP));
            return uploads().add(person, upload, 0, part(SHARP, 0));
        });
        byte[] beginning = Arrays.copyOf(SHARP, 64);
        try (var files = Files.walk(directory)) {
            assertThat(files.filter(file -> file.toString().endsWith(".half")))
                    .isNotEmpty()
                    .allMatch(file -> file.startsWith(directory.resolve("half-sent")));
        }
        try (var files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(new String(beginning, StandardCharsets.ISO_8859_1));
            }
        }
    }

    @Test
    void aSessionsMomentNeedsASessionAndAVisitHasNone() {
        assertThatThrownBy(() -> Taken.fromFile(
                        Optional.empty(),
                        Moment.AFTER,
                        PhotoView.PATCH,
                        LocalDate.of(2026, 11, 20),
                        OptionalDouble.empty()))
                .hasMessageContaining("none was named");
        assertThatThrownBy(() -> Taken.fromFile(
                        Optional.of(UUID.randomUUID()),
                        Moment.VISIT,
                        PhotoView.PATCH,
                        LocalDate.of(2026, 11, 20),
                        OptionalDouble.empty()))
                .hasMessageContaining("belongs to no session");
    }
}
