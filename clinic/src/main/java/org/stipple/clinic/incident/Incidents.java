package org.stipple.clinic.incident;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.Days;

/// The clinic's register of incidents: written down at once by whoever saw it, looked at by somebody else.
@Component
public class Incidents {

    /// What is signed under with a review.
    public static final String MEANING = "I have looked at this incident and at what was done about it.";

    private static final int LONGEST_LIST = 100;

    private final IncidentStore store;
    private final Patients patients;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final ClinicClock clock;

    Incidents(IncidentStore store, Patients patients, Accounts accounts, AuditTrail trail, ClinicClock clock) {
        this.store = store;
        this.patients = patients;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    /// How many nobody has looked at. It opens nobody's record.
    @Transactional(readOnly = true)
    public int waiting() {
        return store.waiting();
    }

    /// Writes it down.
    ///
    /// @param in the session in which it happened; empty without one
    /// @return why it was not written; empty when it was
    @Transactional
    public List<String> record(UUID id, Incident.Told told, Optional<Incident.In> in) {
        var why = new ArrayList<String>();
        if (!Reason.says(told.happened(), false)) {
            why.add("Say what happened, in two words and eight letters at least.");
        }
        if (!Reason.says(told.done(), false)) {
            why.add("Say what was done about it, in two words and eight letters at least.");
        }
        if (told.at().isAfter(clock.now())) {
            why.add("The time lies in the future.");
        }
        if (!why.isEmpty()) {
            return why;
        }
        Optional<Instant> begun = in.map(session -> {
            patients.change(session.patient(), "incident recorded");
            return store.begun(session).orElseThrow(NoSuchPatient::new);
        });
        whyNotThen(told.at(), begun).ifPresent(why::add);
        if (!why.isEmpty()) {
            return why;
        }
        trail.note(Act.CREATE, "incident: " + told.kind().id());
        store.insert(new Incident(
                id,
                told,
                in,
                clock.now(),
                Acting.current().name(),
                Acting.current().account(),
                Optional.empty()));
        return List.of();
    }

    /// A slip of the year is found while whoever wrote it still stands there.
    private static final Period OLDEST = Period.ofYears(1);

    private Optional<String> whyNotThen(Instant at, Optional<Instant> begun) {
        var zone = Acting.current().zone();
        var day = at.atZone(zone).toLocalDate();
        return begun.map(start -> start.atZone(zone).toLocalDate())
                .map(start -> day.isBefore(start)
                        ? Optional.of("The time was " + Days.full(day) + ", and the session began on "
                                + Days.full(start) + ". Give the time at which it happened, then or later.")
                        : Optional.<String>empty())
                .orElseGet(() -> day.isBefore(clock.today().minus(OLDEST))
                        ? Optional.of("The time was " + Days.full(day)
                                + ", more than a year ago. Look at the year; what is older stands where it was"
                                + " written down then.")
                        : Optional.empty());
    }

    /// Those of all sessions of a person whose record is open, newest first.
    @Transactional(readOnly = true)
    public List<Incident> of(PatientId patient) {
        return store.of(patient);
    }

    /// One of them. Its session is told only to whoever may open records, and that is written into the trail.
    @Transactional
    public Optional<Incident> find(UUID id) {
        openForClinicians("incident");
        return store.find(id);
    }

    /// What waits, and then what was looked at, newest first.
    @Transactional
    public List<Incident> newest() {
        openForClinicians("list of incidents");
        return store.newest(LONGEST_LIST);
    }

    /// Those of a session of a person whose record is opened by this.
    @Transactional
    public List<Incident> in(Incident.In session) {
        patients.read(session.patient(), "incidents");
        return store.in(session);
    }

    private void openForClinicians(String what) {
        if (Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN)) {
            trail.openAll(what);
        } else {
            trail.note(Act.READ, what);
        }
    }

    /// Whether whoever acts may end reviews of incidents.
    public static boolean mayReview() {
        return Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD);
    }

    /// Ends the review of an incident under the name of whoever acts, who is somebody else than whoever wrote
    /// it down.
    ///
    /// @param note what was found or decided
    /// @param password asked again
    /// @return why it was not ended; empty when it was
    @Transactional
    public List<String> review(Incident incident, String note, String password) {
        if (incident.review().isPresent()) {
            return List.of("This was looked at before, by "
                    + incident.review().get().signer() + ". That stands; nothing was changed or lost.");
        }
        var why = new ArrayList<String>();
        if (!mayReview()) {
            why.add("Only a supervising clinician ends a review.");
        }
        if (incident.isBy(Acting.current())) {
            why.add("You wrote this down yourself. Somebody else who supervises looks at it.");
        }
        if (!Reason.says(note, false)) {
            why.add("A review ends with a note: what was found, or what was decided, in two words and eight letters at"
                    + " least.");
        }
        if (why.isEmpty()) {
            accounts.whyNotConfirmed(password).ifPresent(why::add);
        }
        if (why.isEmpty()) {
            trail.note(Act.CHANGE, "incident reviewed");
            var review = new Incident.Review(note.strip(), Acting.current().name(), clock.now());
            if (!store.reviewed(incident, MEANING, review, Acting.current())) {
                why.add("This was looked at the same moment by somebody else. That stands; nothing was lost.");
            }
        }
        return why;
    }
}
