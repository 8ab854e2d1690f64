package org.stipple.clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
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
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.booking.Against.Rule;
import org.stipple.clinic.booking.Closure.What;
import org.stipple.clinic.booking.Closures.Hours;
import org.stipple.clinic.booking.Closures.When;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.stock.Handpieces;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.NotHere;

/// Nothing is taken while something is not there, and nothing that was taken before is lost. The clinic is in
/// New York, whose clocks go forward on 14 March 2027.
class ClosuresTest {

    private static final AppointmentKind TALK = AppointmentKind.CONSULTATION;
    private static final ZoneId PLACE = ZoneId.of("America/New_York");

    @TempDir
    static Path directory;

    static BookedClinic clinic;

    static LocalDate free = LocalDate.of(2027, 1, 4);

    private LocalDate day = free;

    @BeforeAll
    static void start() {
        clinic = BookedClinic.open(directory, PLACE, "noor-closures");
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    @BeforeEach
    void anotherWeek() {
        free = free.plusDays(14);
        day = free;
        clinic.stipple().itIs("2026-11-20T14:00:00Z");
    }

    private static Closure close(What what, When when) {
        return clinic.as(() -> closures().state(what, when, "Holiday"));
    }

    private static Closures closures() {
        return clinic.stipple().the(Closures.class);
    }

    private static What.OnePractitioner noor() {
        return new What.OnePractitioner(clinic.noor().account());
    }

    private NotTaken refused(String clock) {
        return catchThrowableOfType(
                NotTaken.class, () -> clinic.take(clinic.somebody(), clinic.slot(TALK, day + "T" + clock)));
    }

    private List<LocalTime> freeOn(LocalDate on) {
        return clinic.free(clinic.somebody(), TALK, on.toString()).slots().stream()
                .filter(slot -> slot.day(PLACE).equals(on))
                .map(slot -> LocalTime.ofInstant(slot.from(), PLACE))
                .toList();
    }

    @Test
    void aDayOnWhichTheClinicIsClosedIsRefusedWithItsReasonAndTheNextDay() {
        close(new What.WholeClinic(), When.days(day, day.plusDays(1)));
        NotTaken refused = refused("10:00");
        assertThat(refused.against()).singleElement().satisfies(why -> {
            assertThat(why.rule()).isEqualTo(Rule.CLOSED);
            assertThat(why.words())
                    .isEqualTo("The clinic is closed at that time: “Holiday”. The next day that is possible is "
                            + Days.full(day.plusDays(2)) + ".");
        });
        assertThat(refused.first()).contains(day.plusDays(2));
        assertThat(freeOn(day)).isEmpty();
        assertThat(freeOn(day.plusDays(1))).isEmpty();
        assertThat(freeOn(day.plusDays(2))).startsWith(LocalTime.of(9, 0));
    }

    @Test
    void hoursOfADayCloseThoseAndNoOthers() {
        close(noor(), new When(day, day, Optional.of(new Hours(LocalTime.of(10, 0), LocalTime.of(12, 0)))));
        assertThat(freeOn(day))
                .contains(LocalTime.of(9, 30), LocalTime.of(12, 0))
                .doesNotContain(LocalTime.of(9, 45), LocalTime.of(10, 0), LocalTime.of(11, 45));
        assertThat(refused("09:45").why().getFirst()).startsWith("Dr. Noor is not there at that time: “Holiday”.");
        clinic.take(clinic.somebody(), clinic.slot(TALK, day + "T09:30"));
        clinic.take(clinic.somebody(), clinic.slot(TALK, day + "T12:00"));
        assertThat(refused("11:45").first()).contains(day);
    }

    @Test
    void whatIsClosedInOneRoomIsTakenInAnother() {
        close(new What.OneRoom(clinic.first().id()), When.days(day, day));
        assertThat(refused("10:00").why().getFirst()).startsWith("That room is closed at that time: “Holiday”.");
        assertThat(clinic.free(clinic.somebody(), TALK, day.toString()).slots())
                .filteredOn(slot -> slot.day(PLACE).equals(day))
                .isNotEmpty()
                .allSatisfy(slot ->
                        assertThat(slot.room()).isEqualTo(clinic.second().id()));
    }

    /// In a clinic of its own: from the first handpiece on every session needs one.
    @Test
    void aSessionIsTakenWithTheHandpieceThatIsThere(@TempDir Path own) {
        try (var other = BookedClinic.open(own, PLACE, "noor-closed-handpiece")) {
            other.stipple().itIs("2026-11-20T14:00:00Z");
            PatientId amara = other.agreed();
            other.doing(() -> List.of("H-1", "H-2")
                    .forEach(serial -> other.stipple()
                            .the(Handpieces.class)
                            .receive(
                                    other.course(amara).plan().device(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    serial,
                                    Optional.empty())));
            Slot first = other.free(amara, AppointmentKind.SESSION, day.toString())
                    .slots()
                    .getFirst();
            UUID gone = first.handpiece().orElseThrow();
            other.doing(() -> other.stipple()
                    .the(Closures.class)
                    .state(new What.OneHandpiece(gone), When.days(day, day), "Service"));
            NotTaken refused = catchThrowableOfType(NotTaken.class, () -> other.take(amara, first));
            assertThat(refused.why().getFirst()).startsWith("That handpiece is not there at that time: “Service”.");
            assertThat(refused.first()).contains(day);
            Slot with = other.free(amara, AppointmentKind.SESSION, day.toString())
                    .slots()
                    .getFirst();
            assertThat(with.from()).isEqualTo(first.from());
            assertThat(with.handpiece()).isPresent().isNotEqualTo(first.handpiece());
            other.take(amara, with);
        }
    }

    @Test
    void theRestOfACourseIsProposedAroundAClosure() {
        PatientId amara = clinic.agreed();
        var series = clinic.stipple().the(Series.class);
        Slot first = clinic.slot(AppointmentKind.SESSION, day + "T10:00");
        LocalDate second =
                clinic.as(() -> series.propose(amara, first)).slots().get(1).day(PLACE);
        close(new What.WholeClinic(), When.days(second, second));
        var around = clinic.as(() -> series.propose(amara, first));
        assertThat(around.missing()).isEmpty();
        assertThat(around.slots().stream().map(slot -> slot.day(PLACE)))
                .hasSize(clinic.sessionsOf(amara))
                .doesNotContain(second);
        clinic.as(() -> clinic.appointments().takeAll(amara, around.slots()));
        free = around.slots().getLast().day(PLACE).plusDays(1);
    }

    private static List<DayBook.Line> toLookAt() {
        return clinic.as(() -> clinic.stipple().the(DayBook.class).toLookAt());
    }

    private static List<UUID> idsToLookAt() {
        return toLookAt().stream().map(DayBook.Line::appointment).toList();
    }

    @Test
    void whatStandsInANewClosureIsListedAndStaysUntilItIsMoved() {
        PatientId amara = clinic.somebody();
        Appointment one = clinic.take(amara, clinic.slot(TALK, day + "T10:00"));
        Appointment before = clinic.take(clinic.somebody(), clinic.slot(TALK, day.minusDays(1) + "T10:00"));
        Closure closure = close(noor(), When.days(day, day));
        assertThat(toLookAt())
                .filteredOn(line -> line.appointment().equals(one.id()))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.inTheWay()).containsExactly("Dr. Noor is not there at that time: “Holiday”."));
        assertThat(idsToLookAt()).doesNotContain(before.id());
        assertThat(clinic.as(() -> clinic.appointments().coming(amara))).hasSize(1);
        clinic.as(() -> clinic.appointments()
                .move(amara, one.id(), clinic.slot(TALK, day.plusDays(1) + "T10:00"), Optional.empty()));
        assertThat(idsToLookAt()).doesNotContain(one.id());
        clinic.doing(() -> closures().lift(closure.id()));
        assertThatThrownBy(() -> clinic.doing(() -> closures().lift(UUID.randomUUID())))
                .isInstanceOf(NotHere.class);
        clinic.take(amara, clinic.slot(TALK, day + "T10:00"));
    }

