package org.stipple.clinic.treatment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Serially;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Scanning;
import org.stipple.clinic.stock.UnitCheck;

/// Starts a session in one transaction: what the [Gate] says, and units that pass their checks now. All
/// reasons are given, never just the first.
@Component
class SessionStart {

    private final SessionStore store;
    private final Patients patients;
    private final Courses courses;
    private final Screenings screenings;
    private final Scanning scanning;
    private final Gate gate;
    private final WhoTreats whoTreats;
    private final ClinicClock clock;
    private final Serially serially;

    SessionStart(
            SessionStore store,
            Patients patients,
            Courses courses,
            Screenings screenings,
            Scanning scanning,
            Gate gate,
            WhoTreats whoTreats,
            ClinicClock clock,
            Serially serially) {
        this.serially = serially;
        this.store = store;
        this.patients = patients;
        this.courses = courses;
        this.screenings = screenings;
        this.scanning = scanning;
        this.gate = gate;
        this.whoTreats = whoTreats;
        this.clock = clock;
    }

    Gate gate() {
        return gate;
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

    /// In one serializable transaction: a recall, a use or an answer of the same moment comes before it as a
    /// whole, or after it.
    Session start(UUID session, PatientId patient, UUID course, List<UUID> units) {
        return serially.serially(() -> judged(session, patient, course, units));
    }

    private Session judged(UUID session, PatientId patient, UUID course, List<UUID> units) {
        patients.change(patient, "session started");
        var record = courses.find(patient, course);
        var why = new ArrayList<String>();
        gate.against(patient, record, units).forEach(obstacle -> why.add(obstacle.words()));
        if (record instanceof SignedCourse signed && why.isEmpty()) {
            for (UUID unit : units) {
                if (scanning.use(unit, Gate.wanted(signed.plan()), session) instanceof UnitCheck.Refused(var refusal)) {
                    why.add(refusal);
                }
            }
        }
        if (!why.isEmpty()) {
            throw new Obstacles(why);
        }
        var begun = new Session(
                session,
                patient,
                course,
                store.sessionsOf(patient, course) + 1,
                clock.now(),
                Acting.current().name(),
                whoTreats.current(),
                List.of(),
                List.of(),
                Optional.empty());
        store.insert(begun, screenings.screen(patient).id());
        return begun;
    }
}
