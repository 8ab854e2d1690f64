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
import org.stipple.clinic.patient.Patients;
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
            case DraftCourse _ ->
                throw new Obstacles(List.of("The course is not signed. A supervising clinician signs it first."));
            case SignedCourse signed -> {
                var screening = judgeToday(patient, signed, why);
                if (consents.inForce(patient, Purpose.TREATMENT, Optional.of(course))
                        .isEmpty()) {
                    why.add("There is no consent in force for this course. The person signs it first.");
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
                int number = store.sessionsOf(patient, course) + 1;
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

    /// Screens again today and gives the screening's identifier.
    private UUID judgeToday(PatientId patient, SignedCourse course, List<String> why) {
        var intake = intakes.latest(patient).orElseThrow();
        if (!intake.answeredOn(Acting.current().zone()).equals(clock.today())) {
            why.add("The answers are of " + intake.answeredOn(Acting.current().zone())
                    + ". Ask again today and confirm them, or enter what has changed.");
        }
        var today = screenings.screen(patient);
        why.addAll(courses.against(course, today.screening()));
        return today.id();
    }
}