    /// A day of 23 hours is closed to its end, and no hour of the next.
    @Test
    void aDayOnWhichTheClocksChangeIsClosedFromMidnightToMidnight() {
        LocalDate change = LocalDate.of(2027, 3, 14);
        Closure closure = close(new What.WholeClinic(), When.days(change, change));
        assertThat(closure.from()).isEqualTo("2027-03-14T05:00:00Z");
        assertThat(closure.to()).isEqualTo("2027-03-15T04:00:00Z");
        assertThatThrownBy(() -> close(
                        noor(),
                        new When(change, change, Optional.of(new Hours(LocalTime.of(2, 15), LocalTime.of(2, 15))))))
                .hasMessageContaining("end before they begin");
        assertThat(change.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
    }

    @Test
    void whatIsNoTimeOrSaysNotWhyIsRefused() {
        assertThatThrownBy(() -> close(noor(), When.days(day, day.minusDays(1))))
                .hasMessageContaining("a last day after it");
        assertThatThrownBy(() -> close(noor(), When.days(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2))))
                .hasMessageContaining("is over");
        assertThatThrownBy(() -> clinic.as(() -> closures().state(noor(), When.days(day, day), "  ")))
                .hasMessageContaining("why it is closed was not said");
        assertThatThrownBy(() -> close(new What.OneRoom(UUID.randomUUID()), When.days(day, day)))
                .isInstanceOf(NotHere.class);
    }

