package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.WhoWaits;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.consent.ConsentTexts;
import org.stipple.clinic.consent.ConsentTexts.Wording;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Leave;
import org.stipple.clinic.consent.PhotoUse;
import org.stipple.clinic.consent.PhotoUses;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.ShownCourse;
import org.stipple.clinic.consent.Signer;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.planning.Courses;

/// What is withdrawn is withdrawn at once, in every place where it would be shown or go out.
class WithdrawalTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /// Which consent a file of a person's record needs so that a browser gets it; a new one must be added here.
    /// None: it holds no photo and no reading, and belongs to the record itself.
    private static final Map<String, Set<Purpose>> FILES = Map.of(
            "/people/{id}/photos/{photo}", Set.of(Purpose.RECORD_PHOTOS),
            "/people/{id}/photos/{photo}/small", Set.of(Purpose.RECORD_PHOTOS),
            "/people/{id}/photos/{photo}/beside/{other}", Set.of(Purpose.RECORD_PHOTOS),
            "/people/{id}/sessions/{session}/diary/photos/{sent}", Set.of(Purpose.RECORD_PHOTOS),
            "/people/{id}/measurements/{measurement}/pictures/{picture}",
                    Set.of(Purpose.RECORD_PHOTOS, Purpose.MEASUREMENT),
            "/people/{id}/courses/{course}/summary.pdf", Set.of(),
            "/people/{id}/adverse/{event}/report.pdf", Set.of(),
            "/people/{id}/consent/{consent}/signed.pdf", Set.of());

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Belongings clinic;
    static Caller everybody;
    static Caller practitioner;
    static PatientId person;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        stipple.itIs("2026-11-20T09:00:00Z");
        clinic = Belongings.of(stipple, "Rotkehlchen", "everybody-withdrawal");
        person = new PatientId(UUID.fromString(clinic.the("id")));
        Acting.doing(
                clinic.everybody(),
                () -> stipple.the(Accounts.class)
                        .add(
                                UUID.randomUUID(),
                                "ines-withdrawal",
                                "Ines Vidal",
                                ClinicUnderTest.PASSWORD,
                                Set.of(Role.PRACTITIONER)));
        everybody = Caller.signedIn(stipple.port(), "everybody-withdrawal");
        practitioner = Caller.signedIn(stipple.port(), "ines-withdrawal");
    }

    @AfterAll
    static void stop() {
        everybody.close();
        practitioner.close();
        stipple.close();
    }

    @BeforeEach
    void laterThanEveryLook() {
        stipple.itIs("2026-11-20T10:00:00Z");
    }

    @AfterEach
    void givenAgain() {
        for (Purpose purpose : Purpose.values()) {
            if (!purpose.isAboutACourse() && !as(() -> stipple.the(Leave.class).allows(person, purpose))) {
                as(() -> stipple.the(Consents.class)
                        .give(
                                UUID.randomUUID(),
                                person,
                                purpose,
                                stipple.the(Consents.class).text(purpose).sha256(),
                                Optional.empty(),
                                new Signer.ThePerson("Rotkehlchen given Rotkehlchen family")));
            }
        }
    }

    private static <T> T as(Callable<T> work) {
        try {
            return Acting.as(clinic.everybody(), work);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static void withdraw(Purpose purpose) {
        as(() -> {
            stipple.the(Consents.class).of(person).stream()
                    .filter(consent -> consent.purpose() == purpose && consent.holds())
                    .forEach(consent -> stipple.the(Consents.class).withdraw(person, consent.id()));
            return "";
        });
    }

    private static String address(String pattern) {
        var values = new HashMap<>(clinic.ids());
        values.put("picture", "before");
        return VARIABLE.matcher(pattern).replaceAll(found -> String.valueOf(values.get(found.group(1))));
    }

    private static String body(HttpResponse<String> answer) {
        return new String(answer.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /// Every route below a person that gives a file.
    private static Set<String> files() {
        var files = new TreeSet<String>();
        stipple.the(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, handler) -> {
            boolean gives = handler.getMethod()
                            .getGenericReturnType()
                            .getTypeName()
                            .equals(ResponseEntity.class.getName() + "<byte[]>")
                    && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET);
            mapping.getPatternValues().stream()
                    .filter(path -> gives && path.startsWith("/people/"))
                    .forEach(files::add);
        });
        return files;
    }

    @Test
    void everyFileOfARecordSaysWhichConsentItNeeds() {
        assertThat(files()).isEqualTo(new TreeSet<>(FILES.keySet()));
    }

    @Test
    void noFileIsGivenWithoutTheConsentThatItNeeds() throws Exception {
        for (String file : FILES.keySet()) {
            assertThat(everybody.get(address(file)).statusCode()).as(file).isEqualTo(200);
        }
        for (Purpose purpose : List.of(Purpose.RECORD_PHOTOS, Purpose.MEASUREMENT)) {
            withdraw(purpose);
            var given = new ArrayList<String>();
            for (String file : FILES.keySet()) {
                if (everybody.get(address(file)).statusCode() == 200) {
                    given.add(file);
                }
            }
            assertThat(given)
                    .containsExactlyInAnyOrderElementsOf(FILES.entrySet().stream()
                            .filter(file -> !file.getValue().contains(purpose))
                            .map(Map.Entry::getKey)
                            .toList());
            givenAgain();
        }
    }

    @Test
    void thePersonsOwnCopyIsTheirsWhateverTheyWithdrew() throws Exception {
        // Before the time of all other tests, for which no reason that was said here may be good.
        stipple.itIs("2026-11-20T04:00:00Z");
        withdraw(Purpose.RECORD_PHOTOS);
        withdraw(Purpose.MEASUREMENT);
        assertThat(everybody.get(path("/copy.zip")).statusCode()).isEqualTo(409);
        assertThat(everybody
                        .post(path("/copy/withheld"), reason("Ada is here and asked for it"), true, false)
                        .statusCode())
                .isEqualTo(303);
        var copy = everybody.get(path("/copy.zip"));
        assertThat(copy.statusCode()).isEqualTo(200);
        assertThat(copy.body()).contains("photos/2026-11-20-", "as-kept/measurement.jsonl");
    }

    @Test
    void photosAreShownNowhereOnceConsentToThemIsWithdrawn() throws Exception {
        String photo = "/photos/" + clinic.the("photo");
        assertThat(body(everybody.get(path("/photos")))).contains(photo);
        assertThat(body(everybody.get(path("")))).contains("/small\"");
        assertThat(body(everybody.get(path("/outcome")))).contains("/small\"");
        withdraw(Purpose.RECORD_PHOTOS);
        assertThat(body(everybody.get(path("/photos"))))
                .doesNotContain(photo)
                .contains("photos are kept and not shown")
                .contains("Why they must be seen");
        assertThat(body(practitioner.get(path("/photos"))))
                .contains("A supervising clinician can look at them")
                .doesNotContain("Why they must be seen");
        assertThat(body(everybody.get(path("")))).doesNotContain("/small\"").contains("not shown: consent to them");
        assertThat(body(everybody.get(path("/outcome"))))
                .doesNotContain("/small\"", "/pictures/", "/beside/")
                .contains("Photos are not shown: consent to photos for the record was withdrawn.");
        assertThat(body(everybody.get(path("/measurements/" + clinic.the("measurement")))))
                .doesNotContain("/pictures/", "/photos/");
        assertThat(body(everybody.get(path("/photos/capture")))).doesNotContain(photo);
        var upload = Map.of("key", UUID.randomUUID().toString(), "view", "patch", "takenOn", "2026-11-20");
        assertThat(body(everybody.post(path("/photos"), upload, true, true)))
                .contains("no consent in force to photos for the record");
        assertThat(summary()).contains("No photos: consent to photos for the record is not in force.");
    }

    @Test
    void aSupervisingClinicianLooksForATimeWithAReasonAndNobodyElse() throws Exception {
        // Before the time of all other tests, for which nothing that was seen here may be open.
        stipple.itIs("2026-11-20T05:00:00Z");
        withdraw(Purpose.RECORD_PHOTOS);
        String look = path("/photos/withheld");
        String picture = address("/people/{id}/photos/{photo}");
        assertThat(everybody.post(look, reason("x"), true, false).statusCode()).isEqualTo(422);
        assertThat(everybody.get(picture).statusCode()).isEqualTo(409);
        assertThat(practitioner
                        .post(look, reason("I would like to see them again"), true, false)
                        .statusCode())
                .isEqualTo(403);
        assertThat(everybody
                        .post(look, reason("A burn is claimed, seen with the insurer"), true, false)
                        .statusCode())
                .isEqualTo(303);
        assertThat(everybody.get(picture).statusCode()).isEqualTo(200);
        assertThat(practitioner.get(picture).statusCode()).isEqualTo(409);
        assertThat(body(everybody.get(path("/trail")))).contains("looked at what is withheld: photos for the record");
        stipple.itIs("2026-11-20T05:30:00Z");
        assertThat(everybody.get(picture).statusCode()).isEqualTo(409);
    }

    private static Map<String, String> reason(String words) {
        return Map.of("key", UUID.randomUUID().toString(), "reason", words);
    }

    @Test
    void readingsAreShownNowhereOnceConsentToMeasuringIsWithdrawn() throws Exception {
        String readings = path("/measurements/" + clinic.the("measurement"));
        assertThat(everybody.get(readings).statusCode()).isEqualTo(200);
        assertThat(body(everybody.get(path("")))).contains("Photos measured");
        withdraw(Purpose.MEASUREMENT);
        assertThat(everybody.get(readings).statusCode()).isEqualTo(409);
        assertThat(body(everybody.get(path(""))))
                .doesNotContain("Photos measured")
                .contains("Readings are not shown: consent to measuring photos was withdrawn.");
        assertThat(body(everybody.get(path("/outcome"))))
                .contains("Readings are not shown")
                .doesNotContain("95 %");
        assertThat(body(everybody.get(path("/sessions/" + clinic.the("session") + "/report"))))
                .contains("Readings are not shown");
        assertThat(summary()).contains("Readings are not shown").doesNotContain("Against the limit");
        var measure = Map.of(
                "key", UUID.randomUUID().toString(), "baseline", clinic.the("photo"), "followup", clinic.the("other"));
        assertThat(body(everybody.post(path("/measurements"), measure, true, false)))
                .contains("no consent in force to measuring photos");
    }

    private static String path(String rest) {
        return "/people/" + person + rest;
    }

    private static String summary() throws Exception {
        var answer = everybody.get(address("/people/{id}/courses/{course}/summary.pdf"));
        try (var document = Loader.loadPDF(answer.body().getBytes(StandardCharsets.ISO_8859_1))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void whatWentOutIsWorkToDoOnceItsConsentIsWithdrawn() throws Exception {
        UUID use = UUID.randomUUID();
        enter(use, Purpose.MARKETING, "web page");
        assertThat(uses()).filteredOn(PhotoUse::isToEnd).isEmpty();
        withdraw(Purpose.MARKETING);
        WhoWaits.isWhatTheRecordsSay(stipple, clinic.everybody());
        assertThat(uses())
                .filteredOn(PhotoUse::isToEnd)
                .extracting(PhotoUse::id)
                .containsExactly(use);
        assertThat(body(everybody.get("/today"))).contains("Photos to take back");
        assertThat(body(everybody.get(path("/consent")))).contains("ask for it back");
        var late = Map.of(
                "key",
                UUID.randomUUID().toString(),
                "purpose",
                "marketing",
                "what",
                "cheeks",
                "to",
                "a magazine",
                "on",
                "2026-11-20");
        assertThat(body(everybody.post(path("/consent/uses"), late, true, false)))
                .contains("Nothing may go out, and nothing was entered");
        var end = Map.of("key", UUID.randomUUID().toString(), "outcome", "taken-back", "done", "Taken down today");
        assertThat(everybody
                        .post(path("/consent/uses/" + use + "/end"), end, true, false)
                        .statusCode())
                .isEqualTo(303);
        assertThat(uses()).filteredOn(PhotoUse::isToEnd).isEmpty();
        assertThat(body(everybody.get(path("/consent")))).contains("taken back: Taken down today");
        WhoWaits.isWhatTheRecordsSay(stipple, clinic.everybody());
    }

    @Test
    void consentThatIsGivenAgainLetsStandWhatIsThere() {
        UUID use = UUID.randomUUID();
        enter(use, Purpose.RESEARCH, "a register of scars");
        withdraw(Purpose.RESEARCH);
        assertThat(uses())
                .filteredOn(PhotoUse::isToEnd)
                .extracting(PhotoUse::id)
                .containsExactly(use);
        givenAgain();
        assertThat(uses()).filteredOn(PhotoUse::isToEnd).isEmpty();
        WhoWaits.isWhatTheRecordsSay(stipple, clinic.everybody());
    }

    private static void enter(UUID use, Purpose purpose, String to) {
        as(() -> {
            stipple.the(PhotoUses.class)
                    .enter(
                            use,
                            person,
                            purpose,
                            "both cheeks",
                            to,
                            stipple.the(ClinicClock.class).today());
            return "";
        });
    }

    private static List<PhotoUse> uses() {
        return as(() -> stipple.the(PhotoUses.class).of(person));
    }

    /// The copy is the person's; it is no way around what is withheld from whoever works here.
    @Test
    void aCopyThatHoldsWhatIsWithheldIsGivenByWhoeverSaysWhyAndByNobodyElse() throws Exception {
        stipple.itIs("2026-11-20T06:00:00Z");
        assertThat(practitioner.get(path("/copy.zip")).statusCode()).isEqualTo(200);
        withdraw(Purpose.MEASUREMENT);
        assertThat(practitioner.get(path("/copy.zip")).statusCode()).isEqualTo(409);
        assertThat(body(practitioner.get(path("/copy"))))
                .contains(
                        "It holds what is withheld",
                        "Consent was withdrawn to: measuring photos.",
                        "Why you give it now")
                .doesNotContain("copy.zip");
        var blank = practitioner.post(path("/copy/withheld"), reason("x"), true, false);
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(body(blank)).contains("The reason was “x”", "Nothing is given.");
        assertThat(practitioner.get(path("/copy.zip")).statusCode()).isEqualTo(409);
        assertThat(practitioner
                        .post(path("/copy/withheld"), reason("Handed over on paper, asked for today"), true, false)
                        .statusCode())
                .isEqualTo(303);
        assertThat(body(practitioner.get(path("/copy")))).contains("copy.zip");
        assertThat(practitioner.get(path("/copy.zip")).statusCode()).isEqualTo(200);
        assertThat(everybody.get(path("/copy.zip")).statusCode())
                .as("the reason of one is not that of another")
                .isEqualTo(409);
        assertThat(practitioner
                        .get(path("/measurements/" + clinic.the("measurement")))
                        .statusCode())
                .as("it opens nothing but the copy")
                .isEqualTo(409);
        assertThat(body(everybody.get(path("/trail")))).contains("copy with what is withheld");
        stipple.itIs("2026-11-20T06:30:00Z");
        assertThat(practitioner.get(path("/copy.zip")).statusCode()).isEqualTo(409);
    }

    private static void agree(Purpose purpose) {
        as(() -> {
            Optional<ShownCourse> course = purpose.isAboutACourse()
                    ? stipple.the(Courses.class).inForce(person).map(ShownCourse::of)
                    : Optional.empty();
            if (stipple.the(Consents.class).inForce(person, purpose, course).isEmpty()) {
                stipple.the(Consents.class)
                        .give(
                                UUID.randomUUID(),
                                person,
                                purpose,
                                stipple.the(Consents.class).text(purpose).sha256(),
                                course,
                                new Signer.ThePerson("Rotkehlchen given Rotkehlchen family"));
            }
            return "";
        });
    }

    private static void publishAnother(Purpose purpose) {
        as(() -> {
            var texts = stipple.the(ConsentTexts.class);
            int version = texts.inForce(purpose).getFirst().version();
            return texts.publish(
                    purpose, new Wording("Another " + version, "Other words.\n"), Optional.empty(), version);
        });
    }

    private static boolean holds(Purpose purpose) {
        return as(() -> stipple.the(Consents.class).holding(person, purpose)).isPresent();
    }

    /// The form that takes a purpose back, as it stands on a page.
    private static Optional<Map.Entry<String, String>> withdrawal(String page, Purpose purpose) {
        int from = page.indexOf("<section class=\"card consent stack-tight\" id=\"" + purpose.id() + "\"");
        String section = from < 0 ? page : page.substring(from, page.indexOf("</section>", from));
        var form = Pattern.compile("action=\"([^\"]+/withdrawal)\".*?name=\"key\" value=\"([^\"]+)\"", Pattern.DOTALL)
                .matcher(section);
        return form.find() ? Optional.of(Map.entry(form.group(1), form.group(2))) : Optional.empty();
    }

    @Test
    void takingBackAPurposeEndsAllOfItWhateverTextItWasSignedUnderOnEitherPage() throws Exception {
        try (var phone = Caller.nobody(stipple.port())) {
            for (Purpose purpose : Purpose.values()) {
                for (boolean signsTheNewText : List.of(false, true)) {
                    for (boolean byTheLink : List.of(false, true)) {
                        String how =
                                purpose + ", the new text signed: " + signsTheNewText + ", by the link: " + byTheLink;
                        agree(purpose);
                        publishAnother(purpose);
                        if (signsTheNewText) {
                            agree(purpose);
                        }
                        String link = as(() -> stipple.the(Invitations.class)
                                        .invite(person, Errand.CONSENT, person.value(), Duration.ofDays(14)))
                                .path();
                        Caller who = byTheLink ? phone : everybody;
                        String page = byTheLink ? link + "/" + purpose.id() : path("/consent");
                        var form = withdrawal(body(who.get(page)), purpose);
                        assertThat(form).as("a way to take it back: " + how).isPresent();
                        assertThat(who.post(
                                                form.get().getKey(),
                                                Map.of("key", form.get().getValue(), "sure", "yes"),
                                                true,
                                                false)
                                        .statusCode())
                                .isEqualTo(303);
                        assertThat(holds(purpose)).as(how).isFalse();
                        assertThat(withdrawal(body(who.get(page)), purpose))
                                .as(how)
                                .isEmpty();
                        assertThat(body(who.get(page + (byTheLink ? "?done=withdrawn" : ""))))
                                .as(how)
                                .contains(byTheLink ? "It is taken back." : ", withdrawn ");
                        for (var file : FILES.entrySet()) {
                            assertThat(everybody.get(address(file.getKey())).statusCode() == 200)
                                    .as(file.getKey() + " after " + how)
                                    .isEqualTo(!file.getValue().contains(purpose));
                        }
                        WhoWaits.isWhatTheRecordsSay(stipple, clinic.everybody());
                    }
                }
                agree(purpose);
            }
        }
    }

    @Test
    void aTextThatWasChangedTakesNothingFromWhatIsThereAndSaysSo() throws Exception {
        publishAnother(Purpose.RECORD_PHOTOS);
        assertThat(everybody.get(address("/people/{id}/photos/{photo}")).statusCode())
                .isEqualTo(200);
        assertThat(body(everybody.get(path("/consent")))).contains("nothing new happens under it");
        assertThat(as(() -> stipple.the(Leave.class).allows(person, Purpose.RECORD_PHOTOS)))
                .isFalse();
    }

    /// Rows as they stood when withdrawing ended one consent alone.
    @Test
    void whatOutlivedAWithdrawalIsEndedByTheSchema() throws Exception {
        agree(Purpose.TEACHING);
        publishAnother(Purpose.TEACHING);
        agree(Purpose.TEACHING);
        UUID newest = as(() -> stipple.the(Consents.class).holding(person, Purpose.TEACHING))
                .orElseThrow()
                .id();
        String migration =
                Files.readString(Path.of("src/main/resources/db/migration/V088__one_withdrawal_ends_a_purpose.sql"));
        try (var connection = stipple.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set search_path = stipple; alter table consent no force row level security;"
                    + " alter table consent_withdrawal no force row level security;"
                    + " insert into consent_withdrawal (clinic_id, patient_id, consent_id, withdrawn_at, noted_by)"
                    + " select clinic_id, patient_id, consent_id, given_at, 'Ada' from consent where consent_id = '"
                    + newest + "'");
            assertThat(holds(Purpose.TEACHING)).as("the older one lives on").isTrue();
            statement.execute(migration.substring(0, migration.indexOf("-- Beside which answers")));
        }
        assertThat(holds(Purpose.TEACHING)).isFalse();
        WhoWaits.isWhatTheRecordsSay(stipple, clinic.everybody());
    }
}
