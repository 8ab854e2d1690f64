package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.aftercare.Concern;
import org.stipple.clinic.aftercare.Concerns;
import org.stipple.clinic.aftercare.Diary;
import org.stipple.clinic.aftercare.DiaryEntry;
import org.stipple.clinic.aftercare.DiaryQuestion;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.invitation.KeptNowhere;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.outcome.Outcomes;
import org.stipple.clinic.photo.HomePhoto;
import org.stipple.clinic.photo.HomePhotos;
import org.stipple.clinic.photo.Photos;
import org.stipple.clinic.treatment.Begun;
import org.stipple.clinic.web.look.Reach;
import org.stipple.clinic.web.look.Telephone;
import org.stipple.phantom.DemoScene;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.SkinType;

/// A photo that somebody adds to their diary on their own phone, without scripts, and what becomes of it.
class PhotoFromHomeTest {

    private static final byte[] JPEG = new DemoScene(SkinType.III, DemoScene.Visit.BASELINE)
            .render()
            .photo()
            .jpeg(Fraction.ofValue(0.6));

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static int lot;

    Caller clinician;
    Caller lead;
    Caller desk;
    Begun begun;
    String path;
    DiaryEntry entry;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(
                directory, "--server.port=0", "--stipple.messages.every=0s", "--stipple.concerns.every=0s");
        noor = stipple.clinic("Hillside", "noor-sent");
        Acting.doing(noor, () -> {
            stipple.the(Messages.class).reach(new Reach.Stated(Optional.of(new Telephone("030 123 4567")), Map.of()));
            colleague("lead-sent", Role.PRIVACY_AND_SAFETY_LEAD);
            colleague("desk-sent", Role.FRONT_DESK);
        });
    }

    private static void colleague(String username, Role role) {
        stipple.the(Accounts.class).add(UUID.randomUUID(), username, username, ClinicUnderTest.PASSWORD, Set.of(role));
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    /// Somebody who agreed to photos wrote two days later that they have a fever.
    @BeforeEach
    void somebodyWritesAndTheStaffIsThere() throws Exception {
        somebodyWrites();
        clinician = Caller.signedIn(stipple.port(), "noor-sent");
        lead = Caller.signedIn(stipple.port(), "lead-sent");
        desk = Caller.signedIn(stipple.port(), "desk-sent");
    }

    @AfterEach
    void theStaffGoes() {
        List.of(clinician, lead, desk).forEach(Caller::close);
    }

    private void somebodyWrites() {
        stipple.itIs("2026-11-20T09:00:00Z");
        begun = as(() -> Begun.of(stipple, "SENT" + ++lot));
        as(() -> {
            Someone.agrees(stipple, begun.person(), Purpose.RECORD_PHOTOS, begun.plan());
            return "";
        });
        path = as(() -> stipple.the(Invitations.class)
                        .invite(begun.person(), Errand.AFTER, begun.session().id(), Duration.ofDays(366)))
                .path();
        stipple.itIs("2026-11-22T22:00:00Z");
        var id = UUID.randomUUID();
        entry = answer(id, DiaryQuestion.PAIN, "none");
        for (DiaryQuestion question : DiaryQuestion.values()) {
            entry = answer(
                    id,
                    question,
                    question == DiaryQuestion.FEVER ? "yes" : question.answers().getFirst());
        }
    }

    private DiaryEntry answer(UUID id, DiaryQuestion question, String answer) {
        return as(() ->
                stipple.the(Diary.class).answer(begun.person(), begun.session().id(), id, question, answer, ""));
    }

    private static <T> T as(Callable<T> work) {
        try {
            return Acting.as(noor, work);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private String here() {
        return path + "/entry/" + entry.id();
    }

    private List<HomePhoto> sent() {
        return as(() -> stipple.the(HomePhotos.class).of(begun.person(), entry.id()));
    }

    private Concern concern() {
        return as(() -> stipple.the(Concerns.class).of(begun.person())).getFirst();
    }

    private static String utf8(String page) {
        return new String(page.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /// Sends a file with the form of the page and follows to what the page says of it.
    private String send(Caller phone, byte[] file) throws Exception {
        Map<String, String> form = Map.of("key", key(phone));
        return follow(
                phone, phone.upload(here() + "/photo", form, file).headers().firstValue("Location"));
    }

    private String key(Caller phone) throws Exception {
        String page = phone.get(here()).body();
        int form = page.indexOf("action=\"" + here() + "/photo\"");
        assertThat(form).as("the page has the form").isPositive();
        int key = page.indexOf("name=\"key\" value=\"", form) + "name=\"key\" value=\"".length();
        return page.substring(key, key + 36);
    }

    private static String follow(Caller phone, Optional<String> location) throws Exception {
        return utf8(phone.get(location.orElseThrow().replaceFirst("#.*", "")).body());
    }

    /// As a camera writes it: with the place where it was taken, and words of its own.
    private static byte[] withPlace(byte[] jpeg) {
        byte[] words = "Exif\0\0GPSLatitude 52.5163 Waldkauz camera".getBytes(StandardCharsets.ISO_8859_1);
        byte[] file = new byte[jpeg.length + words.length + 4];
        System.arraycopy(jpeg, 0, file, 0, 2);
        file[2] = (byte) 0xFF;
        file[3] = (byte) 0xE1;
        file[4] = (byte) ((words.length + 2) >> 8);
        file[5] = (byte) (words.length + 2);
        System.arraycopy(words, 0, file, 6, words.length);
        System.arraycopy(jpeg, 2, file, 6 + words.length, jpeg.length - 2);
        return file;
    }

    @Test
    void aPhotoIsKeptWithItsEntryAndWithoutWhatTheCameraWroteIntoIt() throws Exception {
        byte[] file = withPlace(JPEG);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("Waldkauz");
        try (var phone = Caller.nobody(stipple.port())) {
            assertThat(utf8(phone.get(here()).body()))
                    .contains("Add a photo, if you like", "accept=\"image/*\"", "capture=\"user\"")
                    .contains("enctype=\"multipart/form-data\"");
            assertThat(send(phone, file)).contains("We have your photo. Nobody has looked at it yet.");
            assertThat(send(phone, Belongings.skin())).contains("Photos sent with this: 2");
        }
        assertThat(sent()).extracting(HomePhoto::mediaType).containsExactlyInAnyOrder("image/jpeg", "image/png");
        for (HomePhoto photo : sent()) {
            byte[] kept = as(() -> stipple.the(HomePhotos.class).bytes(begun.person(), photo.id()));
            assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Waldkauz", "GPSLatitude");
        }
        KeptNowhere.require(stipple, path);
    }

    @Test
    void fiftyCopiesAreOnePhotoAndTheSamePictureOnceMoreIsNone() throws Exception {
        try (var phone = Caller.nobody(stipple.port());
                var fingers = Executors.newFixedThreadPool(10)) {
            Map<String, String> form = Map.of("key", key(phone));
            Callable<HttpResponse<String>> tap = () -> phone.upload(here() + "/photo", form, Belongings.skin());
            for (var answer : fingers.invokeAll(Collections.nCopies(50, tap))) {
                assertThat(answer.get().headers().firstValue("Location").orElse(""))
                        .contains("photo=kept");
            }
            assertThat(sent()).hasSize(1);
            send(phone, Belongings.skin());
            assertThat(sent()).hasSize(1);
        }
    }

    @Test
    void whatIsNoPhotoIsRefusedInPlainWordsAndWhatWasWrittenStands() throws Exception {
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        try (var phone = Caller.nobody(stipple.port())) {
            assertThat(send(phone, new byte[0])).contains("There was no photo in it.", "All that you wrote is kept.");
            assertThat(send(phone, "My skin is red.".getBytes(StandardCharsets.UTF_8)))
                    .contains("We cannot open this file as a photo.");
            assertThat(send(phone, Arrays.copyOf(JPEG, 400))).contains("We cannot open this file as a photo.");
            assertThat(send(phone, heic)).contains("We cannot open this kind of photo (HEIC).");
            assertThat(send(phone, new byte[25_000_001])).contains("This photo is too large");
            assertThat(send(phone, new byte[40_000_000])).contains("This photo is too large", "All that you wrote");
            phone.get(here() + "?lang=es");
            assertThat(send(phone, heic))
                    .contains("No podemos abrir este tipo de foto (HEIC).", "Todo lo que escribió");
            assertThat(send(phone, new byte[40_000_000])).contains("Esta foto es demasiado grande");
        }
        assertThat(sent()).isEmpty();
        assertThat(as(() -> stipple.the(Diary.class).find(begun.person(), entry.id())))
                .contains(entry);
        assertThat(concern().closed()).isEmpty();
    }

    @Test
    void whoeverSendsWithoutAPhotoOrWithoutItsFormIsRefused() throws Exception {
        try (var phone = Caller.nobody(stipple.port())) {
            var answer = phone.post(here() + "/photo", Map.of("key", key(phone)), true, false);
            assertThat(follow(phone, answer.headers().firstValue("Location"))).contains("There was no photo in it.");
            assertThat(phone.upload(here() + "/photo", Map.of("key", "no key"), JPEG)
                            .statusCode())
                    .isEqualTo(422);
            assertThat(phone.upload(path + "/entry/" + UUID.randomUUID() + "/photo", Map.of(), JPEG)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(phone.upload("/own/after/" + "0".repeat(48) + "/entry/" + entry.id() + "/photo", Map.of(), JPEG)
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(sent()).isEmpty();
    }

    @Test
    void whoHasNotAgreedToPhotosIsToldThatNoneIsKeptAndHowToReachAPerson() throws Exception {
        withdraw();
        try (var phone = Caller.nobody(stipple.port())) {
            assertThat(utf8(phone.get(here()).body()))
                    .contains("So no photo is kept here.", "href=\"tel:0301234567\"")
                    .doesNotContain("type=\"file\"");
            Map<String, String> form = Map.of("key", UUID.randomUUID().toString());
            var answer = phone.upload(here() + "/photo", form, JPEG);
            assertThat(follow(phone, answer.headers().firstValue("Location")))
                    .contains("The photo was not kept: you have not said that we may keep photos of you.");
            assertThat(utf8(phone.get(here() + "?lang=es").body())).contains("no se guarda ninguna foto");
        }
        assertThat(sent()).isEmpty();
    }

    private void withdraw() {
        as(() -> {
            stipple.the(Consents.class).of(begun.person()).stream()
                    .filter(consent -> consent.purpose() == Purpose.RECORD_PHOTOS && consent.holds())
                    .forEach(consent -> stipple.the(Consents.class).withdraw(begun.person(), consent.id()));
            return "";
        });
    }

    private String ofTheConcern() {
        return "/concerns/" + begun.person() + "/" + concern().id();
    }

    private String ofTheDiary() {
        return "/people/" + begun.person() + "/sessions/" + begun.session().id() + "/diary";
    }

    @Test
    void whoeverTreatsSeesItWithTheConcernAndEachLookIsInTheTrail() throws Exception {
        try (var phone = Caller.nobody(stipple.port())) {
            send(phone, JPEG);
        }
        String photo = "/photos/" + sent().getFirst().id();
        assertThat(clinician.get(ofTheConcern()).body()).contains("src=\"" + ofTheConcern() + photo + "\"");
        var picture = clinician.get(ofTheConcern() + photo);
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(picture.headers().allValues("Cache-Control")).anyMatch(value -> value.contains("no-store"));
        // As the text says that people agreed to: those who treat, and nobody else.
        assertThat(lead.get(ofTheConcern()).body())
                .contains("1 photo came with it. Those who treat see photos, and nobody else.")
                .doesNotContain(photo);
        assertThat(lead.get(ofTheConcern() + photo).statusCode()).isEqualTo(403);
        assertThat(clinician.get(ofTheDiary()).body()).contains("src=\"" + ofTheDiary() + photo + "\"");
        assertThat(clinician.get(ofTheDiary() + photo).statusCode()).isEqualTo(200);
        assertThat(lead.get(ofTheDiary() + photo).statusCode()).isEqualTo(403);
        assertThat(desk.get(ofTheConcern() + photo).statusCode()).isEqualTo(403);
        assertThat(clinician.get("/people/" + begun.person() + "/trail").body())
                .contains("photo from home stored")
                .contains("photo from home");
    }

    @Test
    void ofAnotherPersonsConcernOrAnotherSessionThereIsNone() throws Exception {
        try (var phone = Caller.nobody(stipple.port())) {
            send(phone, JPEG);
        }
        String theirs = "/photos/" + sent().getFirst().id();
        somebodyWrites();
        assertThat(clinician.get(ofTheConcern() + theirs).statusCode()).isEqualTo(404);
        assertThat(clinician.get(ofTheDiary() + theirs).statusCode()).isEqualTo(404);
    }

    @Test
    void onceConsentIsWithdrawnItIsShownNowhere() throws Exception {
        try (var phone = Caller.nobody(stipple.port())) {
            send(phone, JPEG);
        }
        String photo = "/photos/" + sent().getFirst().id();
        withdraw();
        for (String page : List.of(ofTheConcern(), ofTheDiary())) {
            assertThat(clinician.get(page).body())
                    .doesNotContain("<img src=\"" + page)
                    .contains("1 photo came with it and is kept, and not shown");
            assertThat(clinician.get(page + photo).statusCode()).isEqualTo(409);
        }
        assertThat(clinician
                        .post(
                                "/people/" + begun.person() + "/copy/withheld",
                                Map.of(
                                        "key",
                                        UUID.randomUUID().toString(),
                                        "reason",
                                        "She asked us for her copy today"),
                                true,
                                false)
                        .statusCode())
                .isEqualTo(303);
        assertThat(copy())
                .containsKey("photos/from-home-2026-11-22-"
                        + sent().getFirst().id().toString().substring(0, 8) + ".jpg");
    }

    private Map<String, byte[]> copy() throws Exception {
        var answer = clinician.get("/people/" + begun.person() + "/copy.zip");
        var files = new HashMap<String, byte[]>();
        try (var in =
                new ZipInputStream(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.ISO_8859_1)))) {
            for (var one = in.getNextEntry(); one != null; one = in.getNextEntry()) {
                files.put(one.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void itIsInTheCopyOfTheRecordBesideItsEntry() throws Exception {
        try (var phone = Caller.nobody(stipple.port())) {
            send(phone, JPEG);
        }
        var files = copy();
        assertThat(new String(files.getOrDefault("fhir.json", new byte[0]), StandardCharsets.UTF_8))
                .contains("Photo, sent from home", "urn:uuid:" + entry.id());
        assertThat(files).containsKey("as-kept/home_photo.jsonl");
    }

    /// Nothing that measures or compares is ever given one, whatever its identifier.
    @Test
    void noReadingIsMadeOfIt() throws Exception {
        try (var phone = Caller.nobody(stipple.port())) {
            send(phone, JPEG);
        }
        UUID photo = sent().getFirst().id();
        as(() -> {
            Someone.agrees(stipple, begun.person(), Purpose.MEASUREMENT, begun.plan());
            return "";
        });
        assertThat(as(() -> stipple.the(Photos.class).of(begun.person()))).isEmpty();
        assertThatThrownBy(() -> as(() -> stipple.the(Outcomes.class)
                        .measure(UUID.randomUUID(), begun.person(), photo, Optional.empty())))
                .isInstanceOf(RuntimeException.class);
        assertThat(clinician.get("/people/" + begun.person() + "/outcome").body())
                .doesNotContain(photo.toString());
    }

    @Test
    void aLinkInWrongHandsFillsNoDisk() {
        as(() -> {
            for (int i = 0; i < HomePhotos.MOST_OF_AN_ENTRY; i++) {
                stipple.the(HomePhotos.class).keep(UUID.randomUUID(), begun.person(), entry.id(), tinted(i));
            }
            return "";
        });
        assertThatThrownBy(() -> as(() -> {
                    stipple.the(HomePhotos.class).keep(UUID.randomUUID(), begun.person(), entry.id(), tinted(99));
                    return "";
                }))
                .isInstanceOfSatisfying(
                        HomePhotos.NotKept.class,
                        refused -> assertThat(refused.why()).isEqualTo(HomePhotos.Why.ENOUGH));
        assertThat(sent()).hasSize(HomePhotos.MOST_OF_AN_ENTRY);
    }

    private static byte[] tinted(int light) {
        var image = new java.awt.image.BufferedImage(300, 300, java.awt.image.BufferedImage.TYPE_INT_RGB);
        image.setRGB(light, light, 0xC8A087);
        var file = new java.io.ByteArrayOutputStream();
        try {
            javax.imageio.ImageIO.write(image, "png", file);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    /// Whoever has to call the emergency number is asked for nothing more.
    @Test
    void inAnEmergencyNoPhotoIsAskedFor() throws Exception {
        entry = answer(entry.id(), DiaryQuestion.SWELLING, "face");
        try (var phone = Caller.nobody(stipple.port())) {
            assertThat(utf8(phone.get(here()).body()))
                    .contains("Call the emergency number now")
                    .doesNotContain("Add a photo");
        }
    }

    /// A person answers in their own time: the sign-in of the clinic, which ends after a quarter of an hour, is
    /// none of theirs.
    @Test
    void whatIsSentFromAPageThatWasOpenForLongIsKept() throws Exception {
        try (var phone = Caller.nobody(stipple.port());
                var later = Caller.nobody(stipple.port())) {
            Map<String, String> form = Map.of("key", key(phone));
            assertThat(later.post(here() + "/photo", form, false, false)
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .contains("photo=empty")
                    .doesNotContain("sign-in");
        }
    }
}
