package org.stipple.clinic.booking;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.FirstStart;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.PatientDetails;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.WhoTreats;
import org.stipple.protocol.Operator;
import org.stipple.quantities.Sex;

/// A clinic that books: one who supervises and treats on every day, another who treats, two rooms.
record BookedClinic(ClinicUnderTest stipple, Actor noor, AccountId sam, Room first, Room second)
        implements AutoCloseable {

    private static final AtomicInteger SERIAL = new AtomicInteger(1000);

    static BookedClinic open(Path directory, ZoneId zone, String username) {
        ClinicUnderTest stipple = ClinicUnderTest.serving(
                directory,
                "--server.port=0",
                "--stipple.messages.every=0s",
                "--stipple.base-url=https://clinic.example");
        Actor noor = stipple.the(FirstStart.class)
                .setUp(
                        UUID.randomUUID(),
                        "Hillside",
                        Optional.of("US"),
                        zone,
                        UUID.randomUUID(),
                        username,
                        "Dr. Noor",
                        ClinicUnderTest.PASSWORD,
                        Role.staff());
        return as(noor, () -> {
            stipple.the(WhoTreats.class).state(Operator.PHYSICIAN);
            AccountId sam = stipple.the(Accounts.class)
                    .add(
                            UUID.randomUUID(),
                            "sam-" + username,
                            "Sam",
                            ClinicUnderTest.PASSWORD,
                            Set.of(Role.PRACTITIONER));
            var arrangements = stipple.the(Arrangements.class);
            arrangements.works(noor.account(), everyDay("09:00", "17:00"));
            return new BookedClinic(
                    stipple, noor, sam, arrangements.openRoom("Room 1"), arrangements.openRoom("Room 2"));
        });
    }

    static List<WorkingTime> everyDay(String from, String to) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new WorkingTime(day, LocalTime.parse(from), LocalTime.parse(to)))
                .toList();
    }

    static <T> T as(Actor actor, Supplier<T> work) {
        try {
            return Acting.as(actor, work::get);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    <T> T as(Supplier<T> work) {
        return as(noor, work);
    }

    void doing(Runnable work) {
        Acting.doing(noor, work);
    }

    Actor desk() {
        return noor.colleague(new AccountId(UUID.randomUUID()), "Kim", Set.of(Role.FRONT_DESK));
    }

    Appointments appointments() {
        return stipple.the(Appointments.class);
    }

    PatientId somebody() {
        var person = new PatientId(UUID.randomUUID());
        doing(() -> stipple.the(Patients.class)
                .register(
                        person,
                        new PatientDetails(
                                "Amara",
                                "Okafor",
                                LocalDate.of(1992, 2, 11),
                                Sex.FEMALE,
                                Optional.empty(),
                                Optional.of("amara-" + person + "@example.org"))));
        return person;
    }

    PatientId screened() {
        PatientId person = somebody();
        doing(() -> {
            stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
            stipple.the(Screenings.class).screen(person);
        });
        return person;
    }

    /// With a signed course and consent to it.
    PatientId agreed() {
        PatientId person = screened();
        doing(() -> {
            var courses = stipple.the(Courses.class);
            var plan = courses.draft(UUID.randomUUID(), person).plan();
            courses.sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
            Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
        });
        return person;
    }

    CourseRecord course(PatientId person) {
        return as(() -> stipple.the(Courses.class).inForce(person).orElseThrow());
    }

    int sessionsOf(PatientId person) {
        return course(person)
                .plan()
                .course()
                .schedule()
                .orElseThrow()
                .sessions()
                .chosen();
    }

    int restDays(PatientId person) {
        return as(() -> stipple.the(Sessions.class).restDays(course(person)));
    }

    /// A session of today, from the scan to the signature.
    void treats(PatientId person) {
        doing(() -> {
            var plan = course(person).plan();
            var code = UnitCode.parse("(17)291130(10)LOTB(21)" + SERIAL.incrementAndGet());
            UUID unit = stipple.the(Stock.class)
                    .receive(plan.device(), code, 1)
                    .getFirst()
                    .id();
            var intakes = stipple.the(Intakes.class);
            intakes.confirm(person, intakes.latest(person).orElseThrow().number());
            var sessions = stipple.the(Sessions.class);
            var session = Someone.started(sessions.start(UUID.randomUUID(), person, plan.id(), List.of(unit)));
            for (var zone : plan.course().planned()) {
                sessions.chart(
                        person,
                        session.id(),
                        zone.id(),
                        Someone.asPlanned(zone).withOnSkin(java.time.Duration.ofMinutes(1)));
            }
            var refused = sessions.close(person, session.id(), "", ClinicUnderTest.PASSWORD);
            if (!refused.isEmpty()) {
                throw new AssertionError(refused);
            }
        });
    }

    /// At the clock of the clinic.
    Instant at(String local) {
        return LocalDateTime.parse(local).atZone(noor.zone()).toInstant();
    }

    /// With Noor in the first room.
    Slot slot(AppointmentKind kind, String local) {
        return as(() -> appointments().slot(kind, noor.account(), first.id(), Optional.empty(), at(local)));
    }

    Appointment take(PatientId person, Slot slot) {
        return as(() -> appointments().take(person, slot, Optional.empty()));
    }

    FreeTimes.Found free(PatientId person, AppointmentKind kind, String from) {
        return as(() -> stipple.the(FreeTimes.class)
                .find(
                        person,
                        new FreeTimes.Search(
                                kind, Optional.empty(), Optional.of(LocalDate.parse(from)), Optional.empty(), false),
                        100,
                        1000));
    }

    @Override
    public void close() {
        stipple.close();
    }
}