    /// Whatever the code forgets: the table itself takes nothing that is closed.
    @Test
    void theDatabaseItselfHoldsNothingInAClosure() {
        Slot slot = clinic.slot(TALK, day + "T10:00");
        close(noor(), When.days(day, day));
        PatientId other = clinic.somebody();
        var transaction = clinic.stipple().the(TransactionTemplate.class);
        assertThatThrownBy(() -> clinic.doing(() -> transaction.executeWithoutResult(_ -> {
                    clinic.stipple().the(Patients.class).change(other, "test");
                    clinic.stipple()
                            .the(AppointmentStore.class)
                            .insert(
                                    new Appointment(
                                            UUID.randomUUID(),
                                            other,
                                            slot,
                                            Optional.empty(),
                                            Optional.empty(),
                                            slot.from().minusSeconds(3600),
                                            "test",
                                            List.of(),
                                            Optional.empty()),
                                    clinic.noor().account());
                })))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("held_not_closed");
    }

    /// Fifty desks take times of one day, each another, while the clinic states that it is closed. Whoever had
    /// theirs stands on the list, whoever had not was told why, and nobody is in neither.
    @Test
    void ofFiftyDesksThatTakeWhileItIsClosedEachIsRefusedOrListed() throws Exception {
        clinic.doing(() -> clinic.stipple()
                .the(Arrangements.class)
                .works(clinic.noor().account(), BookedClinic.everyDay("00:00", "23:59")));
        try {
            LocalTime begin = LocalTime.of(0, 0);
            var desks = new ArrayList<Callable<String>>();
            for (int i = 0; i < 46; i++) {
                PatientId person = clinic.somebody();
                Slot slot = clinic.slot(TALK, day + "T" + begin.plusMinutes(30L * i));
                desks.add(() -> Acting.as(clinic.desk(), () -> {
                    try {
                        return clinic.appointments()
                                .take(person, slot, Optional.empty())
                                .id()
                                .toString();
                    } catch (NotTaken closed) {
                        assertThat(closed.against()).extracting(Against::rule).containsExactly(Rule.CLOSED);
                        return "closed";
                    }
                }));
            }
            desks.add(20, () -> {
                close(new What.WholeClinic(), When.days(day, day));
                return "stated";
            });
            var taken = new ArrayList<String>();
            int refused = 0;
            try (var threads = Executors.newFixedThreadPool(50)) {
                for (var answer : threads.invokeAll(desks)) {
                    switch (Objects.requireNonNull(answer.get())) {
                        case "closed" -> refused++;
                        case "stated" -> {}
                        default -> taken.add(answer.get());
                    }
                }
            }
            assertThat(taken.size() + refused).isEqualTo(46);
            assertThat(idsToLookAt().stream().map(UUID::toString)).containsAll(taken);
            assertThat(refused("23:00").against()).extracting(Against::rule).containsExactly(Rule.CLOSED);
        } finally {
            clinic.doing(() -> clinic.stipple()
                    .the(Arrangements.class)
                    .works(clinic.noor().account(), BookedClinic.everyDay("09:00", "17:00")));
        }
    }

    @Test
    void ofFiftyDesksThatTakeAClosedTimeAtOnceNoneHasIt() throws Exception {
        close(new What.OneRoom(clinic.first().id()), When.days(day, day));
        Slot slot = clinic.slot(TALK, day + "T11:00");
        var desks = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 50; i++) {
            PatientId person = clinic.somebody();
            desks.add(() -> Acting.as(clinic.desk(), () -> {
                try {
                    clinic.appointments().take(person, slot, Optional.empty());
                    return true;
                } catch (NotTaken closed) {
                    assertThat(closed.against()).extracting(Against::rule).containsExactly(Rule.CLOSED);
                    return false;
                }
            }));
        }
        try (var threads = Executors.newFixedThreadPool(50)) {
            for (var desk : threads.invokeAll(desks)) {
                assertThat(desk.get()).isFalse();
            }
        }
    }
}
