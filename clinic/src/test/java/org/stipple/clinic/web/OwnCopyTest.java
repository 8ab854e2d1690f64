package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.WhoWaits;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.Signer;
import org.stipple.clinic.disclosure.Copies;
import org.stipple.clinic.disclosure.CopyLinks;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Invitation;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.invitation.KeptNowhere;

/// A person fetches the copy of their record by their own link, and nobody does who has the link alone.
class OwnCopyTest {

    private static final Map<String, String> BORN = Map.of("day", "11", "month", "2", "year", "1992");
    private static final Map<String, String> WRONG = Map.of("day", "12", "month", "2", "year", "1992");

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Belongings clinic;
    static PatientId person;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(
                directory, "--server.port=0", "--stipple.messages.every=0s", "--stipple.concerns.every=0s");
        clinic = Belongings.of(stipple, "Rotkehlchen", "everybody-copy");
        person = new PatientId(UUID.fromString(clinic.the("id")));
        asStaff(() -> {
            stipple.the(CopyLinks.class).seen(person, UUID.fromString(clinic.the("copy")));
            return "";
        });
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    @BeforeEach
    void itIsMorning() {
        stipple.itIs("2026-11-20T10:00:00Z");
    }

    private static <T> T asStaff(Callable<T> work) {
        try {
            return Acting.as(clinic.everybody(), work);
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static Invitation given() {
        return asStaff(() -> stipple.the(CopyLinks.class).give(person));
    }

    private static HttpResponse<String> asked(String link, Map<String, String> born) throws Exception {
        try (var phone = Caller.nobody(stipple.port())) {
            return phone.post(link, born, true, false);
        }
    }

    private static Map<String, byte[]> unzipped(HttpResponse<String> answer) throws IOException {
        var files = new TreeMap<String, byte[]>();
        byte[] zip = answer.body().getBytes(StandardCharsets.ISO_8859_1);
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(zip.length);
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] paper(Map<String, byte[]> files) {
        return Objects.requireNonNull(files.get("record.pdf"));
    }

    private static String words(byte[] pdf) throws IOException {
        try (var paper = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
        }
    }

    private static int pictures(byte[] pdf) throws IOException {
        int pictures = 0;
        try (var paper = Loader.loadPDF(pdf)) {
            for (var page : paper.getPages()) {
                for (var name : page.getResources().getXObjectNames()) {
                    pictures += page.getResources().getXObject(name) instanceof PDImageXObject ? 1 : 0;
                }
            }
        }
        return pictures;
    }

    /// How often a copy was given so far.
    private static int times() {
        return asStaff(() -> stipple.the(Copies.class).given(person)).size();
    }

    private static List<String> trail() {
        return asStaff(() -> Objects.requireNonNull(stipple.the(TransactionTemplate.class)
                        .execute(_ -> stipple.the(AuditTrail.class).about(person, 30)))
                .stream()
                .map(entry -> entry.who() + ": " + entry.what())
                .toList());
    }

    @Test
    void whoHasTheLinkAndKnowsTheDateOfBirthGetsTheRecordAndTheStaffSeesThatTheyDid() throws Exception {
        var link = given();
        try (var phone = Caller.nobody(stipple.port())) {
            var page = phone.get(link.path());
            assertThat(page.statusCode()).isEqualTo(200);
            // Before the date of birth the page says nothing of the record, and not even whose it is.
            assertThat(page.body())
                    .contains("When were you born?", "until Friday, 27 November 2026, 10:00", "Rotkehlchen clinic")
                    .doesNotContain("Rotkehlchen given", "Rotkehlchen family", "1992", "Rotkehlchen@example.org");
        }
        for (int time = 0; time < 2; time++) {
            var answer = asked(link.path(), BORN);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .isEqualTo("attachment; filename=\"record.zip\"");
            assertThat(unzipped(answer))
                    .containsKeys("READ-ME.txt", "record.pdf", "fhir.json", "as-kept/patient.jsonl")
                    .anySatisfy((name, content) -> {
                        assertThat(name).startsWith("photos/");
                        assertThat(content).isNotEmpty();
                    });
        }
        assertThat(trail()).contains("by their own link: copy of the record given");
        try (var staff = Caller.signedIn(stipple.port(), "everybody-copy")) {
            assertThat(staff.get("/people/" + person + "/copy").body())
                    .contains("Fetched 2 times.", "fetched by their own link");
        }
        KeptNowhere.require(stipple, link.path());
    }

    @Test
    void thePaperIsInTheLanguageOfThePerson() throws Exception {
        var link = given();
        try (var phone = Caller.nobody(stipple.port())) {
            assertThat(words(paper(unzipped(phone.post(link.path() + "?lang=es", BORN, true, false)))))
                    .contains("Su historia", "Sesiones", "mejilla", "Citas", "Página 1 de")
                    .doesNotContain("Sessions", "Page 1");
        }
        byte[] english = paper(unzipped(asked(link.path(), BORN)));
        assertThat(words(english))
                .contains(
                        "Your record",
                        "Rotkehlchen given Rotkehlchen family",
                        "mm deep",
                        "lot Rotkehlchen",
                        "You said yes to this: photos for the record",
                        "Rotkehlchen happened after it",
                        "“Rotkehlchen feels hot”",
                        "Rotkehlchen words",
                        "a talk",
                        "The files beside this paper");
        try (var paper = Loader.loadPDF(english)) {
            assertThat(paper.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(paper.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
        assertThat(pictures(english)).isEqualTo(3);
    }

    @Test
    void afterThreeWrongDatesOfBirthTheLinkEndsAndTheStaffIsToldUntilSomebodyHasSeenIt() throws Exception {
        var link = given();
        assertThat(asked(link.path(), WRONG).body()).contains("You can try 2 more times.");
        // What is no date is no try.
        for (var none : List.of(
                Map.of("day", "31", "month", "2", "year", "1992"),
                Map.of("day", "11", "month", "2", "year", "92"),
                Map.<String, String>of())) {
            var answer = asked(link.path(), none);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("did not count");
        }
        assertThat(asked(link.path(), WRONG).body()).contains("one more time");
        var third = asked(link.path(), WRONG);
        assertThat(third.statusCode()).isEqualTo(404);
        assertThat(third.body()).contains("This link has ended", "We have been told");
        var right = asked(link.path(), BORN);
        assertThat(right.statusCode()).isEqualTo(404);
        assertThat(right.body()).doesNotContain("PK");
        WhoWaits.isWhatTheRecordsSay(stipple, clinic.everybody());
        String copy = "/people/" + person + "/copy";
        try (var staff = Caller.signedIn(stipple.port(), "everybody-copy")) {
            assertThat(staff.get("/today").body()).contains("Links to a copy that ended", "wrong three times", copy);
            assertThat(staff.get(copy).body()).contains("the date of birth was wrong three times. Ask the person");
            assertThat(staff.post(
                                    copy + "/links/" + link.id() + "/seen",
                                    Map.of("key", UUID.randomUUID().toString()),
                                    true,
                                    false)
                            .statusCode())
                    .isEqualTo(303);
            assertThat(staff.get("/today").body()).doesNotContain("wrong three times");
        }
        WhoWaits.isWhatTheRecordsSay(stipple, clinic.everybody());
    }

    @Test
    void manyGuessesAtOnceAreThree() throws Exception {
        var link = given();
        try (var phone = Caller.nobody(stipple.port());
                var all = Executors.newFixedThreadPool(8)) {
            var guesses = new ArrayList<Callable<String>>();
            for (int year = 1950; year < 1974; year++) {
                var guess = Map.of("day", "11", "month", "2", "year", String.valueOf(year));
                guesses.add(() -> phone.post(link.path(), guess, true, false).body());
            }
            var told = new ArrayList<String>();
            for (var answer : all.invokeAll(guesses)) {
                told.add(answer.get());
            }
            assertThat(told).filteredOn(body -> body.contains("more time")).hasSize(2);
        }
        assertThat(asStaff(() -> stipple.the(CopyLinks.class).wrong(person, link.id())))
                .isEqualTo(3);
        assertThat(asked(link.path(), BORN).statusCode()).isEqualTo(404);
        asStaff(() -> {
            stipple.the(CopyLinks.class).seen(person, link.id());
            return "";
        });
    }

    @Test
    void whatIsOverTakenBackGuessedOrForSomethingElseOpensNothing() throws Exception {
        var over = given();
        var back = given();
        asStaff(() -> {
            stipple.the(CopyLinks.class).takeBack(person, back.id());
            return "";
        });
        var diary = asStaff(() -> stipple.the(Invitations.class)
                .invite(person, Errand.AFTER, UUID.fromString(clinic.the("session")), CopyLinks.GOOD_FOR));
        var good = given();
        var guessed = good.path().substring(0, good.path().length() - 1)
                + (good.path().endsWith("A") ? "B" : "A");
        stipple.itIs("2026-11-27T10:00:00Z");
        for (String path :
                List.of(over.path(), back.path(), guessed, diary.path().replace("/own/after/", "/own/copy/"))) {
            try (var phone = Caller.nobody(stipple.port())) {
                assertThat(phone.get(path).statusCode()).as(path).isEqualTo(404);
                var answer = phone.post(path, BORN, true, false);
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
                assertThat(answer.body()).contains("This link does not open anything");
            }
        }
        stipple.itIs("2026-11-27T09:59:59Z");
        assertThat(asked(over.path(), BORN).statusCode()).isEqualTo(200);
    }

    @Test
    void withdrawnPhotosAreInTheFolderAndNotOnThePaper() throws Exception {
        var link = given();
        var consents = stipple.the(Consents.class);
        asStaff(() -> {
            consents.of(person).stream()
                    .filter(consent -> consent.purpose() == Purpose.RECORD_PHOTOS && consent.holds())
                    .forEach(consent -> consents.withdraw(person, consent.id()));
            return "";
        });
        try {
            var files = unzipped(asked(link.path(), BORN));
            assertThat(files.keySet().stream().filter(name -> name.startsWith("photos/")))
                    .hasSize(4)
                    .anyMatch(name -> name.contains("from-home"));
            assertThat(pictures(paper(files))).isZero();
            assertThat(words(paper(files))).contains("You took back your yes to photos.");
        } finally {
            asStaff(() -> consents.give(
                    UUID.randomUUID(),
                    person,
                    Purpose.RECORD_PHOTOS,
                    consents.text(Purpose.RECORD_PHOTOS).sha256(),
                    Optional.empty(),
                    new Signer.ThePerson("Rotkehlchen given Rotkehlchen family")));
        }
    }

    /// What proves a link stands in no copy: not the link, and not its hash.
    @Test
    void theCopyHoldsNothingThatProvesALink() throws Exception {
        var link = given();
        String all = unzipped(asked(link.path(), BORN)).entrySet().stream()
                .filter(file -> !file.getKey().startsWith("photos/"))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        assertThat(all)
                .contains("\"invitation_id\"")
                .doesNotContain(link.path().substring("/own/copy/".length()), "token_sha256");
    }

    /// A photo is damaged in the middle of the file: what came until then is shorter than was said, no page
    /// hangs on its end, and it is no ZIP file.
    @Test
    void whatBreaksOffIsNotTakenForTheWhole() throws Exception {
        var link = given();
        assertThat(asked(link.path(), BORN).statusCode()).isEqualTo(200);
        List<Path> sealed;
        try (var files = Files.walk(directory)) {
            // The photos themselves, and not what was made small of them for the paper.
            sealed = files.filter(file ->
                            file.toString().endsWith(".sealed") && file.toFile().length() > 100_000)
                    .toList();
        }
        assertThat(sealed).isNotEmpty();
        var whole = new TreeMap<Path, byte[]>();
        for (Path file : sealed) {
            whole.put(file, Files.readAllBytes(file));
        }
        try {
            for (var file : whole.entrySet()) {
                byte[] damaged = file.getValue().clone();
                damaged[damaged.length / 2] ^= 1;
                Files.write(file.getKey(), damaged);
            }
            int before = times();
            assertThatThrownBy(() -> asked(link.path(), BORN)).isInstanceOf(IOException.class);
            // Somebody may have a part of it: that it was given is not taken back.
            assertThat(times()).isEqualTo(before + 1);
        } finally {
            for (var file : whole.entrySet()) {
                Files.write(file.getKey(), file.getValue());
            }
        }
        assertThat(unzipped(asked(link.path(), BORN))).containsKey("record.pdf");
    }
}
