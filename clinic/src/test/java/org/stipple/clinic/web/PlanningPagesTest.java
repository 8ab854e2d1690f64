package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.planning.Signing;
import org.stipple.protocol.ZonePlan;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;

/// What a new user of intake, screening and course stumbles over.
class PlanningPagesTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Caller caller;
    static int clinics;

    PatientId person = new PatientId(UUID.randomUUID());

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-pages");
        caller = Caller.signedIn(stipple.port(), "noor-pages");
    }

    @AfterAll
    static void stop() {
        caller.close();
        stipple.close();
    }

    @BeforeEach
    void aPerson() {
        born(1992);
    }

    private void born(int year) {
        person = new PatientId(UUID.randomUUID());
        Acting.doing(noor, () -> stipple.the(Patients.class).register(person, Someone.bornIn(year)));
    }

    private void screened(Document.Mapping request) {
        Acting.doing(noor, () -> {
            stipple.the(Intakes.class).save(person, 0, request);
            stipple.the(Screenings.class).screen(person);
        });
    }

    private Plan drafted() throws Exception {
        return Acting.as(noor, () -> stipple.the(Courses.class).draft(UUID.randomUUID(), person))
                .plan();
    }

    private String page(String rest) throws Exception {
        var answer = caller.get("/people/" + person + rest);
        assertThat(answer.statusCode()).as(rest).isEqualTo(200);
        return text(answer);
    }

    /// Pages are UTF-8, and the caller keeps one letter a byte.
    private static String text(HttpResponse<String> answer) {
        return new String(
                answer.body().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private FormOnPage intake() throws Exception {
        return FormOnPage.of(caller.get("/people/" + person + "/intake").body(), "intake");
    }

    private HttpResponse<String> send(String rest, Map<String, List<String>> form) throws Exception {
        return caller.send("/people/" + person + rest, form);
    }

    @Test
    void aCheckThatFailedIsPartOfTheVerdictOnEveryPage() throws Exception {
        screened(Someone.withAcneScarsOnTheCheeks());
        Plan plan = drafted();
        assertThat(plan.course().planned().stream().flatMap(zone -> zone.checks().stream()))
                .as("the case that was seen: the skin of the cheek is thinner than the needles are set")
                .anyMatch(check -> check.check().equals("skin-thickness") && !check.passed());
        for (String rest : List.of("", "/screening", "/courses/" + plan.id())) {
            assertThat(page(rest))
                    .as("person" + rest)
                    .doesNotContain("verdict v-go")
                    .contains("Not passed in the plan: skin thickness (left cheek, right cheek)");
        }
        for (String rest : List.of("/screening", "/courses/" + plan.id())) {
            assertThat(page(rest))
                    .as("person" + rest)
                    .containsPattern("<details class=\"finding v-caution\" open>(?s).{0,900}Not passed: skin thickness")
                    .contains("which is more than that")
                    .contains("/knowledge/zones/cheek");
        }
    }

    @Test
    void whatIsSignedStandsBeforeTheBoxAndTheSignatureNamesIt() throws Exception {
        screened(Someone.withAcneScarsOnTheCheeks()
                .with("indications", Document.texts(List.of("wrinkles")))
                .with("zones", Document.texts(List.of("neck")))
                .withPath("goal.depthMm", Document.of(new java.math.BigDecimal("2.0"))));
        Plan plan = drafted();
        String page = page("/courses/" + plan.id());
        assertThat(page.indexOf("id=\"found\"")).isPositive().isLessThan(page.indexOf("id=\"sign\""));
        assertThat(page.indexOf("Plan by zone")).isLessThan(page.indexOf("id=\"sign\""));
        assertThat(page)
                .contains("I have reviewed this course (SkinPen Precision, neck ")
                .contains("I have seen that this did not pass: ")
                .contains("I take on: ");
        Acting.doing(noor, () -> {
            var courses = stipple.the(Courses.class);
            courses.sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
            assertThat(courses.inForce(person).orElseThrow().signature().meaning())
                    .isEqualTo(courses.meaning(plan));
        });
    }

    @Test
    void theLiveVerdictIsNeverBetterThanWhatSavingWouldGive() throws Exception {
        screened(Someone.withAcneScarsOnTheCheeks());
        var nobodyTreats = intake().enter("operator", "").sent();
        assertThat(send("/intake", nobodyTreats).statusCode()).isEqualTo(422);
        var live = text(send("/intake/preview", nobodyTreats));
        assertThat(live)
                .doesNotContain("verdict v-go")
                .doesNotContain("verdict v-caution")
                .contains("Not ready")
                .contains("href=\"#f-operator\"")
                .contains("Choose who treats.");
        live = text(
                send("/intake/preview", intake().enter("goal.depthMm", "abc").sent()));
        assertThat(live)
                .contains("Not ready")
                .contains("data-trouble=\"goal.depthMm\"")
                .contains("href=\"#f-goal.depthMm\"")
                .contains("Expected: a number from 0.05 to 5.");
        live = text(send("/intake/preview", intake().sent()));
        assertThat(live).doesNotContain("Not ready").contains("Go, with care");
    }

    @Test
    void whoTreatsIsFilledInFromTheLastIntakeOfTheSameAccount() throws Exception {
        Actor other = stipple.clinic("Riverside " + ++clinics, "noor-operator-" + clinics);
        PatientId first = new PatientId(UUID.randomUUID());
        PatientId second = new PatientId(UUID.randomUUID());
        Acting.doing(other, () -> {
            stipple.the(Patients.class).register(first, Someone.bornIn(1990));
            stipple.the(Patients.class).register(second, Someone.bornIn(1991));
            assertThat(stipple.the(Intakes.class).usualOperator()).isEmpty();
            stipple.the(Intakes.class)
                    .save(first, 0, Someone.withAcneScarsOnTheCheeks().with("operator", Document.of("nurse")));
        });
        try (var theirs = Caller.signedIn(stipple.port(), "noor-operator-" + clinics)) {
            var form = FormOnPage.of(theirs.get("/people/" + second + "/intake").body(), "intake");
            assertThat(form.shows("operator")).containsExactly("nurse");
        }
    }

    @Test
    void thePractitionersOwnLimitBindsThePlan() throws Exception {
        screened(Someone.withAcneScarsOnTheCheeks());
        var sent = send(
                "/intake",
                intake().enter("limits.depthMm", "0.75")
                        .enter("limits.zones", "cheek-right")
                        .sent());
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(intake().shows("limits.depthMm")).containsExactly("0.75");
        assertThat(intake().shows("limits.zones")).containsExactly("cheek-right");
        var bound = new ArrayList<String>();
        for (ZonePlan.Planned zone : drafted().course().planned()) {
            bound.add(zone.id().id() + " " + zone.depth().boundBy() + " "
                    + zone.depth().chosen());
        }
        assertThat(bound).as("no zone outside the scope is planned").containsExactly("cheek-right scope 0.75 mm");
        assertThat(page("/courses/" + drafted().id())).contains("outside-scope");
        var noDepth = send(
                "/intake",
                intake().enter("limits.depthMm", "")
                        .enter("limits.zones", "cheek-right")
                        .sent());
        assertThat(noDepth.statusCode()).isEqualTo(422);
        assertThat(text(noDepth)).contains("The practitioner’s own limit");
    }

    @Test
    void onlyWhatTheRulesAllowToBeSetAsideIsOffered() throws Exception {
        born(2010);
        screened(Someone.withAcneScarsOnTheCheeks());
        assertThat(page("/screening")).contains("name=\"set-aside:minor\"").contains("two supervising clinicians");
        born(2010);
        screened(Someone.withAcneScarsOnTheCheeks().with("facts", Someone.answering("pregnant", true)));
        assertThat(page("/screening"))
                .as("what nobody sets aside stands everywhere, so a reason for the rest would change nothing")
                .doesNotContain("name=\"set-aside:")
                .doesNotContain("cannot record");
    }

    @Test
    void aRefusalThatLeavesNoDepthIsNotOffered() throws Exception {
        screened(Someone.withAcneScarsOnTheCheeks()
                .with("device", Document.of("dermaroller-mf8"))
                .with("zones", Document.texts(List.of("temple-left"))));
        assertThat(page("/screening")).doesNotContain("name=\"set-aside:no-depth-left");
    }

    @Test
    void settingAsideWithoutAReasonComesBackWithAWordAtTheField() throws Exception {
        born(2010);
        screened(Someone.withAcneScarsOnTheCheeks());
        var form = new LinkedHashMap<String, List<String>>();
        form.put("_csrf", intake().shows("_csrf"));
        form.put("key", List.of(UUID.randomUUID().toString()));
        form.put("aside", List.of("asked"));
        form.put("set-aside:minor", List.of("  "));
        var back = send("/courses", form);
        assertThat(back.statusCode()).isEqualTo(422);
        assertThat(text(back))
                .contains("No reason was given")
                .contains("id=\"e-set-aside-minor\"")
                .contains("aria-describedby=\"e-set-aside-minor\"")
                .contains("What was found");
        form.put("set-aside:minor", List.of("x"));
        back = send("/courses", form);
        assertThat(back.statusCode()).isEqualTo(422);
        assertThat(text(back))
                .contains("id=\"e-set-aside-minor\">Was “x”, expected why this may be done for this person")
                .contains("value=\"x\"");
        form.put("set-aside:minor", List.of("Both parents agree."));
        form.put("set-aside:pregnant", List.of("Kept as it was written."));
        back = send("/courses", form);
        assertThat(back.statusCode()).isEqualTo(422);
        assertThat(text(back)).contains("nothing of the rule pregnant").contains("value=\"Both parents agree.\"");
    }

    @Test
    void aSignatureWithAReasonThatSaysNothingLosesNothing() throws Exception {
        screened(Someone.withAcneScarsOnTheCheeks()
                .with("indications", Document.texts(List.of("wrinkles")))
                .with("zones", Document.texts(List.of("neck")))
                .withPath("goal.depthMm", Document.of(new java.math.BigDecimal("2.0"))));
        Plan plan = drafted();
        var rules = List.copyOf(Someone.reasonsFor(plan).keySet());
        assertThat(rules).isNotEmpty();
        var form = new LinkedHashMap<String, List<String>>();
        form.put("_csrf", intake().shows("_csrf"));
        form.put("key", List.of(UUID.randomUUID().toString()));
        form.put("sha256", List.of(plan.sha256()));
        form.put("password", List.of(ClinicUnderTest.PASSWORD));
        form.put("reason:" + rules.getFirst(), List.of("seen it"));
        var back = send("/courses/" + plan.id() + "/signature", form);
        assertThat(back.statusCode()).isEqualTo(422);
        assertThat(text(back))
                .contains("id=\"e-reason-" + rules.getFirst() + "\">Was “seen it”, expected why this may be done")
                .contains("value=\"seen it\"");
    }

    @Test
    void whoWasOvertakenSeesEveryDifferenceAndCanSaveTheirs() throws Exception {
        screened(Someone.withAcneScarsOnTheCheeks());
        var mine = intake().enter("fact:diabetes", "controlled");
        assertThat(send(
                                "/intake",
                                intake().enter("fact:diabetes", "uncontrolled").sent())
                        .statusCode())
                .isEqualTo(303);
        var overtaken = send("/intake", mine.sent());
        assertThat(overtaken.statusCode()).isEqualTo(422);
        assertThat(text(overtaken))
                .contains("saved answers meanwhile")
                .contains("saved meanwhile: uncontrolled; here: controlled");
        var again = FormOnPage.of(overtaken.body(), "intake");
        assertThat(again.shows("fact:diabetes")).containsExactly("controlled");
        assertThat(send("/intake", again.sent()).statusCode()).isEqualTo(303);
        assertThat(intake().shows("fact:diabetes")).containsExactly("controlled");
    }

    @Test
    void zonesWithSessionsOfTheirOwnSayThem() throws Exception {
        screened(Someone.withAcneScarsOnTheCheeks()
                .with("device", Document.of("dermapen-4"))
                .with("zones", Document.texts(List.of("scalp", "cheek-left")))
                .with("indications", Documents.read("[acne-scars, {id: hair, subtype: androgenetic}]")));
        assertThat(page("/courses/" + drafted().id()))
                .contains("6 sessions, 14 days apart", "3 sessions, 30 days apart");
    }

    @Test
    void theCourseShowsWhatEveryZoneReceives() throws Exception {
        screened(Someone.withAcneScarsOnTheCheeks());
        String page = page("/courses/" + drafted().id());
        for (String zone : List.of("cheek-left", "cheek-right")) {
            String part = page.substring(page.indexOf("id=\"answer-" + zone + "\""));
            assertThat(part.substring(0, part.indexOf("What the model does not know")))
                    .contains("As planned:")
                    .contains("Reticular dermis")
                    .contains("Beyond the dermis")
                    .contains("h0M")
                    .contains("Channels per cm² by depth");
        }
        assertThat(page).doesNotContain("style=");
    }

    @Test
    void tryingShowsAnotherDoseAndAltersNothing() throws Exception {
        screened(Someone.withAcneScarsOnTheCheeks());
        Plan plan = drafted();
        String before = page("/courses/" + plan.id()).replaceAll("(?s)<input type=\"hidden\"[^>]*>", "");
        String tried = page("/courses/" + plan.id() + "/dose/cheek-left?depthMm=1&passes=2&glideMmPerS=40");
        assertThat(tried)
                .contains("Tried: <b>1 mm, 2 passes at 40 mm/s</b>")
                .contains("The plan stays as it is.")
                .contains("value=\"40\"");
        assertThat(page("/courses/" + plan.id()).replaceAll("(?s)<input type=\"hidden\"[^>]*>", ""))
                .isEqualTo(before);
        assertThat(page("/courses/" + plan.id() + "/dose/cheek-left?depthMm=abc"))
                .contains("“abc” is no number")
                .contains("As planned:");
        assertThat(page("/courses/" + plan.id() + "/dose/cheek-left?depthMm=5"))
                .as("no deeper than the plan allows here")
                .doesNotContain("Tried: <b>5 mm");
        assertThat(caller.get("/people/" + person + "/courses/" + plan.id() + "/dose/chin")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void otherWishesMakeAnotherDraftAndLeaveThisOne() throws Exception {
        screened(Someone.withAcneScarsOnTheCheeks());
        Plan plan = drafted();
        var form = new LinkedHashMap<String, List<String>>();
        form.put("_csrf", intake().shows("_csrf"));
        form.put("key", List.of(UUID.randomUUID().toString()));
        form.put("revision", List.of("1"));
        form.put("goal.depthMm", List.of("1"));
        form.put("limits.depthMm", List.of("0,75"));
        var answer = send("/courses/" + plan.id() + "/anew", form);
        assertThat(answer.statusCode()).isEqualTo(303);
        Acting.doing(noor, () -> {
            var all = stipple.the(Courses.class).of(person);
            assertThat(all).hasSize(2);
            assertThat(all).extracting(course -> course.plan().sha256()).contains(plan.sha256());
            assertThat(stipple.the(Intakes.class).latest(person).orElseThrow().number())
                    .isEqualTo(2);
        });
        form.put("key", List.of(UUID.randomUUID().toString()));
        assertThat(text(send("/courses/" + plan.id() + "/anew", form)))
                .contains("Answers were saved meanwhile, so nothing was planned");
        form.put("key", List.of(UUID.randomUUID().toString()));
        form.put("revision", List.of("2"));
        form.put("goal.depthMm", List.of("nine"));
        answer = send("/courses/" + plan.id() + "/anew", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains("Nothing was planned anew: goal.depthMm");
    }

    private void pregnantNow(int onTopOf) {
        Acting.doing(noor, () -> {
            stipple.the(Intakes.class)
                    .save(
                            person,
                            onTopOf,
                            Someone.withAcneScarsOnTheCheeks().with("facts", Someone.answering("pregnant", true)));
            stipple.the(Screenings.class).screen(person);
        });
    }

    private Signing signed(Plan plan) throws Exception {
        return Acting.as(
                noor,
                () -> stipple.the(Courses.class)
                        .sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD));
    }

    @Test
    void aDraftIsJudgedByTheNewestAnswersAndNobodySignsItAgainstThem() throws Exception {
        screened(Someone.withAcneScarsOnTheCheeks());
        Plan plan = drafted();
        assertThat(page("")).contains("Review and sign the course<");
        pregnantNow(1);
        for (String rest : List.of("", "/courses/" + plan.id())) {
            assertThat(page(rest))
                    .as("person" + rest)
                    .contains("verdict v-no", "What is known changed since it was planned")
                    .containsPattern("[Pp]regnan")
                    .doesNotContain("Go, with care", "Review and sign the course<", "Sign the course</button>");
        }
        assertThat(page("")).contains("Look at the screening, and plan anew");
        assertThat(page("/courses/" + plan.id()))
                .contains("<span class=\"figure-value\">no date yet")
                .contains("/knowledge/rules/pregnan");
        assertThat(signed(plan))
                .isInstanceOfSatisfying(
                        Signing.Refused.class,
                        refused -> assertThat(refused.why())
                                .singleElement()
                                .asString()
                                .contains("Nothing was signed", "regnan", "plan anew"));
        Acting.doing(noor, () -> stipple.the(Intakes.class).save(person, 2, Someone.withAcneScarsOnTheCheeks()));
        assertThat(page("")).as("corrected again").contains("Review and sign the course<");
        assertThat(signed(plan)).isInstanceOf(Signing.Signed.class);
    }

    @Test
    void aGraverScreeningBeforeIsSeenBesideTheMilderOne() throws Exception {
        screened(Someone.withAcneScarsOnTheCheeks());
        assertThat(page("/screening")).doesNotContain("Screened otherwise before");
        pregnantNow(1);
        Acting.doing(noor, () -> {
            stipple.the(Intakes.class).save(person, 2, Someone.withAcneScarsOnTheCheeks());
            stipple.the(Screenings.class).screen(person);
        });
        assertThat(page("/screening")).contains("Screened otherwise before").containsIgnoringCase("pregnan");
        assertThat(page("")).contains("Screened before: No");
    }

    @Test
    void aDraftOfSomebodyWhoseBirthDateWasCorrectedIsNotSigned() throws Exception {
        screened(Someone.withAcneScarsOnTheCheeks());
        Plan plan = drafted();
        Acting.doing(
                noor,
                () -> stipple.the(Patients.class)
                        .correct(person, 1, Someone.bornIn(2010), "The passport was read wrongly."));
        assertThat(page("/courses/" + plan.id())).contains("verdict v-no").doesNotContain("Go, with care");
        assertThat(signed(plan)).isInstanceOf(Signing.Refused.class);
    }

    @Test
    void nobodyIsLedToConsentToWhatIsRefusedThemToday() throws Exception {
        screened(Someone.withAcneScarsOnTheCheeks());
        assertThat(signed(drafted())).isInstanceOf(Signing.Signed.class);
        assertThat(page("")).contains("Read and sign the consent");
        pregnantNow(1);
        assertThat(page(""))
                .contains("Look at what stands against treatment")
                .doesNotContain("Read and sign the consent");
    }
}
