package org.stipple.clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.adverse.AdverseEvent;
import org.stipple.clinic.adverse.AdverseEvents;
import org.stipple.clinic.adverse.Kinds;
import org.stipple.clinic.adverse.Outcome;
import org.stipple.clinic.adverse.Source;
import org.stipple.clinic.booking.Against.Rule;
import org.stipple.clinic.messages.Channel;
import org.stipple.clinic.messages.Contacts;
import org.stipple.clinic.messages.Delivery;
import org.stipple.clinic.messages.Message;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;

/// Times are taken once, on days that the record allows, and given back whole.
class AppointmentsTest {

    private static final AppointmentKind TALK = AppointmentKind.CONSULTATION;
    private static final AppointmentKind SESSION = AppointmentKind.SESSION;

    @TempDir
    static Path directory;

    static BookedClinic clinic;

    /// Each test on days of its own.
    static LocalDate free = LocalDate.of(2027, 1, 4);

    private LocalDate day = free;

    @BeforeAll
    static void start() {
        clinic = BookedClinic.open(directory, ZoneId.of("UTC"), "noor-booking");
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    @BeforeEach
    void anotherWeek() {
        free = free.plusDays(7);
        day = free;
        clinic.stipple().itIs("2026-11-20T09:00:00Z");
    }

    private String at(String clock) {
        return day + "T" + clock;
    }

    private static NotTaken refused(PatientId person, Slot slot) {
        return catchThrowableOfType(NotTaken.class, () -> clinic.take(person, slot));
    }

    private static List<Rule> rules(NotTaken refused) {
        return refused.against().stream().map(Against::rule).toList();
    }

    private static List<Instant> moments(FreeTimes.Found found) {
        return found.slots().stream().map(Slot::from).toList();
    }

    @Test
    void aFreeTimeIsOneAtWhichPractitionerAndRoomAreFreeTogether() {
        PatientId amara = clinic.somebody();
        var before = clinic.free(amara, TALK, day.toString());
        assertThat(moments(before)).startsWith(clinic.at(at("09:00")), clinic.at(at("09:15")));
        clinic.take(amara, clinic.slot(TALK, at("09:30")));
        assertThat(moments(clinic.free(clinic.somebody(), TALK, day.toString())))
                .startsWith(clinic.at(at("09:00")), clinic.at(at("10:00")));
    }

    @Test
    void ofADayWithManyFreeTimesTheFirstTheLastAndSomeBetweenAreShown() {
        var few = clinic.as(() -> clinic.stipple()
                .the(FreeTimes.class)
                .find(
                        clinic.somebody(),
                        new FreeTimes.Search(TALK, Optional.empty(), Optional.of(day), Optional.empty(), false),
                        3,
                        6));
        assertThat(moments(few))
                .containsExactly(
                        clinic.at(at("09:00")),
                        clinic.at(at("12:45")),
                        clinic.at(at("16:30")),
                        clinic.at(day.plusDays(1) + "T09:00"),
                        clinic.at(day.plusDays(1) + "T12:45"),
                        clinic.at(day.plusDays(1) + "T16:30"));
    }

    @Test
    void twoPractitionersNeedTwoRooms() {
        Actor noor = clinic.noor();
        clinic.doing(() -> {
            var arrangements = clinic.stipple().the(Arrangements.class);
            arrangements.works(clinic.sam(), BookedClinic.everyDay("09:00", "10:00"));
        });
        try {
            clinic.take(clinic.somebody(), clinic.slot(TALK, at("09:00")));
            var found = clinic.free(clinic.somebody(), TALK, day.toString());
            assertThat(found.slots().getFirst()).satisfies(slot -> {
                assertThat(slot.from()).isEqualTo(clinic.at(at("09:00")));
                assertThat(slot.practitioner()).isEqualTo(clinic.sam());
                assertThat(slot.room()).isEqualTo(clinic.second().id());
            });
            Slot sameRoom = clinic.as(() -> clinic.appointments()
                    .slot(TALK, clinic.sam(), clinic.first().id(), Optional.empty(), clinic.at(at("09:00"))));
            assertThat(refused(clinic.somebody(), sameRoom).why())
                    .containsExactly("The room was booked for that time meanwhile. Choose another time.");
            assertThat(noor.name()).isEqualTo("Dr. Noor");
        } finally {
            clinic.doing(() -> clinic.stipple().the(Arrangements.class).works(clinic.sam(), List.of()));
        }
    }

    @Test
    void ofFiftyDesksThatTakeOneTimeAtOnceExactlyOneHasItAndNoneBreaks() throws Exception {
        Slot slot = clinic.slot(TALK, at("11:00"));
        var people = new ArrayList<PatientId>();
        for (int i = 0; i < 50; i++) {
            people.add(clinic.somebody());
        }
        var desks = people.stream()
                .<Callable<Boolean>>map(person -> () -> Acting.as(clinic.desk(), () -> {
                    try {
                        clinic.appointments().take(person, slot, Optional.empty());
                        return true;
                    } catch (NotTaken taken) {
                        assertThat(rules(taken)).containsExactly(Rule.TAKEN);
                        return false;
                    }
                }))
                .toList();
        try (var threads = Executors.newFixedThreadPool(50)) {
            int taken = 0;
            for (var desk : threads.invokeAll(desks)) {
                taken += desk.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
        assertThat(people.stream().filter(person -> !coming(person).isEmpty())).hasSize(1);
    }

    private static List<Appointment> coming(PatientId person) {
        return clinic.as(() -> clinic.appointments().coming(person));
    }

    /// Whatever the code forgets: the constraint is the database's own.
    @Test
    void theDatabaseItselfHoldsNothingTwice() {
        Appointment taken = clinic.take(clinic.somebody(), clinic.slot(TALK, at("09:00")));
        PatientId other = clinic.somebody();
        var transaction = clinic.stipple().the(TransactionTemplate.class);
        var store = clinic.stipple().the(AppointmentStore.class);
        assertThatThrownBy(() -> clinic.doing(() -> transaction.executeWithoutResult(_ -> {
                    clinic.stipple().the(Patients.class).change(other, "test");
                    store.insert(
                            new Appointment(
                                    UUID.randomUUID(),
                                    other,
                                    taken.slot(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    taken.takenAt(),
                                    "test",
                                    List.of(),
                                    Optional.empty()),
                            clinic.noor().account());
                })))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("held_");
    }

    @Test
    void nobodyIsInTwoPlacesAtOnce() {
        PatientId amara = clinic.somebody();
        clinic.take(amara, clinic.slot(TALK, at("09:00")));
        assertThat(refused(amara, clinic.slot(TALK, at("09:15"))).why())
                .containsExactly("This person has another appointment at that time.");
    }

    @Test
    void nothingIsTakenOutsideWorkingHoursOnADayOffOrInAClosedRoom() {
        PatientId amara = clinic.somebody();
        assertThat(refused(amara, clinic.slot(TALK, at("08:45"))).why())
                .containsExactly("Dr. Noor does not work at that time.");
        assertThat(refused(amara, clinic.slot(TALK, at("16:45"))).why())
                .containsExactly("Dr. Noor does not work at that time.");
        clinic.take(amara, clinic.slot(TALK, at("16:30")));
        LocalDate off = day.plusDays(1);
        clinic.doing(() ->
                clinic.stipple().the(Arrangements.class).away(clinic.noor().account(), off, off, true));
        assertThat(refused(amara, clinic.slot(TALK, off + "T10:00")).why())
                .containsExactly("Dr. Noor does not work at that time.");
        clinic.doing(() ->
                clinic.stipple().the(Arrangements.class).away(clinic.noor().account(), off, off, false));
        clinic.take(amara, clinic.slot(TALK, off + "T10:00"));
        Room closed = clinic.as(() -> clinic.stipple().the(Arrangements.class).openRoom("Closed " + day));
        clinic.doing(() -> clinic.stipple().the(Arrangements.class).closeRoom(closed.id()));
        Slot there = clinic.as(() -> clinic.appointments()
                .slot(TALK, clinic.noor().account(), closed.id(), Optional.empty(), clinic.at(at("12:00"))));
        assertThat(refused(amara, there).why()).containsExactly("That room is closed.");
    }

    @Test
    void whoWasNotScreenedBooksAConsultationOnly() {
        PatientId amara = clinic.somebody();
        for (AppointmentKind kind : List.of(SESSION, AppointmentKind.REVIEW)) {
            assertThat(rules(refused(amara, clinic.slot(kind, at("10:00")))))
                    .as(kind.id())
                    .containsExactly(Rule.SCREENED);
        }
        clinic.take(amara, clinic.slot(TALK, at("10:00")));
        assertThat(rules(refused(clinic.screened(), clinic.slot(SESSION, at("12:00")))))
                .containsExactly(Rule.COURSE);
    }

    @Test
    void whomTheNewestScreeningRefusesHasNoSession() {
        PatientId amara = clinic.agreed();
        clinic.doing(() -> {
            clinic.stipple()
                    .the(Intakes.class)
                    .save(
                            amara,
                            1,
                            Someone.withAcneScarsOnTheCheeks().with("facts", Someone.answering("pregnant", true)));
            clinic.stipple().the(Screenings.class).screen(amara);
        });
        NotTaken refused = refused(amara, clinic.slot(SESSION, at("10:00")));
        assertThat(rules(refused)).contains(Rule.REFUSED);
        assertThat(refused.overridable()).isFalse();
        assertThat(String.join(" ", refused.why())).doesNotContainIgnoringCase("pregnan");
        clinic.take(amara, clinic.slot(TALK, at("10:00")));
    }

    @Test
    void theIntervalIsKeptToTheDay() {
        clinic.stipple().itIs(day + "T10:00:00Z");
        PatientId amara = clinic.agreed();
        clinic.treats(amara);
        int rest = clinic.restDays(amara);
        assertThat(rest).isGreaterThanOrEqualTo(7);
        LocalDate first = day.plusDays(rest);
        NotTaken refused = refused(amara, clinic.slot(SESSION, first.minusDays(1) + "T16:00"));
        assertThat(rules(refused)).containsExactly(Rule.INTERVAL);
        assertThat(refused.first()).contains(first);
        assertThat(refused.why().getFirst())
                .contains("The shortest interval after the last session ends on")
                .contains("The first day that is possible is " + org.stipple.clinic.web.Days.full(first));
        assertThat(clinic.free(amara, SESSION, day.toString()).from()).isEqualTo(first);
        clinic.take(amara, clinic.slot(SESSION, first + "T09:00"));
        free = first.plusDays(1);
    }

    @Test
    void twoBookedSessionsLieTheIntervalApartInBothDirections() {
        PatientId amara = clinic.agreed();
        int rest = clinic.restDays(amara);
        clinic.take(amara, clinic.slot(SESSION, day.plusDays(rest) + "T09:00"));
        NotTaken before = refused(amara, clinic.slot(SESSION, day.plusDays(1) + "T13:00"));
        assertThat(rules(before)).containsExactly(Rule.INTERVAL);
        assertThat(before.first()).contains(day.plusDays(2L * rest));
        clinic.take(amara, clinic.slot(SESSION, day + "T13:00"));
        free = day.plusDays(2L * rest);
    }

    private PatientId deferred() {
        PatientId amara = clinic.agreed();
        clinic.doing(() -> {
            clinic.stipple()
                    .the(Intakes.class)
                    .save(
                            amara,
                            1,
                            Someone.withAcneScarsOnTheCheeks()
                                    .with(
                                            "facts",
                                            Someone.answeringDay(
                                                    "peel.last",
                                                    day.minusDays(2).toString())));
            clinic.stipple().the(Screenings.class).screen(amara);
        });
        return amara;
    }

    @Test
    void anOpenDeferralIsKeptToTheDay() {
        clinic.stipple().itIs(day + "T10:00:00Z");
        PatientId amara = deferred();
        LocalDate until = day.plusDays(28);
        NotTaken refused = refused(amara, clinic.slot(SESSION, until.minusDays(1) + "T16:00"));
        assertThat(rules(refused)).containsExactly(Rule.DEFERRAL);
        assertThat(refused.first()).contains(until);
        assertThat(String.join(" ", refused.why())).doesNotContain("peel");
        clinic.take(amara, clinic.slot(SESSION, until + "T09:00"));
        free = until.plusDays(1);
    }

    @Test
    void onlyASupervisingClinicianSetsADeferralAsideByNameAndWithAReason() {
        clinic.stipple().itIs(day + "T08:00:00Z");
        PatientId amara = deferred();
        Slot slot = clinic.slot(SESSION, at("14:00"));
        Optional<String> reason = Optional.of("Seen today: the peel was superficial and has settled.");
        assertThatThrownBy(() -> BookedClinic.as(
                        clinic.desk(), () -> clinic.appointments().take(amara, slot, reason)))
                .isInstanceOfSatisfying(
                        NotTaken.class,
                        not -> assertThat(not.why()).contains("Only a supervising clinician sets this aside."));
        assertThatThrownBy(() -> clinic.as(() -> clinic.appointments().take(amara, slot, Optional.of("ok"))))
                .isInstanceOf(NotTaken.class);
        assertThat(coming(amara)).isEmpty();
        Appointment taken = clinic.as(() -> clinic.appointments().take(amara, slot, reason));
        assertThat(clinic.as(() -> clinic.appointments().find(amara, taken.id()))
                        .overrides())
                .singleElement()
                .satisfies(aside -> {
                    assertThat(aside.rule()).isEqualTo("deferral");
                    assertThat(aside.signer()).isEqualTo("Dr. Noor");
                    assertThat(aside.reason()).isEqualTo(reason.get());
                });
        var trail = clinic.as(() -> Objects.requireNonNull(clinic.stipple()
                .the(TransactionTemplate.class)
                .execute(_ -> clinic.stipple().the(AuditTrail.class).about(amara, 20))));
        assertThat(trail).anySatisfy(entry -> assertThat(entry.what()).contains("a rule set aside"));
    }

    @Test
    void anAdverseEventThatIsNotOverHoldsNoTimeUnlessWhoSupervisesSaysSo() {
        clinic.stipple().itIs(day + "T08:00:00Z");
        PatientId amara = clinic.agreed();
        clinic.doing(() -> assertThat(clinic.stipple()
                        .the(AdverseEvents.class)
                        .open(
                                UUID.randomUUID(),
                                amara,
                                new Source.ByHand(),
                                Optional.empty(),
                                new AdverseEvent.Said(
                                        Kinds.other("swelling that lasts"),
                                        Optional.empty(),
                                        "Swelling of the cheek that lasts",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Outcome.OPEN,
                                        Optional.empty())))
                .isInstanceOf(AdverseEvents.Opening.Opened.class));
        Slot slot = clinic.slot(SESSION, at("14:00"));
        NotTaken refused = refused(amara, slot);
        assertThat(rules(refused)).containsExactly(Rule.OPEN_EVENT);
        assertThat(String.join(" ", refused.why())).doesNotContainIgnoringCase("swelling");
        clinic.take(amara, clinic.slot(TALK, at("10:00")));
        Appointment taken = clinic.as(() -> clinic.appointments()
                .take(amara, slot, Optional.of("It will be over by then, and is looked at before the needle.")));
        assertThat(clinic.as(() -> clinic.appointments().find(amara, taken.id()))
                        .overrides())
                .singleElement()
                .satisfies(aside -> assertThat(aside.rule()).isEqualTo("open-event"));
    }

    @Test
    void noMoreSessionsAreBookedThanWereSigned() {
        PatientId amara = clinic.agreed();
        int rest = clinic.restDays(amara);
        int sessions = clinic.sessionsOf(amara);
        for (int i = 0; i < sessions; i++) {
            clinic.take(amara, clinic.slot(SESSION, day.plusDays((long) i * rest) + "T09:00"));
        }
        NotTaken refused = refused(amara, clinic.slot(SESSION, day.plusDays((long) sessions * rest) + "T09:00"));
        assertThat(rules(refused)).containsExactly(Rule.COMPLETE);
        clinic.doing(() ->
                clinic.appointments().cancel(amara, coming(amara).getLast().id(), ""));
        clinic.take(amara, clinic.slot(SESSION, day.plusDays((long) sessions * rest) + "T09:00"));
        free = day.plusDays((sessions + 1L) * rest);
    }

    @Test
    void theRestOfACourseIsProposedOnTheSameWeekdayAndTakenWholeOrNotAtAll() {
        PatientId amara = clinic.agreed();
        int sessions = clinic.sessionsOf(amara);
        var series = clinic.stipple().the(Series.class);
        var proposal = clinic.as(() -> series.propose(amara, clinic.slot(SESSION, at("10:00"))));
        assertThat(proposal.missing()).isEmpty();
        assertThat(proposal.slots()).hasSize(sessions).allSatisfy(slot -> {
            assertThat(slot.day(clinic.noor().zone()).getDayOfWeek()).isEqualTo(day.getDayOfWeek());
            assertThat(slot.from().toString()).endsWith("T10:00:00Z");
        });
        // Somebody else takes the last of them meanwhile.
        Appointment other = clinic.take(
                clinic.somebody(),
                clinic.slot(TALK, proposal.slots().getLast().day(clinic.noor().zone()) + "T10:15"));
        assertThatThrownBy(() -> clinic.as(() -> clinic.appointments().takeAll(amara, proposal.slots())))
                .isInstanceOfSatisfying(
                        NotTaken.class,
                        not -> assertThat(not.why())
                                .singleElement()
                                .asString()
                                .contains("was booked for that time meanwhile"));
        assertThat(coming(amara)).isEmpty();
        var again = clinic.as(() -> series.propose(amara, clinic.slot(SESSION, at("10:00"))));
        assertThat(again.slots()).hasSize(sessions);
        assertThat(again.slots().getLast().from())
                .isNotEqualTo(proposal.slots().getLast().from());
        assertThat(clinic.as(() -> clinic.appointments().takeAll(amara, again.slots())))
                .hasSize(sessions);
        assertThat(coming(amara)).hasSize(sessions);
        assertThat(other.slot().kind()).isEqualTo(TALK);
        free = again.slots().getLast().day(clinic.noor().zone()).plusDays(1);
    }

    @Test
    void whatCannotBeHadOfASeriesIsNamed() {
        PatientId amara = clinic.agreed();
        int rest = clinic.course(amara)
                .plan()
                .course()
                .schedule()
                .orElseThrow()
                .intervalDays()
                .chosen();
        LocalDate second = day.plusDays(rest);
        clinic.doing(() -> clinic.stipple()
                .the(Arrangements.class)
                .away(clinic.noor().account(), second.minusDays(20), second.plusDays(20), true));
        try {
            var proposal = clinic.as(
                    () -> clinic.stipple().the(Series.class).propose(amara, clinic.slot(SESSION, at("10:00"))));
            assertThat(proposal.missing()).first().asString().startsWith("Session 2 of ");
        } finally {
            clinic.doing(() -> clinic.stipple()
                    .the(Arrangements.class)
                    .away(clinic.noor().account(), second.minusDays(20), second.plusDays(20), false));
        }
    }

    private static List<Message> messages(PatientId person) {
        return clinic.as(() -> Objects.requireNonNull(
                clinic.stipple().the(TransactionTemplate.class).execute(_ -> {
                    clinic.stipple().the(Patients.class).read(person, "test");
                    return clinic.stipple().the(Messages.class).of(person);
                })));
    }

    private static PatientId reachable() {
        PatientId amara = clinic.somebody();
        clinic.doing(() -> clinic.stipple().the(Contacts.class).note(amara, Channel.EMAIL, true));
        return amara;
    }

    @Test
    void remindersAreDueThreeDaysAndOneDayBeforeAndSayNothingClinical() {
        PatientId amara = reachable();
        Appointment taken = clinic.take(amara, clinic.slot(TALK, at("09:00")));
        Instant from = taken.slot().from();
        assertThat(messages(amara)).hasSize(2).allSatisfy(message -> {
            assertThat(message.words())
                    .contains("You have an appointment: ", "Usted tiene una cita: ", "09:00", "Hillside")
                    .doesNotContainIgnoringCase("consultation")
                    .doesNotContainIgnoringCase("needl")
                    .doesNotContain("Noor");
            assertThat(message.expiresAt()).isEqualTo(from);
        });
        assertThat(messages(amara).stream()
                        .map(message -> message.deliveries().getFirst().dueAt()))
                .containsExactlyInAnyOrder(from.minus(Reminders.FIRST), from.minus(Reminders.SECOND));
    }

    @Test
    void aTimeThatIsNearHasOnlyTheRemindersThatStillCome() {
        clinic.stipple().itIs(day.minusDays(2) + "T12:00:00Z");
        PatientId amara = reachable();
        clinic.take(amara, clinic.slot(TALK, at("13:00")));
        assertThat(messages(amara)).extracting(Message::cause).containsExactly(Message.Cause.REMINDER);
    }

    @Test
    void aCancelledTimeIsFreeAgainAndItsRemindersAreNotSent() {
        PatientId amara = reachable();
        Slot slot = clinic.slot(TALK, at("09:00"));
        Appointment taken = clinic.take(amara, slot);
        PatientId other = clinic.somebody();
        assertThat(rules(refused(other, slot))).containsExactly(Rule.TAKEN);
        clinic.doing(() -> clinic.appointments().cancel(amara, taken.id(), "rang this morning"));
        assertThat(messages(amara))
                .allSatisfy(message -> assertThat(message.deliveries())
                        .extracting(Delivery::state)
                        .containsExactly(Delivery.State.OVER));
        clinic.take(other, slot);
        assertThatThrownBy(() -> clinic.doing(() -> clinic.appointments().cancel(amara, taken.id(), "")))
                .isInstanceOfSatisfying(
                        NotTaken.class,
                        not -> assertThat(not.why().getFirst()).startsWith("This appointment was cancelled before."));
    }

    @Test
    void aMoveGivesUpTheOldTimeOnlyTogetherWithTakingTheNew() {
        PatientId amara = reachable();
        Appointment old = clinic.take(amara, clinic.slot(TALK, at("09:00")));
        clinic.take(clinic.somebody(), clinic.slot(TALK, at("12:00")));
        assertThatThrownBy(() -> clinic.as(() ->
                        clinic.appointments().move(amara, old.id(), clinic.slot(TALK, at("12:00")), Optional.empty())))
                .isInstanceOf(NotTaken.class);
        assertThat(coming(amara)).extracting(Appointment::id).containsExactly(old.id());
        // Half an hour later overlaps nothing but itself.
        Appointment moved = clinic.as(
                () -> clinic.appointments().move(amara, old.id(), clinic.slot(TALK, at("09:15")), Optional.empty()));
        assertThat(coming(amara)).extracting(Appointment::id).containsExactly(moved.id());
        assertThat(moved.movedFrom()).contains(old.id());
        assertThat(messages(amara))
                .filteredOn(message -> message.about().equals(old.id()))
                .allSatisfy(message -> assertThat(message.deliveries())
                        .extracting(Delivery::state)
                        .containsExactly(Delivery.State.OVER));
        assertThat(messages(amara))
                .filteredOn(message -> message.about().equals(moved.id()))
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.deliveries())
                        .extracting(Delivery::state)
                        .containsExactly(Delivery.State.WAITING));
    }

    @Test
    void theDeskSeesADayWithWhatEachSessionLacks() {
        PatientId amara = clinic.agreed();
        clinic.take(amara, clinic.slot(SESSION, at("09:00")));
        var lines = clinic.as(() -> clinic.stipple().the(DayBook.class).of(day));
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.name()).isEqualTo("Amara Okafor");
            assertThat(line.room()).isEqualTo("Room 1");
            assertThat(line.missing()).containsExactly(DayBook.Missing.ANSWERS);
        });
    }
}
