package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.WhoWaits;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Consent;
import org.stipple.clinic.consent.ConsentTexts;
import org.stipple.clinic.consent.ConsentTexts.Wording;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Leave;
import org.stipple.clinic.consent.Mark;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.Question;
import org.stipple.clinic.consent.Questions;
import org.stipple.clinic.consent.Where;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Invitation;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.invitation.KeptNowhere;
import org.stipple.clinic.patient.PatientDetails;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.Start;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.quantities.Sex;

/// Who has a link reads, asks, signs and takes back at home, for one person, for its time.
class OwnConsentTest {

    private static final String DRAWN = "100,200 300,120 420,260;500,90 510,310";

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Caller nobody;

    private PatientId person = new PatientId(UUID.randomUUID());
    private String link = "";

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-own-consent");
        nobody = Caller.nobody(stipple.port());
    }

    @AfterAll
    static void stop() {
        nobody.close();
        stipple.close();
    }

    @BeforeEach
    void somebodyWithALink() {
        stipple.itIs("2026-11-20T09:00:00Z");
        person = born(1990);
        link = invited(person).path();
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

    private static PatientId born(int year) {
        var one = new PatientId(UUID.randomUUID());
        as(() -> stipple.the(Patients.class)
                .register(
                        one,
                        new PatientDetails(
                                "Amara",
                                "Okafor",
                                LocalDate.of(year, 2, 11),
                                Sex.FEMALE,
                                Optional.empty(),
                                Optional.empty())));
        return one;
    }

    private static Invitation invited(PatientId who) {
        return as(() -> stipple.the(Invitations.class).invite(who, Errand.CONSENT, who.value(), Duration.ofDays(14)));
    }

    private static Plan signedCourse(PatientId who) {
        return as(() -> {
            stipple.the(Intakes.class).save(who, 0, Someone.withAcneScarsOnTheCheeks());
            stipple.the(Screenings.class).screen(who);
            Plan plan = stipple.the(Courses.class).draft(UUID.randomUUID(), who).plan();
            stipple.the(Courses.class)
                    .sign(who, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
            return plan;
        });
    }

    private static String hidden(String page, String name) {
        var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(field.find()).as("the field %s", name).isTrue();
        return field.group(1);
    }

    /// What the form of a purpose would send, signed with the typed name.
    private Map<String, String> form(Purpose purpose, Tongue tongue) throws Exception {
        String page = body(nobody.get(link + "/" + purpose.id() + "?lang=" + tongue.lang()));
        var form = new LinkedHashMap<String, String>();
        for (String name : List.of("purpose", "language", "sha256", "particulars")) {
            form.put(name, hidden(page, name));
        }
        if (purpose == Purpose.TREATMENT) {
            form.put("course", hidden(page, "course"));
            form.put("courseSha256", hidden(page, "courseSha256"));
        }
        form.put("key", UUID.randomUUID().toString());
        form.put("agree", "yes");
        form.put("signedName", "amara okafor");
        return form;
    }

    private HttpResponse<String> sign(Purpose purpose, Map<String, String> form) throws Exception {
        return nobody.post(link + "/" + purpose.id(), form, true, false);
    }

    private static String body(HttpResponse<String> answer) {
        return new String(answer.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private List<Consent> signed() {
        return as(() -> stipple.the(Consents.class).of(person));
    }

    private boolean allows(Purpose purpose) {
        return as(() -> stipple.the(Leave.class).allows(person, purpose));
    }

    @Test
    void whatIsSignedAtHomeSaysThatNobodyWasThere() throws Exception {
        var answer = sign(Purpose.TEACHING, form(Purpose.TEACHING, Tongue.ENGLISH));
        assertThat(answer.statusCode()).as(body(answer)).isEqualTo(303);
        Consent consent = signed().getFirst();
        assertThat(consent.where()).isInstanceOf(Where.ByOwnLink.class);
        assertThat(consent.signature()).isEqualTo("amara okafor");
        assertThat(consent.where().words()).contains("without a witness");
        assertThat(allows(Purpose.TEACHING)).isTrue();
        assertThat(allows(Purpose.MARKETING)).isFalse();
        assertThat(body(nobody.get(link)))
                .contains("You agreed on 20 November 2026.")
                .contains("Not signed.");
        KeptNowhere.require(stipple, link);
    }

    @Test
    void spanishIsReadAndSignedInSpanish() throws Exception {
        var form = form(Purpose.RESEARCH, Tongue.SPANISH);
        assertThat(form).containsEntry("language", "es");
        assertThat(body(nobody.get(link + "/research?lang=es")))
                .contains("lang=\"es\"")
                .contains("He leído esto y estoy de acuerdo.")
                .contains("Si digo que no")
                .doesNotContain("I agree");
        assertThat(sign(Purpose.RESEARCH, form).statusCode()).isEqualTo(303);
        assertThat(signed()).singleElement().satisfies(consent -> {
            assertThat(consent.tongue()).isEqualTo(Tongue.SPANISH);
            assertThat(consent.version()).isEqualTo(1);
        });
        assertThat(pdf(link + "/research/signed.pdf"))
                .contains("Consentimiento para usar mis datos y fotos en la investigación")
                .contains("No hubo testigos", "Si digo que no", "amara okafor");
        assertThat(body(nobody.get(link + "/research?lang=en")))
                .as("what was signed is shown as it was signed, whoever reads it in which language")
                .contains("Si digo que no")
                .doesNotContain("If I say no");
    }

    private static String pdf(String path) throws Exception {
        var answer = nobody.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        try (var document = Loader.loadPDF(answer.body().getBytes(StandardCharsets.ISO_8859_1))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void aBlankFormSignsNothingAndEachFieldIsNamed() throws Exception {
        var whole = form(Purpose.TEACHING, Tongue.ENGLISH);
        var refusals = new LinkedHashMap<String, String>();
        refusals.put("agree", "The box “I agree” is not ticked.");
        refusals.put("signedName", "The name is empty, expected the full name of who signs");
        for (var refusal : refusals.entrySet()) {
            var blank = new LinkedHashMap<>(whole);
            blank.put("key", UUID.randomUUID().toString());
            blank.remove(refusal.getKey());
            var answer = sign(Purpose.TEACHING, blank);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(body(answer)).contains(refusal.getValue());
        }
        var other = new LinkedHashMap<>(whole);
        other.put("key", UUID.randomUUID().toString());
        other.put("signedName", "Somebody Else");
        assertThat(body(sign(Purpose.TEACHING, other)))
                .contains("The name was “Somebody Else”, expected Amara Okafor.")
                .contains("value=\"Somebody Else\"");
        assertThat(sign(Purpose.TEACHING, Map.of("key", UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(sign(Purpose.TEACHING, Map.of()).statusCode()).isEqualTo(422);
        var crossed = new LinkedHashMap<>(whole);
        crossed.put("key", UUID.randomUUID().toString());
        assertThat(sign(Purpose.MARKETING, crossed).statusCode())
                .as("the form of another purpose")
                .isEqualTo(422);
        assertThat(signed()).isEmpty();
    }

    @Test
    void aDrawnSignatureIsKeptAndDrawnAgainAndAForgedOneIsRefused() throws Exception {
        var form = form(Purpose.TEACHING, Tongue.ENGLISH);
        form.remove("signedName");
        for (String forged : List.of("5,5", "not a drawing", "1,1 ".repeat(4000), "7".repeat(300_000))) {
            form.put("strokes", forged);
            form.put("key", UUID.randomUUID().toString());
            assertThat(sign(Purpose.TEACHING, form).statusCode())
                    .as(forged.substring(0, 3))
                    .isEqualTo(422);
        }
        assertThat(signed()).isEmpty();
        form.put("strokes", DRAWN);
        form.put("key", UUID.randomUUID().toString());
        assertThat(sign(Purpose.TEACHING, form).statusCode()).isEqualTo(303);
        Consent consent = signed().getFirst();
        assertThat(consent.mark()).isInstanceOf(Mark.Drawn.class);
        assertThat(consent.signature())
                .as("who draws for themself signs under the name of the record")
                .isEqualTo("Amara Okafor");
        assertThat(body(nobody.get(link + "/teaching"))).contains("M100 200L300 120L420 260M500 90L510 310");
        assertThat(pdf(link + "/teaching/signed.pdf")).contains("The signature as it was drawn by Amara Okafor.");
    }

    @Test
    void aTextThatWasChangedBetweenShowingAndSigningIsNotSigned() throws Exception {
        var form = form(Purpose.MARKETING, Tongue.ENGLISH);
        as(() -> {
            var texts = stipple.the(ConsentTexts.class);
            int version = texts.inForce(Purpose.MARKETING).getFirst().version();
            return texts.publish(
                    Purpose.MARKETING,
                    new Wording("Another " + version, "Photos go on a wall.\n"),
                    Optional.empty(),
                    version);
        });
        var answer = sign(Purpose.MARKETING, form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(body(answer))
                .contains("The text was changed since you opened this page")
                .contains("on a wall");
        assertThat(signed()).isEmpty();
    }

    @Test
    void fiftyCopiesSignOnce() throws Exception {
        var form = form(Purpose.TEACHING, Tongue.ENGLISH);
        var statuses = new ArrayList<Integer>();
        try (var many = Executors.newFixedThreadPool(10)) {
            var calls = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (int i = 0; i < 50; i++) {
                calls.add(many.submit(() -> sign(Purpose.TEACHING, form).statusCode()));
            }
            for (var call : calls) {
                statuses.add(call.get());
            }
        }
        assertThat(statuses).containsOnly(303);
        assertThat(signed()).hasSize(1);
        form.put("key", UUID.randomUUID().toString());
        assertThat(body(sign(Purpose.TEACHING, form))).contains("You have signed this already");
        assertThat(signed()).hasSize(1);
    }

    @Test
    void theLinkOpensThisPersonAloneAndNothingThatIsGuessedOrLate() throws Exception {
        PatientId other = born(1985);
        String theirs = invited(other).path();
        var form = form(Purpose.TEACHING, Tongue.ENGLISH);
        sign(Purpose.TEACHING, form);
        assertThat(body(nobody.get(theirs))).doesNotContain("You agreed");
        assertThat(nobody.get(theirs + "/teaching/signed.pdf").statusCode()).isEqualTo(404);
        var sure = Map.of("key", UUID.randomUUID().toString(), "sure", "yes");
        var nothing = nobody.post(theirs + "/teaching/withdrawal", sure, true, false);
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(body(nothing))
                .contains("You have not agreed to this, so there is nothing to take back.")
                .doesNotContain("It is taken back");
        assertThat(allows(Purpose.TEACHING))
                .as("theirs took back nothing of this person's")
                .isTrue();

        for (String guessed : List.of(
                "/own/consent/" + "0".repeat(43),
                link.substring(0, link.length() - 1),
                link.replace("/own/consent/", "/own/intake/"),
                link + "/nothing",
                "/own/consent/" + person)) {
            assertThat(nobody.get(guessed).statusCode()).as(guessed).isEqualTo(404);
            assertThat(nobody.post(guessed + "/teaching", form, true, false).statusCode())
                    .isEqualTo(404);
        }
        stipple.itIs("2026-12-04T09:00:00Z");
        for (String late : List.of(link, link + "/teaching", link + "/teaching/signed.pdf")) {
            assertThat(nobody.get(late).statusCode()).as(late).isEqualTo(404);
        }
    }

    @Test
    void aMinorNeverSignsByALink() throws Exception {
        person = born(2010);
        link = invited(person).path();
        assertThat(body(nobody.get(link + "/teaching")))
                .contains("You are under 18")
                .doesNotContain("name=\"signedName\"");
        String adult = link;
        link = invited(born(1990)).path();
        var form = form(Purpose.TEACHING, Tongue.ENGLISH);
        link = adult;
        form.put("signer", "representative");
        form.put("relation", "parent");
        form.put("signedName", "Ada Okafor");
        assertThat(sign(Purpose.TEACHING, form).statusCode()).isEqualTo(422);
        form.put("key", UUID.randomUUID().toString());
        form.put("signedName", "Amara Okafor");
        assertThat(body(sign(Purpose.TEACHING, form))).contains("By this link you sign for yourself only");
        assertThat(signed()).isEmpty();
    }

    @Test
    void aQuestionWaitsForTheClinicAndSignsNothing() throws Exception {
        var blank = Map.of("key", UUID.randomUUID().toString(), "question", "  ");
        assertThat(nobody.post(link + "/teaching/question", blank, true, false).statusCode())
                .isEqualTo(422);
        var ask = Map.of("key", UUID.randomUUID().toString(), "question", "Who sees my face?");
        for (int i = 0; i < 3; i++) {
            assertThat(nobody.post(link + "/teaching/question", ask, true, false)
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(signed()).isEmpty();
        WhoWaits.isWhatTheRecordsSay(stipple, noor);
        List<Question> asked = as(() -> stipple.the(Questions.class).of(person));
        assertThat(asked).extracting(Question::words).containsExactly("Who sees my face?");
        try (var clinic = Caller.signedIn(stipple.port(), "noor-own-consent")) {
            assertThat(body(clinic.get("/today"))).contains("Questions about consent");
            var answer = Map.of("key", UUID.randomUUID().toString(), "answer", "Students of our own school.");
            String path = "/people/" + person + "/consent/questions/"
                    + asked.getFirst().id();
            assertThat(clinic.post(path, answer, true, false).statusCode()).isEqualTo(303);
        }
        WhoWaits.isWhatTheRecordsSay(stipple, noor);
        assertThat(body(nobody.get(link + "/teaching"))).contains("Students of our own school.");
    }

    @Test
    void whatIsTakenBackByTheLinkEndsAtOnce() throws Exception {
        sign(Purpose.TEACHING, form(Purpose.TEACHING, Tongue.ENGLISH));
        var unsure = Map.of("key", UUID.randomUUID().toString());
        assertThat(body(nobody.post(link + "/teaching/withdrawal", unsure, true, false)))
                .contains("Nothing was taken back yet");
        assertThat(allows(Purpose.TEACHING)).isTrue();
        var sure = Map.of("key", UUID.randomUUID().toString(), "sure", "yes");
        assertThat(nobody.post(link + "/teaching/withdrawal", sure, true, false).statusCode())
                .isEqualTo(303);
        assertThat(allows(Purpose.TEACHING)).isFalse();
        assertThat(body(nobody.get(link))).contains("You took it back on 20 November 2026.");
        assertThat(pdf(link + "/teaching/signed.pdf")).contains("Withdrawn Friday");
    }

    @Test
    void treatmentThatWasSignedAtHomeIsConfirmedInTheRoomBeforeTheNeedle() throws Exception {
        assertThat(body(nobody.get(link + "/treatment"))).contains("The clinic writes your plan first.");
        Plan plan = signedCourse(person);
        String page = body(nobody.get(link + "/treatment"));
        assertThat(page)
                .contains("Your skin was judged as type III of VI")
                .containsPattern("Zones: left cheek at [0-9.]+ mm, right cheek at [0-9.]+ mm\\.");
        assertThat(sign(Purpose.TREATMENT, form(Purpose.TREATMENT, Tongue.ENGLISH))
                        .statusCode())
                .isEqualTo(303);
        Consent consent = signed().getFirst();
        assertThat(consent.particulars()).anyMatch(line -> line.startsWith("Your skin was judged"));
        assertThat(against(plan)).anyMatch(why -> why.contains("signed at home"));
        try (var clinic = Caller.signedIn(stipple.port(), "noor-own-consent")) {
            String path = "/people/" + person + "/consent/" + consent.id() + "/confirmation";
            var half = Map.of("key", UUID.randomUUID().toString(), "seen", "yes");
            assertThat(clinic.post(path, half, true, false).statusCode()).isEqualTo(422);
            assertThat(against(plan)).anyMatch(why -> why.contains("signed at home"));
            var whole = Map.of("key", UUID.randomUUID().toString(), "seen", "yes", "answered", "yes");
            assertThat(clinic.post(path, whole, true, false).statusCode()).isEqualTo(303);
            assertThat(clinic.post(path, whole, true, false).statusCode()).isEqualTo(303);
            assertThat(body(clinic.get("/people/" + person + "/consent"))).contains("Confirmed 20 Nov 2026");
        }
        assertThat(against(plan))
                .noneMatch(why -> why.toLowerCase(java.util.Locale.ROOT).contains("consent"));
    }

    private List<String> against(Plan plan) {
        return as(() -> switch (stipple.the(Sessions.class).start(UUID.randomUUID(), person, plan.id(), List.of())) {
            case Start.Started _ -> List.<String>of();
            case Start.NotStarted(var why) -> why;
        });
    }

    @Test
    void theClinicSendsTheLinkOrShowsItAsACode() throws Exception {
        try (var clinic = Caller.signedIn(stipple.port(), "noor-own-consent")) {
            String path = "/people/" + person + "/consent";
            var sent =
                    clinic.post(path + "/link", Map.of("key", UUID.randomUUID().toString()), true, false);
            assertThat(sent.headers().firstValue("Location").orElse("")).endsWith("?sent=no");
            assertThat(body(clinic.get(path + "?sent=no"))).contains("may not be written to by any channel");
            String code = body(clinic.get(path + "/code"));
            assertThat(code).contains("QR code of the link");
            var address = Pattern.compile("http://[^<\\s]+(/own/consent/[A-Za-z0-9_-]{43})")
                    .matcher(code);
            assertThat(address.find()).isTrue();
            assertThat(nobody.get(address.group(1)).statusCode()).isEqualTo(200);
            var end = Map.of("key", UUID.randomUUID().toString());
            assertThat(clinic.post(path + "/code/end", end, true, false).statusCode())
                    .isEqualTo(303);
            assertThat(nobody.get(address.group(1)).statusCode()).isEqualTo(404);
            assertThat(nobody.get(link).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void anAddressThatIsTypedSaysOnlyWhatIsSo() throws Exception {
        String page = link + "/teaching";
        for (String done : List.of("signed", "withdrawn", "asked")) {
            assertThat(body(nobody.get(page + "?done=" + done)))
                    .as(done)
                    .doesNotContain("It is signed", "It is taken back", "Your question is with the clinic");
            assertThat(body(nobody.get(link + "?done=" + done))).doesNotContain("It is signed", "It is taken back");
        }
        sign(Purpose.TEACHING, form(Purpose.TEACHING, Tongue.ENGLISH));
        assertThat(body(nobody.get(page + "?done=signed"))).contains("Thank you. It is signed.");
        assertThat(body(nobody.get(page + "?done=withdrawn"))).doesNotContain("It is taken back");
        var sure = Map.of("key", UUID.randomUUID().toString(), "sure", "yes");
        nobody.post(page + "/withdrawal", sure, true, false);
        assertThat(body(nobody.get(page + "?done=withdrawn"))).contains("It is taken back.");
        assertThat(body(nobody.get(page + "?done=signed"))).doesNotContain("It is signed");
        try (var clinic = Caller.signedIn(stipple.port(), "noor-own-consent")) {
            PatientId nobodyWrote = born(1985);
            assertThat(body(clinic.get("/people/" + nobodyWrote + "/consent?sent=yes")))
                    .doesNotContain("A link was written");
        }
    }

    @Test
    void aFormThatComesBackWithAnotherAnswerSaysThatTheFirstStands() throws Exception {
        var form = form(Purpose.TEACHING, Tongue.ENGLISH);
        assertThat(sign(Purpose.TEACHING, form).statusCode()).isEqualTo(303);
        form.put("signedName", "Amara  Okafor");
        assertThat(body(sign(Purpose.TEACHING, form)))
                .contains("What you sent first stands")
                .contains("You agreed on 20 November 2026")
                .doesNotContain("Nothing was signed");
        var ask = new LinkedHashMap<>(Map.of("key", UUID.randomUUID().toString(), "question", "Who sees it?"));
        nobody.post(link + "/teaching/question", ask, true, false);
        ask.put("question", "Who else sees it?");
        assertThat(body(nobody.post(link + "/teaching/question", ask, true, false)))
                .contains("What you sent first stands", "Who sees it?")
                .doesNotContain("Who else sees it?");
        assertThat(signed()).hasSize(1);
    }
}
