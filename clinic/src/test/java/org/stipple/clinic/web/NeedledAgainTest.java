package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
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
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.planning.Signing;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.Start;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Kind;
import org.stipple.protocol.document.Document;

/// Skin that was needled waits, whatever course the next needle belongs to.
class NeedledAgainTest {

    private static final Map<String, String> EARLY = Map.of(
            "retreatment", "She leaves the country next week.",
            "retreatment-early", "Skin looked at and found settled.");

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Caller caller;
    static int serial;

    private PatientId person = new PatientId(UUID.randomUUID());

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-again");
        caller = Caller.signedIn(stipple.port(), "noor-again");
    }

    @AfterAll
    static void stop() {
        caller.close();
        stipple.close();
    }

    @BeforeEach
    void somebodyNew() {
        stipple.itIs("2026-11-20T09:00:00Z");
        person = new PatientId(UUID.randomUUID());
        Acting.doing(noor, () -> {
            stipple.the(Patients.class).register(person, Someone.bornIn(1992));
            stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
        });
    }

    private Plan agreed(Map<String, String> more) {
        stipple.the(Screenings.class).screen(person);
        var courses = stipple.the(Courses.class);
        Plan plan = courses.draft(UUID.randomUUID(), person).plan();
        var reasons = new java.util.HashMap<>(Someone.reasonsFor(plan));
        reasons.putAll(more);
        assertThat(courses.sign(person, plan.id(), plan.sha256(), reasons, ClinicUnderTest.PASSWORD))
                .isInstanceOf(Signing.Signed.class);
        Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
        return plan;
    }

    private UUID unit(String lot) {
        return stipple.the(Stock.class)
                .receive("skinpen-precision", UnitCode.parse("(17)281130(10)" + lot + "(21)" + ++serial), 1)
                .getFirst()
                .id();
    }

    private List<String> against(Plan plan) {
        return switch (stipple.the(Sessions.class).start(UUID.randomUUID(), person, plan.id(), List.of(unit("LOT7")))) {
            case Start.Started _ -> List.of();
            case Start.NotStarted(var why) -> why;
        };
    }

    private void needled(Plan plan) {
        var sessions = stipple.the(Sessions.class);
        var session = Someone.started(sessions.start(UUID.randomUUID(), person, plan.id(), List.of(unit("LOT7"))));
        for (var zone : plan.course().planned()) {
            sessions.chart(person, session.id(), zone.id(), Someone.asPlanned(zone));
        }
        assertThat(sessions.close(person, session.id(), "", ClinicUnderTest.PASSWORD))
                .isEmpty();
    }

    @Test
    void aSignOffForAnEarlySessionCountsOnlyWhenGivenAfterTheSkinCouldSettle() throws Exception {
        Plan draft = Acting.as(noor, () -> {
            needled(agreed(Map.of()));
            stipple.itIs("2026-11-20T09:04:00Z");
            Plan again = agreed(EARLY);
            assertThat(against(again))
                    .as("four minutes later")
                    .singleElement()
                    .asString()
                    .contains(
                            "28 days at least between sessions: from 18 Dec 2026",
                            "given on 20 Nov 2026, before anybody could have seen",
                            "on 4 Dec 2026 or later");
            stipple.the(Screenings.class).screen(person);
            return stipple.the(Courses.class).draft(UUID.randomUUID(), person).plan();
        });
        assertThat(caller.get("/people/" + person + "/courses/" + draft.id()).body())
                .as("where it is given")
                .contains("Given today it opens no earlier session", "only when given on 4 Dec 2026 or later");
        Acting.doing(noor, () -> {
            var sessions = stipple.the(Sessions.class);
            var courses = stipple.the(Courses.class);
            stipple.itIs("2026-12-04T09:00:00Z");
            stipple.the(Intakes.class).confirm(person, 1);
            var tooSoon = courses.inForce(person).orElseThrow();
            assertThat(sessions.permitted(person, tooSoon)).isEmpty();
            assertThat(against(tooSoon.plan())).anyMatch(why -> why.contains("from 18 Dec 2026"));
            Plan later = agreed(EARLY);
            assertThat(sessions.permitted(person, courses.inForce(person).orElseThrow()))
                    .isNotEmpty()
                    .allMatch(words -> words.contains("Earlier than the 28 days")
                            && words.contains("signed for by")
                            && words.contains("found settled"));
            assertThat(against(later)).isEmpty();
        });
    }

    @Test
    void aSignOffFromBeforeTheLastSessionOpensNothing() {
        Acting.doing(noor, () -> {
            needled(agreed(Map.of()));
            stipple.itIs("2026-12-05T09:00:00Z");
            stipple.the(Intakes.class).confirm(person, 1);
            Plan early = agreed(EARLY);
            stipple.itIs("2026-12-05T09:10:00Z");
            needled(early);
            stipple.itIs("2026-12-20T09:00:00Z");
            stipple.the(Intakes.class).confirm(person, 2);
            assertThat(against(early)).anyMatch(why -> why.contains("28 days at least"));
        });
    }

    @Test
    void skinThatWasNotNeedledDoesNotWait() {
        Acting.doing(noor, () -> {
            needled(agreed(Map.of()));
            stipple.the(Intakes.class)
                    .save(
                            person,
                            1,
                            Someone.withAcneScarsOnTheCheeks().with("zones", Document.texts(List.of("forehead"))));
            stipple.itIs("2026-11-20T09:30:00Z");
            assertThat(against(agreed(Map.of()))).isEmpty();
        });
    }

    @Test
    void aSessionOnOtherSkinDoesNotMakeTheFirstForgotten() throws Exception {
        Plan forehead = Acting.as(noor, () -> {
            needled(agreed(Map.of()));
            stipple.the(Intakes.class)
                    .save(
                            person,
                            1,
                            Someone.withAcneScarsOnTheCheeks().with("zones", Document.texts(List.of("forehead"))));
            stipple.itIs("2026-11-20T09:30:00Z");
            Plan agreed = agreed(Map.of());
            needled(agreed);
            return agreed;
        });
        Acting.doing(noor, () -> {
            stipple.itIs("2026-11-25T09:00:00Z");
            stipple.the(Intakes.class).save(person, 2, Someone.withAcneScarsOnTheCheeks());
            var screening = stipple.the(Screenings.class).screen(person).screening();
            assertThat(screening.verdict()).isEqualTo(org.stipple.protocol.Verdict.DEFER);
            assertThat(screening.until()).contains(LocalDate.parse("2026-12-04"));
            assertThat(stipple.the(Courses.class)
                            .draft(UUID.randomUUID(), person)
                            .plan()
                            .course()
                            .earliestStart())
                    .contains(LocalDate.parse("2026-12-04"));
            assertThat(stipple.the(Screenings.class)
                            .today(person, forehead)
                            .orElseThrow()
                            .course()
                            .screening()
                            .verdict())
                    .as("of the course on the forehead, while the newest answers are about the cheeks")
                    .isEqualTo(org.stipple.protocol.Verdict.DEFER);
        });
    }

    @Test
    void aSessionInWhichNothingWasTreatedIsNoNeedling() throws Exception {
        var session = new UUID[1];
        Plan plan = Acting.as(noor, () -> {
            Plan agreed = agreed(Map.of());
            var sessions = stipple.the(Sessions.class);
            session[0] = Someone.started(sessions.start(UUID.randomUUID(), person, agreed.id(), List.of(unit("LOT7"))))
                    .id();
            for (var zone : agreed.course().planned()) {
                sessions.leaveOut(
                        person, session[0], zone.id(), java.util.Optional.empty(), "She felt faint before it", 0);
            }
            var course = stipple.the(Courses.class).inForce(person).orElseThrow();
            assertThat(sessions.nextFrom(person, course))
                    .as("while it is open it is taken to have needled")
                    .isPresent();
            assertThat(sessions.close(person, session[0], "", ClinicUnderTest.PASSWORD))
                    .isEmpty();
            assertThat(stipple.the(Screenings.class)
                            .latest(person)
                            .orElseThrow()
                            .screening()
                            .verdict())
                    .isNotEqualTo(org.stipple.protocol.Verdict.DEFER);
            assertThat(sessions.nextFrom(person, course)).isEmpty();
            return agreed;
        });
        assertThat(caller.get("/people/" + person).body())
                .contains("0 of "
                        + plan.course().schedule().orElseThrow().sessions().chosen() + " sessions");
        assertThat(caller.get("/people/" + person + "/sessions/" + session[0] + "/sheet")
                        .body())
                .contains(
                        "Nothing was treated on",
                        "left cheek, because",
                        "She felt faint before it",
                        "Call the emergency number")
                .doesNotContain("What to do", "What is usual", "nothing was charted", "The next session is planned");
        Acting.doing(noor, () -> assertThat(against(plan)).isEmpty());
    }

    @Test
    void aClosedSessionOfWhichNotAllWasToldIsTakenToHaveNeedled() {
        Acting.doing(noor, () -> {
            Plan plan = agreed(Map.of());
            var sessions = stipple.the(Sessions.class);
            var session = Someone.started(sessions.start(UUID.randomUUID(), person, plan.id(), List.of(unit("LOT7"))));
            assertThat(sessions.close(person, session.id(), "Stopped, see letter", ClinicUnderTest.PASSWORD))
                    .isEmpty();
            assertThat(against(plan)).anyMatch(why -> why.contains("28 days at least"));
        });
    }

    @Test
    void whoSaysThatNothingHasChangedSeesWhatWasAnswered() throws Exception {
        Plan plan = Acting.as(noor, () -> agreed(Map.of()));
        assertThat(caller.get("/people/" + person + "/courses/" + plan.id() + "/session")
                        .body())
                .containsPattern("(?s)Are you pregnant, or could you be\\?</dt><dd>no</dd>")
                .containsPattern("(?s)Do you have a cold sore now\\?</dt><dd>no</dd>");
    }

    @Test
    void aUnitThatIsRecalledAfterItsScanIsNamedAndCanBeRemoved() throws Exception {
        Plan plan = Acting.as(noor, () -> agreed(Map.of()));
        UUID unit = Acting.as(noor, () -> unit("SEAL1"));
        String page = "/people/" + person + "/courses/" + plan.id() + "/session";
        assertThat(caller.get(page + "?unit=" + unit).body()).contains("Ready to start", "Remove");
        Acting.doing(noor, () -> stipple.the(Stock.class).recall("skinpen-precision", "SEAL1", "seal open"));
        assertThat(caller.get(page + "?unit=" + unit).body())
                .doesNotContain("Ready to start")
                .contains("Lot SEAL1 is recalled: seal open", "notice-error");
        assertThat(Acting.as(
                        noor,
                        () -> stipple.the(Sessions.class).start(UUID.randomUUID(), person, plan.id(), List.of(unit))))
                .isEqualTo(
                        new Start.NotStarted(List.of("Lot SEAL1 is recalled: seal open. Take a unit of another lot.")));
        var refused =
                caller.post(page, Map.of("key", UUID.randomUUID().toString(), "unit", unit.toString()), true, false);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .containsPattern("(?s)not started.{0,500}Lot SEAL1 is recalled: seal open")
                .contains("href=\"" + page + "#scan-it\"");
    }

    @Test
    void aDraftSaysWhoIsToTreatAsASignedCourseDoes() throws Exception {
        Plan plan = Acting.as(noor, () -> {
            stipple.the(Screenings.class).screen(person);
            return stipple.the(Courses.class).draft(UUID.randomUUID(), person).plan();
        });
        assertThat(caller.get("/people/" + person + "/courses/" + plan.id() + "/session")
                        .body())
                .contains("The course was planned for a physician")
                .doesNotContain("does not say who treats");
    }

    @Test
    void everyPageNamesTheSameDayAfterASession() throws Exception {
        Plan plan = Acting.as(noor, () -> {
            Plan agreed = agreed(Map.of());
            needled(agreed);
            return agreed;
        });
        for (String rest : List.of("", "/screening", "/courses/" + plan.id(), "/courses/" + plan.id() + "/session")) {
            assertThat(caller.get("/people/" + person + rest).body())
                    .as("person" + rest)
                    .contains("Wait until 18 Dec 2026, in 4 weeks")
                    .doesNotContain("Wait until 4 Dec", "Go, with care", "Start a session<");
        }
        assertThat(caller.get("/people/" + person).body())
                .contains("The next from 18 Dec 2026, in 28 days; planned for 20 Dec 2026.")
                .contains("In force: treatment.", "None, and none of before the first session")
                .doesNotContain("A photo before the first session is")
                .contains("it is planned for 20 Dec 2026");
        assertThat(caller.get("/people/" + person + "/courses/" + plan.id()).body())
                .containsPattern("<dt>From</dt><dd><span class=\"figure-value\">18 Dec 2026");
        Acting.doing(noor, () -> {
            stipple.itIs("2026-12-18T09:00:00Z");
            stipple.the(Intakes.class).confirm(person, 1);
            assertThat(against(plan))
                    .as("on the day that every page named")
                    .noneMatch(why -> why.contains("days at least between sessions"));
        });
    }

    @Test
    void afterTheLastSessionThatWasSignedTheCourseIsCompleteAndNoOtherBegins() throws Exception {
        Plan plan = Acting.as(noor, () -> {
            Plan agreed = agreed(Map.of());
            int signed = agreed.course().schedule().orElseThrow().sessions().chosen();
            assertThat(agreed.course().schedule().orElseThrow().sessions().max())
                    .as("the evidence would allow more")
                    .isGreaterThan(signed);
            LocalDate day = LocalDate.parse("2026-11-20");
            for (int session = 0; session < signed; session++) {
                stipple.itIs(day + "T09:00:00Z");
                stipple.the(Intakes.class).confirm(person, 1 + session);
                needled(agreed);
                day = day.plusDays(30);
            }
            stipple.itIs(day + "T09:00:00Z");
            stipple.the(Intakes.class).confirm(person, 1 + signed);
            assertThat(against(agreed))
                    .singleElement()
                    .asString()
                    .contains("The course is complete: all " + signed + " sessions", "consented to anew");
            return agreed;
        });
        try (Caller later = Caller.signedIn(stipple.port(), "noor-again")) {
            for (String rest : List.of("", "/courses/" + plan.id(), "/courses/" + plan.id() + "/session")) {
                assertThat(later.get("/people/" + person + rest).body())
                        .as("person" + rest)
                        .contains("The course is complete")
                        .doesNotContain("Ready to start", "Start a session<", "no date yet", ", today</span>");
            }
            assertThat(later.get("/people/" + person).body()).contains("sessions of the course. It is complete.");
            assertThat(later.get("/people/" + person + "/courses/" + plan.id()).body())
                    .containsPattern("<dt>From</dt><dd><span class=\"figure-value\">none");
            var pregnant = Someone.withAcneScarsOnTheCheeks().with("facts", Someone.answering("pregnant", true));
            int newest = Acting.as(
                    noor,
                    () -> stipple.the(Intakes.class)
                            .latest(person)
                            .orElseThrow()
                            .number());
            Acting.doing(noor, () -> stipple.the(Intakes.class).save(person, newest, pregnant));
            assertThat(later.get("/people/" + person + "/courses/" + plan.id()).body())
                    .as("a refusal is graver")
                    .contains("verdict v-no")
                    .doesNotContain("The course is complete");
            Acting.doing(
                    noor,
                    () -> stipple.the(Intakes.class).save(person, newest + 1, Someone.withAcneScarsOnTheCheeks()));
        }
        Acting.doing(
                noor,
                () -> assertThat(against(agreed(Map.of())))
                        .as("under a course that is signed and consented to anew")
                        .isEmpty());
    }

    @Test
    void noDayIsNamedWhereARefusalStands() throws Exception {
        Plan plan = Acting.as(noor, () -> {
            Plan agreed = agreed(Map.of());
            needled(agreed);
            stipple.the(Patients.class).correct(person, 1, Someone.bornIn(2010), "The passport was read wrongly.");
            return agreed;
        });
        String before = caller.get("/people/" + person + "/courses/" + plan.id() + "/session")
                .body();
        assertThat(before)
                .contains("<b>No. Something stands against treatment today.</b>")
                .doesNotContain("<b>Wait until");
        for (String rest : List.of("", "/screening", "/courses/" + plan.id())) {
            assertThat(caller.get("/people/" + person + rest).body())
                    .as("person" + rest)
                    .contains("verdict v-no")
                    .doesNotContain("verdict v-wait", "Wait until 18 Dec", "The next from", ">Start a session<");
        }
        assertThat(before).contains("No: Minors").doesNotContain("refuse: ", "defer: ", "sign-off: ");
        String page = caller.get("/people/" + person).body();
        assertThat(page)
                .contains(">Screen again</a>")
                .doesNotContain("Read and sign the consent", "In force: treatment")
                .contains("Signed, but not in force: treatment, as whoever signed may not sign");
        assertThat(caller.get("/people/" + person + "/screening").body())
                .contains("was corrected since they were screened", "Minor", "screen again")
                .doesNotContain("Plan a course<", "name=\"set-aside:");
        Acting.doing(noor, () -> stipple.the(Screenings.class).screen(person));
        assertThat(caller.get("/people/" + person + "/screening").body())
                .contains("Minor")
                .doesNotContain("was corrected since");
    }

    @Test
    void theHeadlineOfAScreeningIsOfItsOwnZones() throws Exception {
        Acting.doing(noor, () -> {
            needled(agreed(Map.of()));
            stipple.the(Intakes.class)
                    .save(
                            person,
                            1,
                            Someone.withAcneScarsOnTheCheeks()
                                    .with("zones", Document.texts(List.of("forehead")))
                                    .with("facts", Someone.answering("active-acne-in-zone", true)));
            stipple.the(Screenings.class).screen(person);
        });
        assertThat(caller.get("/people/" + person + "/screening").body())
                .contains("verdict v-wait", "The signed course is of other zones, and for itself: Wait until 18 Dec")
                .doesNotContain("The signed course asks for longer");
    }

    @Test
    void noNextSessionIsNamedForSomebodyWhoIsPregnantNow() throws Exception {
        Acting.doing(noor, () -> {
            needled(agreed(Map.of()));
            stipple.the(Intakes.class)
                    .save(
                            person,
                            1,
                            Someone.withAcneScarsOnTheCheeks().with("facts", Someone.answering("pregnant", true)));
            stipple.the(Screenings.class).screen(person);
        });
        assertThat(caller.get("/people/" + person).body())
                .contains("verdict v-no", "1 of ")
                .doesNotContain("The next from", "Before the session, from");
    }

    @Test
    void aDraftAfterASessionNamesTheDayToWhichItsFirstSessionIsHeld() throws Exception {
        Plan again = Acting.as(noor, () -> {
            needled(agreed(Map.of()));
            stipple.the(Screenings.class).screen(person);
            return stipple.the(Courses.class).draft(UUID.randomUUID(), person).plan();
        });
        String course = "/courses/" + again.id();
        for (String rest : List.of("", course, course + "/session")) {
            assertThat(caller.get("/people/" + person + rest).body())
                    .as("person" + rest)
                    .contains("Wait until 18 Dec 2026, in 4 weeks")
                    .doesNotContain("Wait until 4 Dec");
        }
        assertThat(caller.get("/people/" + person + course).body())
                .containsPattern("<dt>From</dt><dd><span class=\"figure-value\">18 Dec 2026");
    }

    @Test
    void aFindingWritesItsDayAsThePageDoes() throws Exception {
        Plan again = Acting.as(noor, () -> {
            needled(agreed(Map.of()));
            stipple.the(Screenings.class).screen(person);
            return stipple.the(Courses.class).draft(UUID.randomUUID(), person).plan();
        });
        assertThat(again.course().screening().findings())
                .as("in the file as it is read by programs")
                .anyMatch(finding -> finding.reason().contains("2026-11-20"));
        for (String rest : List.of("", "/screening", "/courses/" + again.id(), "/courses/" + again.id() + "/session")) {
            String words = caller.get("/people/" + person + rest).body().replaceAll("<[^>]*>", " ");
            assertThat(words).as("person" + rest).contains("20 Nov 2026").doesNotContain("2026-11-20");
        }
    }

    @Test
    void oneFindingIsNotSaidAsManyAndNoneNotAtAll() throws Exception {
        Plan again = Acting.as(noor, () -> {
            needled(agreed(Map.of()));
            stipple.the(Screenings.class).screen(person);
            return stipple.the(Courses.class).draft(UUID.randomUUID(), person).plan();
        });
        assertThat(caller.get("/people/" + person + "/courses/" + again.id()).body())
                .contains("The wait is not all: one finding needs a sign-off.")
                .doesNotContain("0 answers", "1 findings", "answers are missing");
    }

    @Test
    void aWaitThatIsSetAsideIsNamedWithWhoDidItWhereverTheCourseIsJudged() throws Exception {
        String reason = "Only two comedones at the chin.";
        Plan plan = Acting.as(noor, () -> {
            stipple.the(Intakes.class)
                    .save(
                            person,
                            1,
                            Someone.withAcneScarsOnTheCheeks()
                                    .with("facts", Someone.answering("active-acne-in-zone", true)));
            stipple.the(Screenings.class).screen(person);
            return stipple.the(Courses.class).draft(UUID.randomUUID(), person).plan();
        });
        String course = "/people/" + person + "/courses/" + plan.id();
        assertThat(caller.get(course).body()).contains("treatment may then begin before it ends");
        var waits = plan.course().screening().findings().stream()
                .filter(finding -> finding.kind() == Kind.DEFER)
                .collect(java.util.stream.Collectors.toMap(Finding::rule, _ -> reason, (one, _) -> one));
        assertThat(waits).isNotEmpty();
        Acting.doing(noor, () -> agreed(waits));
        for (String rest : List.of("", "/courses/" + newest())) {
            assertThat(caller.get("/people/" + person + rest).body())
                    .as("person" + rest)
                    .contains("Wait set aside, may begin today", "Set aside by ", reason)
                    .doesNotContain("no date yet");
        }
        assertThat(caller.get("/people/" + person + "/courses/" + newest()).body())
                .doesNotContain("a date alone is no permission");
    }

    private UUID newest() throws Exception {
        return Acting.as(
                noor,
                () -> stipple.the(Courses.class)
                        .inForce(person)
                        .orElseThrow()
                        .plan()
                        .id());
    }

    @Test
    void aForgedDraftForAPregnantPersonIsAnsweredWithWhatRefusesIt() throws Exception {
        Acting.doing(noor, () -> {
            stipple.the(Intakes.class)
                    .save(
                            person,
                            1,
                            Someone.withAcneScarsOnTheCheeks().with("facts", Someone.answering("pregnant", true)));
            stipple.the(Screenings.class).screen(person);
        });
        assertThat(caller.get("/people/" + person + "/screening").body())
                .as("what the page offers")
                .doesNotContain("Plan a course<");
        var forged = caller.post(
                "/people/" + person + "/courses",
                Map.of("key", UUID.randomUUID().toString()),
                true,
                false);
        assertThat(forged.statusCode()).isEqualTo(422);
        assertThat(forged.body()).containsPattern("No course was planned\\.[^<]{0,200}[Pp]regnan");
        assertThat(Acting.as(noor, () -> stipple.the(Courses.class).of(person))).isEmpty();
    }
}
