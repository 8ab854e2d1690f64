package org.stipple.clinic.adverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.WhoWaits;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.adverse.AdverseEvent.Product;
import org.stipple.clinic.adverse.AdverseEvent.Said;
import org.stipple.clinic.adverse.AdverseEvent.Thing;
import org.stipple.clinic.adverse.AdverseEvents.Fill;
import org.stipple.clinic.adverse.AdverseEvents.Opening;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.patient.Resource;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Handpieces;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.Adjunct;
import org.stipple.clinic.treatment.AfterNeedle;
import org.stipple.clinic.treatment.Obstacle;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.Start;
import org.stipple.clinic.treatment.Why;
import org.stipple.clinic.web.NotHere;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;

/// What people suffered is written down with what the session used, followed to its end, and known before the
/// next needle.
class AdverseEventsTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Actor lead;
    static Actor sam;
    static int serial;

    PatientId person;
    Plan plan;
    UUID session;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-adverse");
        lead = somebody("lead-adverse", "Lea Lead", Role.PRIVACY_AND_SAFETY_LEAD);
        sam = somebody("sam-adverse", "Sam Lee", Role.PRACTITIONER);
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    @BeforeEach
    void aSessionWasToday() throws Exception {
        stipple.itIs("2026-11-20T09:00:00Z");
        Treated treated = Acting.as(noor, AdverseEventsTest::treated);
        person = treated.person();
        plan = treated.plan();
        session = treated.session();
    }

    /// Somebody whose first session is closed.
    private record Treated(PatientId person, Plan plan, UUID session) {}

    @AfterEach
    void whoWaitsIsWhatTheRecordsSay() {
        WhoWaits.isWhatTheRecordsSay(stipple, noor);
    }

    private static Actor somebody(String username, String name, Role role) throws Exception {
        var account = Acting.as(
                noor,
                () -> stipple.the(Accounts.class)
                        .add(UUID.randomUUID(), username, name, ClinicUnderTest.PASSWORD, Set.of(role)));
        return noor.colleague(account, name, Set.of(role));
    }

    private static Treated treated() {
        var person = new PatientId(UUID.randomUUID());
        stipple.the(Patients.class).register(person, Someone.bornIn(1992));
        stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
        stipple.the(Screenings.class).screen(person);
        var courses = stipple.the(Courses.class);
        Plan plan = courses.draft(UUID.randomUUID(), person).plan();
        courses.sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
        Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
        var code = UnitCode.parse("(01)00850001234566(17)281130(10)ADV7(21)" + ++serial);
        UUID unit = stipple.the(Stock.class)
                .receive("skinpen-precision", code, 1)
                .getFirst()
                .id();
        UUID handpiece = stipple.the(Handpieces.class)
                .receive("skinpen-precision", Optional.empty(), Optional.empty(), "H-" + serial, Optional.empty())
                .id();
        var sessions = stipple.the(Sessions.class);
        UUID session = Someone.started(sessions.start(UUID.randomUUID(), person, plan.id(), List.of(unit, handpiece)))
                .id();
        for (var zone : plan.course().planned()) {
            sessions.chart(person, session, zone.id(), Someone.asPlanned(zone));
        }
        stipple.the(AfterNeedle.class)
                .add(
                        person,
                        session,
                        new Adjunct.Used(
                                Adjunct.Kind.TOPICAL,
                                "hyaluronic gel",
                                Optional.of(new BigDecimal("2.5")),
                                Optional.of("GEL-4")));
        assertThat(sessions.close(person, session, "", ClinicUnderTest.PASSWORD))
                .isEmpty();
        return new Treated(person, plan, session);
    }

    private static Kinds.Kind kind(String id) {
        return stipple.the(Kinds.class).find(id).orElseThrow();
    }

    private static Said granuloma(Optional<Grade> grade, Outcome outcome) {
        return new Said(
                kind("red-flag.granuloma"),
                Optional.of(LocalDate.parse("2026-11-20")),
                "Itchy plaques on the left cheek.",
                grade,
                Optional.empty(),
                Optional.empty(),
                outcome,
                outcome.isOver() ? Optional.of(LocalDate.parse("2026-11-20")) : Optional.empty());
    }

    private static Said redness() {
        return new Said(
                kind("expected.redness"),
                Optional.of(LocalDate.parse("2026-11-20")),
                "Both cheeks are red and warm.",
                Optional.of(Grade.MILD),
                Optional.of(Set.of()),
                Optional.empty(),
                Outcome.OPEN,
                Optional.empty());
    }

    private UUID opened(Said said) {
        return opened(said, Optional.of(session));
    }

    private UUID opened(Said said, Optional<UUID> after) {
        var opening =
                stipple.the(AdverseEvents.class).open(UUID.randomUUID(), person, new Source.ByHand(), after, said);
        return switch (opening) {
            case Opening.Opened(var id, var fresh) -> {
                assertThat(fresh).isTrue();
                yield id;
            }
            case Opening.NotOpened(var why) -> throw new AssertionError("not opened: " + why);
        };
    }

    private List<String> whyNot(Said said) {
        var opening = stipple.the(AdverseEvents.class)
                .open(UUID.randomUUID(), person, new Source.ByHand(), Optional.of(session), said);
        return switch (opening) {
            case Opening.Opened(var id, var _) -> throw new AssertionError("opened " + id);
            case Opening.NotOpened(var why) -> why;
        };
    }

    private AdverseEvent event(UUID id) {
        return stipple.the(AdverseEvents.class).find(person, id);
    }

    private List<String> revised(UUID id, Said said) {
        return stipple.the(AdverseEvents.class)
                .revise(person, id, event(id).newest().number(), said, "Seen again in the practice.");
    }

    /// What the gate says of events.
    private List<String> against() {
        var course = stipple.the(Courses.class).inForce(person).orElseThrow();
        return stipple.the(Sessions.class).against(person, course, List.of()).stream()
                .filter(obstacle -> obstacle.step() == Obstacle.Step.ADVERSE_EVENT)
                .map(Obstacle::words)
                .toList();
    }

    @Test
    void whatTheSessionUsedIsTakenOverExactlyAndStaysWhateverBecomesOfTheSession() {
        Acting.doing(noor, () -> {
            UUID id = opened(granuloma(Optional.of(Grade.MODERATE), Outcome.OPEN));
            AdverseEvent event = event(id);
            assertThat(event.treated()).hasValueSatisfying(treated -> {
                assertThat(treated.session()).isEqualTo(session);
                assertThat(treated.number()).isEqualTo(1);
                assertThat(treated.at()).isEqualTo("2026-11-20T09:00:00Z");
                assertThat(treated.by()).isEqualTo("Dr. Hillside, as a physician");
            });
            assertThat(event.zones())
                    .extracting(AdverseEvent.ZoneDone::zone)
                    .containsExactlyElementsOf(plan.course().planned().stream()
                            .map(zone -> zone.id().words())
                            .toList());
            assertThat(event.zones())
                    .allSatisfy(zone ->
                            assertThat(zone.done()).contains(zone.depth().toString()));
            var expiry = Optional.of(LocalDate.parse("2028-11-30"));
            var article = Optional.of("00850001234566");
            assertThat(event.products())
                    .containsExactlyInAnyOrder(
                            product(Thing.DEVICE, "SkinPen Precision"),
                            new Product(
                                    Thing.CARTRIDGE,
                                    "SkinPen Precision",
                                    Optional.of("ADV7"),
                                    Optional.of("" + serial),
                                    article,
                                    expiry,
                                    Optional.empty()),
                            new Product(
                                    Thing.HANDPIECE,
                                    "SkinPen Precision",
                                    Optional.empty(),
                                    Optional.of("H-" + serial),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty()),
                            new Product(
                                    Thing.BESIDE,
                                    "hyaluronic gel",
                                    Optional.of("GEL-4"),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of("a topical, 2.5 ml")));
            var zone = Someone.plannedZones(plan).getFirst();
            stipple.the(Sessions.class)
                    .leaveOut(
                            person, session, zone.id(), Optional.of(Why.ENTRY), "It was the other cheek after all.", 1);
            assertThat(event(id).zones()).isEqualTo(event.zones());
            assertThat(event(id).products()).isEqualTo(event.products());
        });
    }

    private static Product product(Thing thing, String name) {
        return new Product(
                thing, name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void eachMissingFieldLowersTheScoreAndIsNamedAndWhatDoesNotApplyHasItsReason() {
        Acting.doing(noor, () -> {
            var events = stipple.the(AdverseEvents.class);
            UUID id = opened(granuloma(Optional.of(Grade.MODERATE), Outcome.OPEN));
            Completeness first = events.completeness(event(id));
            assertThat(first.lines()).extracting(Completeness.Line::field).containsExactly(ReportField.values());
            assertThat(first.missing())
                    .containsExactlyInAnyOrder(
                            ReportField.OUTCOMES,
                            ReportField.WEIGHT,
                            ReportField.TESTS,
                            ReportField.HISTORY,
                            ReportField.COMMON_NAME,
                            ReportField.MANUFACTURER,
                            ReportField.REPROCESSED,
                            ReportField.FACILITY);
            assertThat(first.present()).isEqualTo(ReportField.values().length - 8);
            assertThat(first.applicable()).isEqualTo(ReportField.values().length);
            assertThat(first.words())
                    .startsWith("14 of 22 fields; missing: ")
                    .contains("the weight", "the user facility");
            int present = first.present();
            for (ReportField field : List.of(
                    ReportField.WEIGHT,
                    ReportField.TESTS,
                    ReportField.HISTORY,
                    ReportField.COMMON_NAME,
                    ReportField.MANUFACTURER,
                    ReportField.REPROCESSED)) {
                assertThat(events.fill(person, id, Map.of(field, new Fill(true, "written for " + field.id()))))
                        .isEmpty();
                Completeness now = events.completeness(event(id));
                assertThat(now.present()).isEqualTo(++present);
                assertThat(now.missing()).doesNotContain(field);
            }
            assertThat(events.fill(person, id, Map.of(ReportField.FACILITY, new Fill(false, "x"))))
                    .singleElement()
                    .asString()
                    .contains("Say why “the user facility” does not apply");
            assertThat(events.fill(
                            person, id, Map.of(ReportField.FACILITY, new Fill(false, "A physician's office is none."))))
                    .isEmpty();
            assertThat(events.completeness(event(id)).words())
                    .isEqualTo("20 of 21 fields; missing: whether it is serious, and by what");
            assertThat(events.fill(person, id, Map.of(ReportField.ONSET, new Fill(true, "yesterday"))))
                    .singleElement()
                    .asString()
                    .contains("is told by the event itself");
        });
    }

    @Test
    void withoutASessionNothingIsTakenOverAndAllOfTheDeviceIsMissing() {
        Acting.doing(noor, () -> {
            UUID id = opened(granuloma(Optional.empty(), Outcome.UNKNOWN), Optional.empty());
            assertThat(event(id).products()).isEmpty();
            assertThat(stipple.the(AdverseEvents.class).completeness(event(id)).missing())
                    .contains(
                            ReportField.BRAND,
                            ReportField.NUMBERS,
                            ReportField.EXPIRY,
                            ReportField.UDI,
                            ReportField.OPERATOR,
                            ReportField.CONCOMITANT);
        });
    }

    @Test
    void theGateRefusesWhileItIsOpenAndAClinicianSettlesIt() {
        Acting.doing(noor, () -> {
            assertThat(against()).isEmpty();
            UUID id = opened(granuloma(Optional.of(Grade.MODERATE), Outcome.OPEN));
            assertThat(against())
                    .singleElement()
                    .asString()
                    .contains("An adverse event opened on 20 Nov 2026 is not over", "Itchy or tender plaques");
            var start = stipple.the(Sessions.class).start(UUID.randomUUID(), person, plan.id(), List.of());
            assertThat(((Start.NotStarted) start).why()).anyMatch(why -> why.startsWith("An adverse event opened on"));
            assertThat(revised(id, granuloma(Optional.of(Grade.MODERATE), Outcome.RESOLVED)))
                    .isEmpty();
            assertThat(against()).isEmpty();
            assertThat(revised(id, granuloma(Optional.of(Grade.MODERATE), Outcome.RECOVERING)))
                    .isEmpty();
            assertThat(against()).hasSize(1);
        });
    }

    @Test
    void thatTreatmentMayGoOnIsSignedWithAReasonAndHoldsUntilSomethingIsJudgedAnew() {
        var id = new UUID[1];
        Acting.doing(sam, () -> {
            id[0] = opened(granuloma(Optional.of(Grade.MILD), Outcome.OPEN));
            assertThat(goOn(id[0], 1, "The plaques are away from the zones to be treated."))
                    .singleElement()
                    .asString()
                    .contains("Only a supervising clinician");
        });
        Acting.doing(noor, () -> {
            assertThat(goOn(id[0], 1, "ok")).singleElement().asString().contains("Say why treatment may go on");
            assertThat(against()).hasSize(1);
            assertThat(goOn(id[0], 1, "The plaques are away from the zones to be treated."))
                    .isEmpty();
            assertThat(against()).isEmpty();
            assertThat(revised(id[0], granuloma(Optional.of(Grade.SEVERE), Outcome.OPEN)))
                    .isEmpty();
            assertThat(against()).hasSize(1);
            assertThat(goOn(id[0], 1, "The plaques are away from the zones to be treated."))
                    .singleElement()
                    .asString()
                    .contains("revised meanwhile");
        });
    }

    private List<String> goOn(UUID id, int revision, String reason) {
        return stipple.the(AdverseEvents.class).goOn(person, id, revision, reason, ClinicUnderTest.PASSWORD);
    }

    private List<String> review(UUID id, int revision) {
        return stipple.the(AdverseEvents.class)
                .review(person, id, revision, "The products were stopped in time.", ClinicUnderTest.PASSWORD);
    }

    @Test
    void onlySomebodyElseReviewsAndEachRevisionIsLookedAtAgain() {
        var id = new UUID[1];
        int before = waiting();
        Acting.doing(noor, () -> {
            id[0] = opened(granuloma(Optional.of(Grade.MODERATE), Outcome.OPEN));
            assertThat(review(id[0], 1)).singleElement().asString().contains("You wrote of this event yourself");
        });
        assertThat(waiting()).isEqualTo(before + 1);
        Acting.doing(sam, () -> assertThat(review(id[0], 1)).anyMatch(why -> why.contains("Only a supervising")));
        Acting.doing(lead, () -> {
            assertThat(stipple.the(AdverseEvents.class).review(person, id[0], 1, "The lot was looked up.", "wrong"))
                    .isNotEmpty();
            assertThat(review(id[0], 1)).isEmpty();
            assertThat(event(id[0]).review())
                    .hasValueSatisfying(review -> assertThat(review.signer()).isEqualTo("Lea Lead"));
            assertThat(review(id[0], 1)).singleElement().asString().contains("looked at before, by Lea Lead");
        });
        Acting.doing(
                sam,
                () -> assertThat(revised(id[0], granuloma(Optional.of(Grade.MODERATE), Outcome.RESOLVED)))
                        .isEmpty());
        Acting.doing(noor, () -> {
            assertThat(event(id[0]).review()).isEmpty();
            // Who opened it does not look at a later revision by somebody else either.
            assertThat(review(id[0], 2)).singleElement().asString().contains("You wrote of this event yourself");
        });
        Acting.doing(lead, () -> assertThat(review(id[0], 2)).isEmpty());
        assertThat(waiting()).isEqualTo(before);
        assertThatThrownBy(() -> Acting.doing(noor, () -> insertOwnReview(id[0])))
                .hasStackTraceContaining("violates check constraint");
    }

    private static int waiting() {
        try {
            return Acting.as(noor, () -> stipple.the(AdverseEvents.class).waiting());
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Past the code, at the table.
    private void insertOwnReview(UUID id) {
        stipple.the(TransactionTemplate.class).executeWithoutResult(_ -> {
            stipple.the(Patients.class).change(person, "test");
            stipple.the(JdbcClient.class).sql("""
                            insert into adverse_event_review (clinic_id, patient_id, event_id, revision, recorded_account, note, meaning,
                              account_id, signer, reviewed_at)
                            select clinic_id, patient_id, event_id, revision, recorded_account, 'own', 'own', recorded_account, 'own',
                              recorded_at from adverse_event_revision where event_id = :id and revision = 1
                            """).param("id", id).update();
        });
    }

    @Test
    void gradesAreAppendedEachWithItsAuthorAndTime() {
        var id = new UUID[1];
        Acting.doing(noor, () -> id[0] = opened(granuloma(Optional.of(Grade.MILD), Outcome.OPEN)));
        stipple.itIs("2026-11-21T10:00:00Z");
        Acting.doing(sam, () -> {
            assertThat(revised(id[0], granuloma(Optional.of(Grade.SEVERE), Outcome.OPEN)))
                    .isEmpty();
            assertThat(revised(id[0], granuloma(Optional.of(Grade.SEVERE), Outcome.RECOVERING)))
                    .isEmpty();
            assertThat(revised(id[0], granuloma(Optional.of(Grade.SEVERE), Outcome.RECOVERING)))
                    .singleElement()
                    .asString()
                    .contains("Nothing is different");
            assertThat(stipple.the(AdverseEvents.class)
                            .revise(
                                    person,
                                    id[0],
                                    1,
                                    granuloma(Optional.empty(), Outcome.OPEN),
                                    "Written on an old page."))
                    .singleElement()
                    .asString()
                    .contains("revised meanwhile by Sam Lee");
            AdverseEvent event = event(id[0]);
            assertThat(event.revisions()).hasSize(3);
            assertThat(event.gradings())
                    .extracting(
                            one -> one.said().grade().map(Grade::number).orElse(0) + " " + one.by() + " " + one.at())
                    .containsExactly("1 Dr. Hillside 2026-11-20T09:00:00Z", "3 Sam Lee 2026-11-21T10:00:00Z");
        });
    }

    @Test
    void whoLeadsSafetyMayOpenAndGradeAndNotSayThatItIsOver() {
        Acting.doing(lead, () -> {
            UUID id = opened(granuloma(Optional.of(Grade.MILD), Outcome.OPEN));
            assertThat(revised(id, granuloma(Optional.of(Grade.MILD), Outcome.RESOLVED)))
                    .singleElement()
                    .asString()
                    .contains("A clinician, who treats or supervises, says that it is over");
            assertThat(revised(id, granuloma(Optional.of(Grade.SEVERE), Outcome.OPEN)))
                    .isEmpty();
        });
    }

    @Test
    void aReactionThatIsExpectedBecomesAnAdverseEventWhenItIsNotOverAfterAWeek() {
        Acting.doing(noor, () -> {
            UUID id = opened(redness());
            assertThat(natureOn(id, "2026-11-27")).isEqualTo(Nature.EXPECTED_RESPONSE);
            assertThat(natureOn(id, "2026-11-28")).isEqualTo(Nature.ADVERSE_EVENT);
            assertThat(against()).isEmpty();
            stipple.itIs("2026-11-28T09:00:00Z");
            assertThat(against()).hasSize(1);
            var over = new Said(
                    redness().kind(),
                    redness().onset(),
                    redness().description(),
                    redness().grade(),
                    redness().serious(),
                    redness().done(),
                    Outcome.RESOLVED,
                    Optional.of(LocalDate.parse("2026-11-26")));
            assertThat(revised(id, over)).isEmpty();
            assertThat(natureOn(id, "2027-11-28")).isEqualTo(Nature.EXPECTED_RESPONSE);
        });
        Acting.doing(noor, () -> {
            var severe = new Said(
                    redness().kind(),
                    redness().onset(),
                    redness().description(),
                    Optional.of(Grade.SEVERE),
                    redness().serious(),
                    redness().done(),
                    Outcome.OPEN,
                    Optional.empty());
            assertThat(natureOn(opened(severe), "2026-11-28")).isEqualTo(Nature.ADVERSE_EVENT);
            assertThat(natureOn(opened(redness(), Optional.empty()), "2026-11-28"))
                    .isEqualTo(Nature.ADVERSE_EVENT);
        });
    }

    private Nature natureOn(UUID id, String day) {
        return event(id).nature(LocalDate.parse(day), noor.zone());
    }

    @Test
    void whatDoesNotHoldTogetherIsRefusedByName() {
        Acting.doing(noor, () -> {
            assertThat(whyNot(said("Dead on the day after.", Grade.DEATH, Outcome.OPEN, "2026-11-20")))
                    .singleElement()
                    .asString()
                    .contains("not in all three: grade, outcome, and what makes it serious");
            assertThat(whyNot(said("Itchy plaques on a cheek.", Grade.MILD, Outcome.OPEN, "2026-11-21")))
                    .singleElement()
                    .asString()
                    .contains("lies in the future");
            assertThat(whyNot(said("Itchy plaques on a cheek.", Grade.MILD, Outcome.OPEN, "2026-11-19")))
                    .singleElement()
                    .asString()
                    .contains("before the session of 20 Nov 2026");
            assertThat(whyNot(said("x", Grade.MILD, Outcome.OPEN, "2026-11-20")))
                    .singleElement()
                    .asString()
                    .contains("Say what happened");
            assertThat(whyNot(said("Itchy plaques on a cheek.", Grade.MILD, Outcome.RESOLVED, "2026-11-20")))
                    .singleElement()
                    .asString()
                    .contains("Say on which day it was over");
        });
    }

    private static Said said(String description, Grade grade, Outcome outcome, String onset) {
        return new Said(
                kind("red-flag.granuloma"),
                Optional.of(LocalDate.parse(onset)),
                description,
                Optional.of(grade),
                Optional.empty(),
                Optional.empty(),
                outcome,
                Optional.empty());
    }

    @Test
    void anEntryOfTheDiaryOpensOneEventHoweverOftenAndFiftyAtOnce() throws Exception {
        Callable<Opening> open = () -> Acting.as(
                noor,
                () -> stipple.the(AdverseEvents.class)
                        .open(
                                UUID.randomUUID(),
                                person,
                                new Source.FromDiary("entry-" + session),
                                Optional.of(session),
                                granuloma(Optional.empty(), Outcome.OPEN)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var openings = threads.invokeAll(java.util.Collections.nCopies(50, open)).stream()
                    .map(future -> (Opening.Opened) Objects.requireNonNull(future.resultNow()))
                    .toList();
            assertThat(openings)
                    .extracting(Opening.Opened::event)
                    .containsOnly(openings.getFirst().event());
            assertThat(openings).filteredOn(Opening.Opened::fresh).hasSize(1);
        }
        Acting.doing(noor, () -> {
            assertThat(stipple.the(AdverseEvents.class).of(person)).hasSize(1);
            assertThat(stipple.the(AdverseEvents.class).of(person).getFirst().source())
                    .isEqualTo(new Source.FromDiary("entry-" + session));
        });
    }

    @Test
    void anEventOfSomebodyElseIsNone() {
        Acting.doing(noor, () -> {
            UUID id = opened(granuloma(Optional.empty(), Outcome.OPEN));
            PatientId other = treated().person();
            assertThatThrownBy(() -> stipple.the(AdverseEvents.class).find(other, id))
                    .isInstanceOf(NotHere.class);
        });
    }

    @Test
    void tenWorkingDaysAreCountedOverTwoWeekends() {
        Acting.doing(noor, () -> {
            UUID id = opened(granuloma(Optional.empty(), Outcome.OPEN));
            // A Friday; the tenth working day after it is a Friday.
            assertThat(event(id).reportBy(noor.zone())).isEqualTo("2026-12-04");
        });
    }

    @Test
    void theCopyOfTheRecordHoldsItWithThePersonBesideIt() {
        Acting.doing(noor, () -> {
            UUID id = opened(granuloma(Optional.of(Grade.MILD), Outcome.OPEN));
            var resources = new ArrayList<Resource>();
            var told = new ArrayList<PartOfCopy.Told>();
            stipple.the(TransactionTemplate.class).executeWithoutResult(_ -> {
                var somebody = stipple.the(Patients.class).read(person, "test");
                stipple.the(AdverseInCopy.class).into(somebody, new PartOfCopy.Parcel() {
                    @Override
                    public void resource(Resource resource) {
                        resources.add(resource);
                    }

                    @Override
                    public void file(String name, byte[] content) {
                        throw new AssertionError(name);
                    }

                    @Override
                    public void file(String name, long bytes, Supplier<byte[]> content) {
                        throw new AssertionError(name);
                    }

                    @Override
                    public Words words() {
                        return Words.in(Tongue.SPANISH);
                    }

                    @Override
                    public void tell(PartOfCopy.Told chapter) {
                        told.add(chapter);
                    }
                });
            });
            assertThat(told)
                    .singleElement()
                    .satisfies(chapter -> assertThat(chapter.lines()).hasSize(1));
            assertThat(resources).singleElement().satisfies(resource -> {
                assertThat(resource.id()).isEqualTo(id);
                assertThat(resource.json().fields().get("subject"))
                        .isEqualTo(Resource.reference("Patient", person.value()));
                assertThat(resource.json().fields()).containsKeys("contained", "suspectEntity", "severity");
            });
        });
    }

    @Test
    void eachReadingAndEachChangeIsEnteredByName() {
        var id = new UUID[1];
        Acting.doing(sam, () -> id[0] = opened(granuloma(Optional.empty(), Outcome.OPEN)));
        Acting.doing(lead, () -> assertThat(event(id[0]).id()).isEqualTo(id[0]));
        Acting.doing(noor, () -> {
            List<String> entries = Objects.requireNonNull(stipple.the(TransactionTemplate.class)
                    .execute(_ -> stipple.the(JdbcClient.class)
                            .sql(
                                    "select account_name || ': ' || act || ' ' || what from audit_entry where patient_id = :id")
                            .param("id", person.value())
                            .query(String.class)
                            .list()));
            assertThat(entries).contains("Sam Lee: change adverse event opened", "Lea Lead: read adverse event");
        });
    }
}
