package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.AuditEntry;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.outcome.Outcomes;
import org.stipple.clinic.outcome.Score;
import org.stipple.clinic.outcome.Scores;
import org.stipple.clinic.patient.PatientDetails;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.AfterNeedle;
import org.stipple.clinic.treatment.Afterwards;
import org.stipple.clinic.treatment.Reaction;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.phantom.DemoScene.Visit;
import org.stipple.protocol.document.Document;
import org.stipple.quantities.Sex;

/// What came of a treatment as a browser gets it: photos over time, two on each other, changes, scales, the
/// summary.
class OutcomePageTest {

    private static final int PAGE_WEIGHT = 150_000;
    private static final String NAME = "Ángela Núñez Ibáñez";

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Caller caller;
    static PatientId person;
    static UUID course;
    static Session session;
    static UUID before;
    static UUID after;

    @BeforeAll
    static void treat() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-outcome");
        Treated treated = Acting.as(noor, OutcomePageTest::treated);
        person = treated.person();
        course = treated.course();
        session = treated.session();
        before = treated.before();
        after = treated.after();
        caller = Caller.signedIn(stipple.port(), "noor-outcome");
    }

    /// One course of one person, with what was made for it.
    private record Treated(PatientId person, UUID course, Session session, UUID before, UUID after) {}

    private static Treated treated() {
        var person = new PatientId(UUID.randomUUID());
        stipple.the(Patients.class)
                .register(
                        person,
                        new PatientDetails(
                                "Ángela",
                                "Núñez Ibáñez",
                                LocalDate.of(1992, 2, 11),
                                Sex.FEMALE,
                                Optional.empty(),
                                Optional.empty()));
        stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
        stipple.the(Screenings.class).screen(person);
        var courses = stipple.the(Courses.class);
        var plan = courses.draft(UUID.randomUUID(), person).plan();
        UUID course = plan.id();
        courses.sign(person, course, plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
        for (Purpose purpose : Purpose.values()) {
            Someone.agrees(stipple, person, purpose, plan);
        }
        UUID before = Someone.photo(stipple, person, Visit.BASELINE);
        score(person, "goodman-baron-qualitative", new Scores.By.Me(Score.Blinding.NOT_BLINDED), "3", Optional.empty());
        UUID unit = stipple.the(Stock.class)
                .receive("skinpen-precision", UnitCode.parse("(17)281130(10)LOT77(21)1"), 1)
                .getFirst()
                .id();
        Session session =
                Someone.started(stipple.the(Sessions.class).start(UUID.randomUUID(), person, course, List.of(unit)));
        for (var zone : Someone.plannedZones(plan)) {
            stipple.the(Sessions.class).chart(person, session.id(), zone.id(), Someone.asPlanned(zone));
        }
        stipple.the(AfterNeedle.class)
                .tell(
                        person,
                        session.id(),
                        new Afterwards.Found(
                                new Reaction(Map.of(Reaction.Sign.ERYTHEMA, 2, Reaction.Sign.WHEAL, 0)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        0);
        stipple.the(Sessions.class).close(person, session.id(), "Tolerated well.", ClinicUnderTest.PASSWORD);
        stipple.itIs("2026-12-20T09:00:00Z");
        UUID after = Someone.photo(stipple, person, Visit.MONTH_3);
        stipple.the(Outcomes.class).measure(UUID.randomUUID(), person, before, Optional.of(after));
        var beside = Optional.of(new Score.Beside(session.id(), Score.Side.AFTER));
        score(person, "goodman-baron-qualitative", new Scores.By.Me(Score.Blinding.BLINDED), "2", beside);
        score(person, "gais", new Scores.By.Me(Score.Blinding.NOT_BLINDED), "2", beside);
        score(person, "gais", new Scores.By.ThePerson(Score.Way.ROOM), "4", beside);
        return new Treated(person, course, session, before, after);
    }

    private static void score(
            PatientId person, String scale, Scores.By by, String total, Optional<Score.Beside> beside) {
        stipple.the(Scores.class)
                .record(
                        UUID.randomUUID(),
                        person,
                        new Scores.Said(
                                scale,
                                by,
                                new Scores.Answered.Total(new BigDecimal(total)),
                                Optional.empty(),
                                Set.of(),
                                stipple.the(org.stipple.clinic.access.ClinicClock.class)
                                        .today(),
                                beside));
    }

    @AfterAll
    static void stop() {
        caller.close();
        stipple.close();
    }

    private static String body(String path) throws Exception {
        HttpResponse<String> answer = caller.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new String(bytes(answer), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(HttpResponse<String> answer) {
        return answer.body().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void theTimeLineOnThePersonsPageShowsSessionsPhotosAndReactionsInOrder() throws Exception {
        String page = body("/people/" + person);
        String track = page.substring(page.indexOf("class=\"track\""), page.indexOf("class=\"chapters\""));
        assertThat(track)
                .containsSubsequence(
                        "/photos/" + before + "/small", "Session 1", "Reaction:", "/photos/" + after + "/small");
        assertThat(page).contains("Open the outcome", "Newest by a scale: ");
        assertThat(page.length()).isLessThan(PAGE_WEIGHT);
    }

    @Test
    void whatPutTreatmentOffIsMarkedAndThatSkinRestsBetweenSessionsIsNot() throws Exception {
        assertThat(body("/people/" + person)).doesNotContain("tl-deferral");
        var peeled = new PatientId(UUID.randomUUID());
        Acting.doing(noor, () -> {
            stipple.the(Patients.class).register(peeled, Someone.bornIn(1990));
            stipple.the(Intakes.class)
                    .save(
                            peeled,
                            0,
                            Someone.withAcneScarsOnTheCheeks()
                                    .withPath(
                                            "facts.peel",
                                            Document.mapping().with("last", Document.of(LocalDate.of(2026, 12, 15)))));
            stipple.the(Screenings.class).screen(peeled);
        });
        assertThat(body("/people/" + peeled)).contains("tl-deferral", "Nobody judged by a scale yet");
        assertThat(body("/people/" + peeled + "/outcome"))
                .contains("No photos yet", "There are no two photos of one view to measure yet");
    }

    @Test
    void theNewestMeasuredPairLiesOnEachOtherWithTheChangeOfEachZone() throws Exception {
        String page = body("/people/" + person + "/outcome");
        assertThat(page)
                .containsSubsequence(
                        "data-compare=\"slide\"",
                        "/pictures/before",
                        "/pictures/after",
                        "The later photo lies on the earlier",
                        "Photos over time",
                        "Change in each zone",
                        "95 % interval",
                        "change-bar",
                        "improved",
                        "Not measurable here, and why",
                        "Scales")
                .doesNotContain("style=\"");
        assertThat(page.length()).isLessThan(PAGE_WEIGHT);
    }

    @Test
    void aDifferenceOfOpinionIsShownAndNoMeanIsMade() throws Exception {
        assertThat(body("/people/" + person + "/outcome"))
                .contains("The clinician said 2 (much improved)")
                .contains("the person said 4 (no change)")
                .contains("They do not agree: both stand, and no mean is made of them.")
                .contains("From 3 on 20 Nov 2026 to 2 (Mild")
                .contains("1 less, towards better. How much of it is error of judging is not known here.")
                .doesNotContain(">3</b> improved");
    }

    @Test
    void anyTwoPhotosOfAViewCanBeChosenInAnyOrder() throws Exception {
        UUID third = Acting.as(noor, () -> Someone.photo(stipple, person, Visit.MONTH_1));
        String page = body("/people/" + person + "/outcome?before=" + third + "&after=" + before);
        assertThat(page)
                .contains("/photos/" + before + "/beside/" + third, "/photos/" + third + "/beside/" + before)
                .contains("Both at the same scale", "Measure these two", "were not measured against each other");
        assertThat(body("/people/" + person + "/outcome?before=" + third + "&after=" + third))
                .contains("The same photo was chosen twice");
    }

    @Test
    void aSmallPhotoIsSmallAndEachLookIsInTheTrail() throws Exception {
        int looks = trail("photo");
        for (int i = 0; i < 2; i++) {
            var answer = caller.get("/people/" + person + "/photos/" + before + "/small");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            byte[] file = bytes(answer);
            assertThat(file.length).isLessThan(30_000);
            var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(file));
            assertThat(Math.max(image.getWidth(), image.getHeight())).isEqualTo(240);
        }
        assertThat(trail("photo")).isEqualTo(looks + 2);
    }

    private static int trail(String what) throws Exception {
        return (int) Acting.as(
                        noor,
                        () -> Objects.requireNonNull(
                                stipple.the(TransactionTemplate.class).execute(_ -> {
                                    stipple.the(Patients.class).read(person, "trail");
                                    return stipple.the(AuditTrail.class).about(person, 900);
                                })))
                .stream()
                .map(AuditEntry::what)
                .filter(what::equals)
                .count();
    }

    private static byte[] summary() throws Exception {
        var answer = caller.get("/people/" + person + "/courses/" + course + "/summary.pdf");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("course-summary.pdf")
                .doesNotContain("zib");
        return bytes(answer);
    }

    private static String text(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static int pictures(byte[] file) throws IOException {
        int pictures = 0;
        try (PDDocument document = Loader.loadPDF(file)) {
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getXObjectNames()) {
                    if (page.getResources().getXObject(name) instanceof PDImageXObject) {
                        pictures++;
                    }
                }
            }
        }
        return pictures;
    }

    @Test
    void theSummaryTellsTheWholeCourseAndIsReadAsADocument() throws Exception {
        int read = trail("course summary, as a file");
        byte[] file = summary();
        assertThat(text(file))
                .contains(NAME)
                .contains("acne scars")
                .contains("left cheek", "right cheek")
                .contains("What the plan rests on")
                .contains("Session 1, 20 Nov 2026")
                .contains("lot LOT77")
                .contains("per cm²")
                .contains("photos for the record: signed")
                .contains("95 % interval", "improved", "What could not be measured", "no colour card")
                .contains("Goodman-Baron, qualitative", "They do not agree")
                .contains("redness clear (2)")
                .contains("sessions of the course still to be had")
                .contains("Made 20 Dec 2026, 09:00 by Dr. Hillside");
        assertThat(pictures(file)).isEqualTo(2);
        assertThat(summary()).isEqualTo(file);
        assertThat(trail("course summary, as a file")).isEqualTo(read + 2);
        assertThat(body("/people/" + person + "/courses/" + course + "/summary"))
                .contains(NAME, "lot LOT77", "They do not agree", "still to be had");
    }

    @Test
    void withoutConsentToPhotosTheSummaryHasNone() throws Exception {
        var consents = stipple.the(Consents.class);
        Acting.doing(
                noor,
                () -> consents.withdraw(
                        person,
                        consents.inForce(person, Purpose.RECORD_PHOTOS, Optional.empty())
                                .orElseThrow()
                                .id()));
        try {
            byte[] file = summary();
            assertThat(pictures(file)).isZero();
            assertThat(text(file)).contains("No photos: consent to photos for the record is not in force.");
        } finally {
            Acting.doing(
                    noor,
                    () -> Someone.agrees(
                            stipple,
                            person,
                            Purpose.RECORD_PHOTOS,
                            stipple.the(Courses.class).find(person, course).plan()));
        }
    }

    @Test
    void aScoreIsWrittenOnceHoweverOftenItsFormComesAndCorrectedWithAReason() throws Exception {
        String scores = "/people/" + person + "/scores";
        assertThat(body(scores))
                .containsSubsequence("For what the course is about", "Goodman-Baron", "All others", "DLQI");
        String page = body(scores + "?scale=iga-acne");
        assertThat(page).contains("Clear; marks and redness may remain.", "Range by EDF and IGA");
        var form = Map.of(
                "key", UUID.randomUUID().toString(),
                "scale", "iga-acne",
                "rater", "clinician",
                "answer", "2",
                "blinding", "not-said",
                "on", "2026-12-20",
                "beside", "after:" + session.id());
        for (int i = 0; i < 2; i++) {
            assertThat(caller.post(scores, form, true, false).statusCode()).isEqualTo(303);
        }
        String outcome = body("/people/" + person + "/outcome");
        var correct = Pattern.compile(
                        "href=\"([^\"]+)\" aria-label=\"Correct 2, On 20 Dec 2026, 30 days after session 1\"")
                .matcher(outcome.substring(outcome.indexOf("IGA of acne")));
        assertThat(correct.find()).isTrue();
        String address = correct.group(1);
        assertThat(body(address)).contains("What stands: 2 on 20 Dec 2026", "value=\"2\" checked");
        var again = new java.util.HashMap<>(form);
        again.put("key", UUID.randomUUID().toString());
        again.put("answer", "1");
        var refused = caller.post(address, again, true, false);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("expected why it is corrected", "value=\"1\" checked");
        again.put("key", UUID.randomUUID().toString());
        again.put("reason", "Counted the nodules again.");
        assertThat(caller.post(address, again, true, false).statusCode()).isEqualTo(303);
        assertThat(body("/people/" + person + "/outcome"))
                .contains("corrected: it was 2 of 20 Dec 2026, because “Counted the nodules again.”");
    }

    @Test
    void theWordingOfALicensedScaleIsNowhereOnItsPage() throws Exception {
        assertThat(body("/people/" + person + "/scores?scale=posas-2-patient"))
                .contains(
                        "Its questions are not shown here", "Licence: free for researchers", "6 to 60, less is better")
                .doesNotContain("name=\"answer\" value=\"6\"");
    }

    @Test
    void aPatientsAccountReachesNoneOfIt() throws Exception {
        Acting.doing(
                noor,
                () -> stipple.the(Accounts.class)
                        .add(UUID.randomUUID(), "angela", NAME, ClinicUnderTest.PASSWORD, Set.of(Role.PATIENT)));
        try (var angela = Caller.signedIn(stipple.port(), "angela")) {
            for (String path : List.of(
                    "/outcome", "/scores", "/courses/" + course + "/summary.pdf", "/photos/" + before + "/small")) {
                assertThat(angela.get("/people/" + person + path).statusCode())
                        .as(path)
                        .isEqualTo(403);
            }
        }
    }
}
