package org.stipple.clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.AccountChanges;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.ShownCourse;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Handpieces;

/// What comes into the way of an appointment after it was taken is shown on its day, on its page and on the
/// list, and changes nothing by itself.
class InTheWayTest {

    private static final AppointmentKind TALK = AppointmentKind.CONSULTATION;
    private static final AppointmentKind SESSION = AppointmentKind.SESSION;

    @TempDir
    static Path directory;

    static BookedClinic clinic;

    static LocalDate free = LocalDate.of(2027, 1, 4);

    private LocalDate day = free;

    @BeforeAll
    static void start() {
        clinic = BookedClinic.open(directory, ZoneId.of("UTC"), "noor-in-the-way");
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    @BeforeEach
    void anotherMonth() {
        free = free.plusDays(40);
        day = free;
        clinic.stipple().itIs(day.minusDays(3) + "T09:00:00Z");
    }

    private DayBook.Line line(Appointment one) {
        return clinic.as(() -> clinic.stipple().the(DayBook.class).of(day)).stream()
                .filter(line -> line.appointment().equals(one.id()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> onItsPage(Appointment one) {
        return clinic.as(() -> Objects.requireNonNull(clinic.stipple()
                .the(TransactionTemplate.class)
                .execute(_ -> {
                    clinic.stipple().the(Patients.class).read(one.patient(), "test");
                    return clinic.stipple().the(DayBook.class).inTheWay(one, "Dr. Noor");
                })));
    }

    private static List<UUID> listed() {
        return clinic.as(() -> clinic.stipple().the(DayBook.class).toLookAt()).stream()
                .map(DayBook.Line::appointment)
                .toList();
    }

    private void defer(PatientId person) {
        clinic.stipple().itIs(day.minusDays(2) + "T09:00:00Z");
        clinic.doing(() -> {
            clinic.stipple()
                    .the(Intakes.class)
                    .save(
                            person,
                            1,
                            Someone.withAcneScarsOnTheCheeks()
                                    .with(
                                            "facts",
                                            Someone.answeringDay(
                                                    "peel.last",
                                                    day.minusDays(4).toString())));
            clinic.stipple().the(Screenings.class).screen(person);
        });
    }

    @Test
    void aWaitThatWasFoundAfterTheTimeWasTakenStandsInItsWay() {
        PatientId amara = clinic.agreed();
        Appointment session = clinic.take(amara, clinic.slot(SESSION, day + "T10:00"));
        Appointment talk = clinic.take(amara, clinic.slot(TALK, day + "T12:00"));
        assertThat(line(session).inTheWay()).isEmpty();
        assertThat(listed()).doesNotContain(session.id());
        defer(amara);
        assertThat(line(session).inTheWay())
                .singleElement()
                .asString()
                .startsWith("A wait stands in the record until ")
                .doesNotContain("peel");
        assertThat(onItsPage(session)).isEqualTo(line(session).inTheWay());
        assertThat(listed()).contains(session.id()).doesNotContain(talk.id());
        assertThat(clinic.as(() -> clinic.appointments().coming(amara))).hasSize(2);
    }

    /// What a supervising clinician set aside for this very time is no news, until another screening.
    @Test
    void aWaitThatWasSetAsideForTheTimeIsNoNewsAndANewerOneIs() {
        PatientId amara = clinic.agreed();
        defer(amara);
        Appointment session = clinic.as(() -> clinic.appointments()
                .take(
                        amara,
                        clinic.slot(SESSION, day + "T10:00"),
                        Optional.of("Seen today: the peel was superficial and has settled.")));
        assertThat(line(session).inTheWay()).isEmpty();
        clinic.stipple().itIs(day.minusDays(1) + "T09:00:00Z");
        clinic.doing(() -> clinic.stipple().the(Screenings.class).screen(amara));
        assertThat(line(session).inTheWay()).isNotEmpty();
    }

    @Test
    void whoeverIsRefusedSinceHasTheirSessionLookedAt() {
        PatientId amara = clinic.agreed();
        Appointment session = clinic.take(amara, clinic.slot(SESSION, day + "T10:00"));
        clinic.stipple().itIs(day.minusDays(2) + "T09:00:00Z");
        clinic.doing(() -> {
            clinic.stipple()
                    .the(Intakes.class)
                    .save(
                            amara,
                            1,
                            Someone.withAcneScarsOnTheCheeks().with("facts", Someone.answering("pregnant", true)));
            clinic.stipple().the(Screenings.class).screen(amara);
        });
        assertThat(String.join(" ", line(session).inTheWay()))
                .contains("The newest judgement says no to a session")
                .doesNotContainIgnoringCase("pregnan");
        assertThat(listed()).contains(session.id());
    }

    @Test
    void aSessionOfACourseThatIsNotInForceAnyMoreIsLookedAt() {
        PatientId amara = clinic.agreed();
        Appointment session = clinic.take(amara, clinic.slot(SESSION, day + "T10:00"));
        clinic.stipple().itIs(day.minusDays(2) + "T09:00:00Z");
        clinic.doing(() -> {
            var courses = clinic.stipple().the(Courses.class);
            var plan = courses.draft(UUID.randomUUID(), amara).plan();
            courses.sign(amara, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
        });
        assertThat(line(session).inTheWay())
                .containsExactly("The course that it was taken for is not the one in force.");
        assertThat(listed()).contains(session.id());
    }

    @Test
    void aSessionThatTookPlaceTooNearBeforeAnotherStandsInItsWay() {
        PatientId amara = clinic.agreed();
        Appointment session = clinic.take(amara, clinic.slot(SESSION, day + "T10:00"));
        clinic.stipple().itIs(day.minusDays(2) + "T09:00:00Z");
        clinic.treats(amara);
        assertThat(line(session).inTheWay())
                .singleElement()
                .asString()
                .startsWith("The shortest interval after the last session ends on ");
        assertThat(listed()).contains(session.id());
    }

    @Test
    void aSessionWhoseConsentIsWithdrawnIsLookedAtUntilItIsGivenAgain() {
        PatientId amara = clinic.agreed();
        Appointment session = clinic.take(amara, clinic.slot(SESSION, day + "T10:00"));
        clinic.stipple().itIs(day.minusDays(2) + "T09:00:00Z");
        var plan = clinic.course(amara).plan();
        clinic.doing(() -> {
            var consents = clinic.stipple().the(Consents.class);
            UUID given = consents.inForce(
                            amara, Purpose.TREATMENT, Optional.of(new ShownCourse(plan.id(), plan.sha256())))
                    .orElseThrow()
                    .id();
            consents.withdraw(amara, given);
        });
        assertThat(line(session).inTheWay()).containsExactly("Consent to the course was withdrawn since.");
        assertThat(line(session).missing()).contains(DayBook.Missing.CONSENT);
        assertThat(listed()).contains(session.id());
        clinic.doing(() -> Someone.agrees(clinic.stipple(), amara, Purpose.TREATMENT, plan));
        assertThat(line(session).inTheWay()).isEmpty();
    }

    @Test
    void whatIsBookedWithSomebodyWhoseAccountIsShutIsNotLost() {
        var accounts = clinic.stipple().the(Accounts.class);
        var gone = clinic.as(() -> {
            var account = accounts.add(
                    UUID.randomUUID(), "ines-way", "Ines", ClinicUnderTest.PASSWORD, Set.of(Role.PRACTITIONER));
            clinic.stipple().the(Arrangements.class).works(account, BookedClinic.everyDay("09:00", "17:00"));
            return account;
        });
        PatientId amara = clinic.somebody();
        Slot slot = clinic.as(() -> clinic.appointments()
                .slot(TALK, gone, clinic.first().id(), Optional.empty(), clinic.at(day + "T10:00")));
        Appointment one = clinic.take(amara, slot);
        clinic.doing(() -> clinic.stipple()
                .the(AccountChanges.class)
                .change(
                        gone,
                        accounts.find(gone).orElseThrow().version(),
                        Set.of(Role.PRACTITIONER),
                        Optional.empty(),
                        false,
                        "left for another clinic"));
        assertThat(line(one).inTheWay()).containsExactly("Ines does not treat here any more.");
        assertThat(listed()).contains(one.id());
    }

    @Test
    void hoursThatChangedAndARoomThatClosedAreNamedUntilItIsOver() {
        var arrangements = clinic.stipple().the(Arrangements.class);
        Room room = clinic.as(() -> arrangements.openRoom("Room for a while"));
        PatientId amara = clinic.somebody();
        Slot slot = clinic.as(() -> clinic.appointments()
                .slot(TALK, clinic.noor().account(), room.id(), Optional.empty(), clinic.at(day + "T10:00")));
        Appointment one = clinic.take(amara, slot);
        clinic.doing(() -> {
            arrangements.away(clinic.noor().account(), day, day, true);
            arrangements.closeRoom(room.id());
        });
        assertThat(line(one).inTheWay())
                .containsExactly("Dr. Noor does not work at that time any more.", "The room is closed.");
        assertThat(onItsPage(one)).isEqualTo(line(one).inTheWay());
        clinic.stipple().itIs(day.plusDays(1) + "T09:00:00Z");
        assertThat(line(one).inTheWay()).as("what is over").isEmpty();
    }

    /// In a clinic of its own: from the first handpiece on every session needs one.
    @Test
    void aHandpieceOutOfServiceIsNamed(@TempDir Path own) {
        try (var other = BookedClinic.open(own, ZoneId.of("UTC"), "noor-way-handpiece")) {
            other.stipple().itIs(day.minusDays(3) + "T09:00:00Z");
            PatientId amara = other.agreed();
            var handpieces = other.stipple().the(Handpieces.class);
            var only = other.as(() -> handpieces.receive(
                    other.course(amara).plan().device(), Optional.empty(), Optional.empty(), "H-1", Optional.empty()));
            other.take(amara, other.free(amara, SESSION, day.toString()).slots().getFirst());
            other.doing(() -> handpieces.takeOut(only.id(), "It runs hot and is sent away"));
            assertThat(other.as(() -> other.stipple().the(DayBook.class).toLookAt()))
                    .singleElement()
                    .satisfies(line -> assertThat(line.inTheWay()).containsExactly("The handpiece is out of service."));
        }
    }

    /// Without a room nothing is free, and nothing breaks.
    @Test
    void aClinicWithoutRoomsOffersNothing(@TempDir Path own) {
        try (var other = BookedClinic.open(own, ZoneId.of("UTC"), "noor-no-rooms")) {
            other.stipple().itIs(day.minusDays(3) + "T09:00:00Z");
            other.doing(() -> other.stipple()
                    .the(Arrangements.class)
                    .rooms()
                    .forEach(room -> other.stipple().the(Arrangements.class).closeRoom(room.id())));
            PatientId amara = other.somebody();
            assertThat(other.free(amara, TALK, day.toString()).slots()).isEmpty();
            assertThat(other.as(() -> other.stipple().the(DayBook.class).toLookAt()))
                    .isEmpty();
        }
    }
}
