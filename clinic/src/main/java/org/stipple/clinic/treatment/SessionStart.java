package org.stipple.clinic.treatment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.ShownCourse;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.AwaitingSecond;
import org.stipple.clinic.planning.CourseRecord.DraftCourse;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCheck;

/// The gate before the needle, in one transaction: a signed course, consent in force, answers asked again
/// today, today's screening without
/// anything that the signature does not cover, and units that pass their checks now. All reasons are given,
/// never just the first.
@Component
class SessionStart {

    private final SessionStore store;
    private final Patients patients;
    private final Courses courses;
    private final Consents consents;
    private final Intakes intakes;
    private final Screenings screenings;
    private final Stock stock;
    private final ClinicClock clock;

    SessionStart(
            SessionStore store,
            Patients patients,
            Courses courses,
            Consents consents,
            Intakes intakes,
            Screenings screenings,
            Stock stock,
            ClinicClock clock) {
        this.store = store;
        this.patients = patients;
        this.courses = courses;
        this.consents = consents;
        this.intakes = intakes;
        this.screenings = screenings;
        this.stock = stock;
        this.clock = clock;
    }

    /// What stands against starting. Thrown, so that the transaction takes back what it tried.
    static final class Obstacles extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<String> why;

        Obstacles(List<String> why) {
            super(String.join(" ", why));
            this.why = List.copyOf(why);
        }

        List<String> why() {
            return why;
        }
    }

    @Transactional
    public Session start(UUID session, PatientId patient, UUID course, List<UUID> units) {
        patients.change(patient, "session started");
        var why = new ArrayList<String>();
        switch (courses.find(patient, course)) {
            case AwaitingSecond waiting ->
                throw new Obstacles(List.of("The course waits for a second signature: "
                        + waiting.first().signer() + " has signed, somebody else who supervises signs too."));
            case DraftCourse _ ->
                throw new Obstacles(List.of("The course is not signed. A supervising clinician signs it first."));
            case SignedCourse signed -> {
                var screening = judgeToday(patient, signed, why);
                int number = store.sessionsOf(patient, course) + 1;
                courseInForce(patient, signed, number, why);
                if (consents.inForce(patient, Purpose.TREATMENT, Optional.of(ShownCourse.of(signed)))
                        .isEmpty()) {
                    why.add(
                            "There is no consent in force to exactly this course. The person reads and signs it first.");
                }
                if (units.isEmpty()) {
                    why.add("No cartridge was scanned.");
                }
                for (UUID unit : units) {
                    if (stock.use(unit, signed.plan().device(), session) instanceof UnitCheck.Refused(var refusal)) {
                        why.add(refusal);
                    }
                }
                if (!why.isEmpty()) {
                    throw new Obstacles(why);
                }
                var begun = new Session(
                        session,
                        patient,
                        course,
                        number,
                        clock.now(),
                        Acting.current().name(),
                        List.of(),
                        Optional.empty());
                store.insert(begun, screening);
                return begun;
            }
        }
    }

    /// One session at a time, as many as were planned, under the newest signature.
    private void courseInForce(PatientId patient, SignedCourse course, int number, List<String> why) {
        store.of(patient).stream()
                .filter(session -> session.close().isEmpty())
                .forEach(open -> why.add("Session " + open.number() + " is still open. Close it first."));
        course.plan()
                .course()
                .schedule()
                .filter(schedule -> number > schedule.sessions().max())
                .ifPresent(schedule ->
                        why.add("The course has " + schedule.sessions().max()
                                + " sessions at most, and this would be number " + number + ". Plan a new course."));
        courses.inForce(patient)
                .filter(newest -> newest.since().isAfter(course.since()))
                .ifPresent(newer -> why.add(
                        "A newer course was signed by " + newer.signature().signer() + ". Treat under that one."));
    }

    /// Judges the course anew, keeps today's screening and gives the screening's identifier.
    private UUID judgeToday(PatientId patient, SignedCourse course, List<String> why) {
        var intake = intakes.latest(patient).orElseThrow();
        if (!intake.answeredOn(Acting.current().zone()).equals(clock.today())) {
            why.add("The answers are of " + intake.answeredOn(Acting.current().zone())
                    + ". Ask again today and confirm them, or enter what has changed.");
        }
        screenings.today(patient, course.plan()).ifPresent(today -> why.addAll(today.against(course)));
        return screenings.screen(patient).id();
    }
}
