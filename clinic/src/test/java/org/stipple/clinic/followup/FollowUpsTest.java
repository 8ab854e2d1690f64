package org.stipple.clinic.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.WhoWaits;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.FirstStart;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.adverse.AdverseEvent;
import org.stipple.clinic.adverse.AdverseEvents;
import org.stipple.clinic.adverse.Kinds;
import org.stipple.clinic.adverse.Outcome;
import org.stipple.clinic.adverse.Source;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.Signer;
import org.stipple.clinic.followup.FollowUp.What;
import org.stipple.clinic.messages.Channel;
import org.stipple.clinic.messages.Contacts;
import org.stipple.clinic.messages.Message;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.outcome.Score;
import org.stipple.clinic.outcome.Scores;
import org.stipple.clinic.patient.PatientDetails;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.WhoTreats;
import org.stipple.phantom.DemoScene;
import org.stipple.protocol.Operator;
import org.stipple.quantities.Sex;

/// After the last session people are asked how it went, on the right day, once and once more, and not where
/// they do not want it.
class FollowUpsTest {

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static int serial;

    PatientId person;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory, "--server.port=0", "--stipple.follow-ups.every=0s");
        noor = stipple.the(FirstStart.class)
                .setUp(
                        UUID.randomUUID(),
                        "Hudson",
                        Optional.of("US-NY"),
                        ZoneId.of("America/New_York"),
                        UUID.randomUUID(),
                        "noor-follow",
                        "Dr. Noor",
                        ClinicUnderTest.PASSWORD,
                        Role.staff());
        Acting.doing(noor, () -> {
            stipple.the(WhoTreats.class).state(Operator.PHYSICIAN);
            stipple.the(Messages.class).reach("Telephone 212 555 0100");
        });
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    @BeforeEach
    void somebodyNew() {
        person = new PatientId(UUID.randomUUID());
    }

    @AfterEach
    void whoWaitsIsWhatTheRecordsSay() {
        WhoWaits.isWhatTheRecordsSay(stipple, noor);
    }

    private void registered() {
        stipple.the(Patients.class)
                .register(
                        person,
                        new PatientDetails(
                                "Amara",
                                "Okafor",
                                LocalDate.of(1992, 2, 11),
                                Sex.FEMALE,
                                Optional.empty(),
                                Optional.of("amara@example.org")));
        stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
        stipple.the(Screenings.class).screen(person);
    }

    private Plan agreed() {
        var courses = stipple.the(Courses.class);
        Plan plan = courses.draft(UUID.randomUUID(), person).plan();
        courses.sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
        Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
        return plan;
    }

    private UUID begun(Plan plan) {
        var code = UnitCode.parse("(17)301130(10)FOL" + ++serial + "(21)1");
        UUID unit = stipple.the(Stock.class)
                .receive("skinpen-precision", code, 1)
                .getFirst()
                .id();
        return Someone.started(stipple.the(Sessions.class).start(UUID.randomUUID(), person, plan.id(), List.of(unit)))
                .id();
    }

    private UUID closed(Plan plan) {
        UUID session = begun(plan);
        for (var zone : plan.course().planned()) {
            stipple.the(Sessions.class).chart(person, session, zone.id(), Someone.asPlanned(zone));
        }
        assertThat(stipple.the(Sessions.class).close(person, session, "", ClinicUnderTest.PASSWORD))
                .isEmpty();
        return session;
    }

    /// A whole session at a moment.
    private UUID treated(String instant) {
        stipple.itIs(instant);
        registered();
        return closed(agreed());
    }

    /// Each with its day: `safety 2026-12-20`.
    private List<String> open() {
        return stipple.the(FollowUps.class).of(person).stream()
                .map(one -> one.what().id() + " " + one.due())
                .toList();
    }

    /// Of this person, on the page of the day.
    private List<String> today(String instant) {
        stipple.itIs(instant);
        return Objects.requireNonNull(stipple.the(TransactionTemplate.class).execute(_ -> {
            stipple.the(AuditTrail.class).openAll("test");
            return stipple.the(FollowUps.class).due(100).stream()
                    .filter(one -> one.person().id().equals(person))
                    .map(one -> one.followUp().what().id())
                    .toList();
        }));
    }

    @Test
    void aMonthAfterTheLastOfJanuaryIsTheLastOfFebruaryAndThreeMonthsTheLastOfApril() {
        Acting.doing(noor, () -> {
            treated("2027-01-31T15:00:00Z");
            assertThat(open()).containsExactly("safety 2027-02-28", "outcome-3 2027-04-30", "outcome-6 2027-07-31");
        });
    }

    @Test
    void inALeapYearItIsTheTwentyNinth() {
        Acting.doing(noor, () -> {
            treated("2028-01-31T15:00:00Z");
            assertThat(open()).startsWith("safety 2028-02-29");
        });
        person = new PatientId(UUID.randomUUID());
        Acting.doing(noor, () -> {
            treated("2028-02-29T15:00:00Z");
            assertThat(open()).containsExactly("safety 2028-03-29", "outcome-3 2028-05-29", "outcome-6 2028-08-29");
        });
    }

    @Test
    void theDayIsTheOneAtTheClinicAlsoWhereTheClocksChangeBetween() {
        // Half past eleven at night on the day on which the clocks went back.
        Acting.doing(noor, () -> {
            treated("2026-11-02T04:30:00Z");
            assertThat(open()).startsWith("safety 2026-12-01");
        });
        person = new PatientId(UUID.randomUUID());
        // Half past midnight; a month later the clocks have gone forward.
        Acting.doing(noor, () -> {
            treated("2027-03-01T05:30:00Z");
            assertThat(open()).startsWith("safety 2027-04-01");
            assertThat(today("2027-03-25T03:59:00Z")).isEmpty();
            assertThat(today("2027-03-25T04:00:00Z")).containsExactly("safety");
        });
    }

    @Test
    void nobodyIsAskedWhileTheSessionIsOpenOrWhereNothingWasTreated() {
        Acting.doing(noor, () -> {
            stipple.itIs("2026-11-20T15:00:00Z");
            registered();
            Plan plan = agreed();
            UUID session = begun(plan);
            assertThat(open()).isEmpty();
            for (var zone : plan.course().planned()) {
                stipple.the(Sessions.class)
                        .leaveOut(person, session, zone.id(), Optional.empty(), "The skin was too red for it.", 0);
            }
            assertThat(stipple.the(Sessions.class)
                            .close(person, session, "Nothing was treated today.", ClinicUnderTest.PASSWORD))
                    .isEmpty();
            assertThat(open()).isEmpty();
        });
    }

    @Test
    void aScaleInTheWindowEndsTheCheckAndAResultNeedsAPhotoAsWell() {
        Acting.doing(noor, () -> {
            treated("2026-11-20T15:00:00Z");
            var consents = stipple.the(Consents.class);
            consents.give(
                    UUID.randomUUID(),
                    person,
                    Purpose.RECORD_PHOTOS,
                    consents.text(Purpose.RECORD_PHOTOS).sha256(),
                    Optional.empty(),
                    new Signer.ThePerson("Amara Okafor"));
            scored("2026-12-05T15:00:00Z");
            assertThat(open()).hasSize(3);
            scored("2026-12-18T15:00:00Z");
            assertThat(open()).containsExactly("outcome-3 2027-02-20", "outcome-6 2027-05-20");
            scored("2027-02-19T15:00:00Z");
            assertThat(open()).containsExactly("outcome-3 2027-02-20", "outcome-6 2027-05-20");
            stipple.itIs("2027-02-20T15:00:00Z");
            Someone.photo(stipple, person, DemoScene.Visit.MONTH_3);
            assertThat(open()).containsExactly("outcome-6 2027-05-20");
        });
    }

    private void scored(String instant) {
        scored(instant, Score.Blinding.NOT_SAID);
    }

    private void scored(String instant, Score.Blinding blinding) {
        stipple.itIs(instant);
        stipple.the(Scores.class)
                .record(
                        UUID.randomUUID(),
                        person,
                        new Scores.Said(
                                "gais",
                                new Scores.By.Me(blinding),
                                new Scores.Answered.Total(BigDecimal.TWO),
                                Optional.empty(),
                                Set.of(),
                                LocalDate.parse(instant.substring(0, 10)),
                                Optional.empty()));
    }

    @Test
    void aLaterSessionBeginsItAnew() {
        Acting.doing(noor, () -> {
            treated("2026-11-20T15:00:00Z");
            stipple.itIs("2027-01-15T15:00:00Z");
            stipple.the(Intakes.class).save(person, 1, Someone.withAcneScarsOnTheCheeks());
            stipple.the(Screenings.class).screen(person);
            Plan next = agreed();
            assertThat(open()).hasSize(3);
            UUID later = begun(next);
            assertThat(open()).isEmpty();
            for (var zone : next.course().planned()) {
                stipple.the(Sessions.class).chart(person, later, zone.id(), Someone.asPlanned(zone));
            }
            assertThat(stipple.the(Sessions.class).close(person, later, "", ClinicUnderTest.PASSWORD))
                    .isEmpty();
            assertThat(open()).containsExactly("safety 2027-02-15", "outcome-3 2027-04-15", "outcome-6 2027-07-15");
        });
    }

    @Test
    void aSessionThatEndedWithoutANeedleTakesNothingFromTheOneBefore() {
        Acting.doing(noor, () -> {
            treated("2026-11-20T15:00:00Z");
            var before = open();
            assertThat(before).hasSize(3);
            stipple.itIs("2027-01-15T15:00:00Z");
            stipple.the(Intakes.class).save(person, 1, Someone.withAcneScarsOnTheCheeks());
            stipple.the(Screenings.class).screen(person);
            Plan next = agreed();
            UUID later = begun(next);
            for (var zone : next.course().planned()) {
                stipple.the(Sessions.class)
                        .leaveOut(person, later, zone.id(), Optional.empty(), "The skin was too red for it.", 0);
            }
            assertThat(stipple.the(Sessions.class)
                            .close(person, later, "Nothing was treated today.", ClinicUnderTest.PASSWORD))
                    .isEmpty();
            assertThat(open()).isEqualTo(before);
        });
    }

    @Test
    void aBlindedLookAtPhotosIsNoAnswerToWhetherAllIsWell() {
        Acting.doing(noor, () -> {
            treated("2026-11-20T15:00:00Z");
            scored("2026-12-18T15:00:00Z", Score.Blinding.BLINDED);
            assertThat(open()).contains("safety 2026-12-20");
            scored("2026-12-18T16:00:00Z", Score.Blinding.NOT_BLINDED);
            assertThat(open()).doesNotContain("safety 2026-12-20");
        });
    }

    private List<String> note(UUID session, What what, Came came) {
        return stipple.the(FollowUps.class).note(person, session, what, came, "");
    }

    @Test
    void whatCameOfACallEndsItOrDoesNotAndWhoDoesNotWantToBeAskedIsNot() {
        Acting.doing(noor, () -> {
            UUID session = treated("2026-11-20T15:00:00Z");
            assertThat(today("2026-12-20T15:00:00Z")).containsExactly("safety");
            assertThat(note(session, What.SAFETY, Came.NO_ANSWER)).isEmpty();
            assertThat(today("2026-12-21T15:00:00Z")).containsExactly("safety");
            assertThat(note(session, What.SAFETY, Came.REACHED)).isEmpty();
            assertThat(today("2026-12-21T16:00:00Z")).isEmpty();
            assertThat(open()).hasSize(2);
            assertThat(note(session, What.SAFETY, Came.REACHED))
                    .singleElement()
                    .asString()
                    .contains("Nobody waits to ask this any more");
            assertThat(note(session, What.OUTCOME_3, Came.OPTED_OUT)).isEmpty();
            assertThat(open()).isEmpty();
            assertThat(stipple.the(FollowUps.class).notes(person)).hasSize(3);
        });
    }

    @Test
    void nobodyAsksWhileAnAdverseEventStandsAndGoesOnAfterIt() {
        Acting.doing(noor, () -> {
            UUID session = treated("2026-11-20T15:00:00Z");
            var events = stipple.the(AdverseEvents.class);
            var opening = (AdverseEvents.Opening.Opened) events.open(
                    UUID.randomUUID(),
                    person,
                    new Source.ByHand(),
                    Optional.of(session),
                    said(Outcome.OPEN, Optional.empty()));
            assertThat(today("2026-12-20T15:00:00Z")).isEmpty();
            wants();
            stipple.the(Asking.class).askDue();
            assertThat(messages()).isEmpty();
            assertThat(events.revise(
                            person,
                            opening.event(),
                            1,
                            said(Outcome.RESOLVED, Optional.of(LocalDate.parse("2026-12-20"))),
                            "The skin is calm again."))
                    .isEmpty();
            assertThat(today("2026-12-21T15:00:00Z")).containsExactly("safety");
            stipple.the(Asking.class).askDue();
            assertThat(messages()).hasSize(1);
        });
    }

    private static AdverseEvent.Said said(Outcome outcome, Optional<LocalDate> over) {
        return new AdverseEvent.Said(
                Kinds.other("Something on the skin"),
                Optional.empty(),
                "A patch that itches and burns.",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                outcome,
                over);
    }

    private void wants() {
        stipple.the(Contacts.class).note(person, Channel.EMAIL, true);
    }

    private List<Message> messages() {
        return Objects.requireNonNull(stipple.the(TransactionTemplate.class).execute(_ -> {
            stipple.the(Patients.class).read(person, "test");
            return stipple.the(Messages.class).of(person);
        }));
    }

    private int askedAt(String instant) {
        stipple.itIs(instant);
        stipple.the(Asking.class).askDue();
        return messages().size();
    }

    @Test
    void theyAreWrittenToOnceAndOnceMoreByDayAndThenAPersonCalls() {
        Acting.doing(noor, () -> {
            treated("2026-11-20T15:00:00Z");
            wants();
            assertThat(askedAt("2026-12-19T15:00:00Z")).isZero();
            // Three in the morning at the clinic.
            assertThat(askedAt("2026-12-20T08:00:00Z")).isZero();
            assertThat(askedAt("2026-12-20T14:00:00Z")).isEqualTo(1);
            assertThat(askedAt("2026-12-20T14:15:00Z")).isEqualTo(1);
            assertThat(askedAt("2026-12-26T14:00:00Z")).isEqualTo(1);
            assertThat(askedAt("2026-12-27T14:00:00Z")).isEqualTo(2);
            assertThat(askedAt("2027-01-10T14:00:00Z")).isEqualTo(2);
            assertThat(messages()).allSatisfy(message -> {
                assertThat(message.cause()).isEqualTo(Message.Cause.FOLLOW_UP);
                assertThat(message.words())
                        .contains("Please call us", "Llámenos")
                        .doesNotContain("needl");
            });
            assertThat(stipple.the(Messages.class).waitingForCall()).isZero();
            assertThat(today("2027-01-10T15:00:00Z")).containsExactly("safety");
            // Four weeks late it is little use, and stands there no more.
            assertThat(today("2027-01-18T15:00:00Z")).isEmpty();
        });
    }

    @Test
    void whoMayNotBeWrittenToIsCalledAndWhoSaysYesLaterIsWrittenTo() {
        Acting.doing(noor, () -> {
            treated("2026-11-20T15:00:00Z");
            assertThat(askedAt("2026-12-20T14:00:00Z")).isZero();
            assertThat(today("2026-12-20T15:00:00Z")).containsExactly("safety");
            wants();
            // Tried today already.
            assertThat(askedAt("2026-12-20T15:00:00Z")).isZero();
            assertThat(askedAt("2026-12-21T15:00:00Z")).isEqualTo(1);
        });
    }

    @Test
    void whoWasReachedIsNotRemindedAndWhoDoesNotWantItIsNotWrittenTo() {
        Acting.doing(noor, () -> {
            UUID session = treated("2026-11-20T15:00:00Z");
            wants();
            assertThat(askedAt("2026-12-20T14:00:00Z")).isEqualTo(1);
            assertThat(note(session, What.SAFETY, Came.REACHED)).isEmpty();
            assertThat(askedAt("2026-12-28T14:00:00Z")).isEqualTo(1);
            assertThat(note(session, What.OUTCOME_3, Came.OPTED_OUT)).isEmpty();
            assertThat(askedAt("2027-02-20T14:00:00Z")).isEqualTo(1);
        });
    }
}
