package org.stipple.clinic.treatment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.protocol.Knowledge;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// The sessions of the clinic: starting, charting, closing.
@Component
public class Sessions {

    private final SessionStore store;
    private final ReviewStore reviews;
    private final SessionStart start;
    private final Patients patients;
    private final Courses courses;
    private final Knowledge knowledge;
    private final Accounts accounts;
    private final ClinicClock clock;

    Sessions(
            SessionStore store,
            ReviewStore reviews,
            SessionStart start,
            Patients patients,
            Courses courses,
            Knowledge knowledge,
            Accounts accounts,
            ClinicClock clock) {
        this.store = store;
        this.reviews = reviews;
        this.start = start;
        this.patients = patients;
        this.courses = courses;
        this.knowledge = knowledge;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Starts a session, or says everything that stands against it.
    ///
    /// @param units units that were scanned and passed their check; each is judged again here and then used
    public Start start(UUID session, PatientId patient, UUID course, List<UUID> units) {
        try {
            return new Start.Started(start.start(session, patient, course, units));
        } catch (SessionStart.Obstacles obstacles) {
            return new Start.NotStarted(obstacles.why());
        }
    }

    /// Writes down what was done to a zone. What truly happened is accepted up to what the device can do, and
    /// marked where it departs from
    /// the plan: that opens a review.
    ///
    /// @throws IllegalArgumentException when the device cannot have done it, when a departure or an amendment
    ///   has no reason, or when the
    ///     session is closed; nothing was written
    @Transactional
    public Charted chart(PatientId patient, UUID session, ZoneId zone, Done done) {
        patients.change(patient, "session charted");
        Session found = store.find(patient, session).orElseThrow(org.stipple.clinic.patient.NoSuchPatient::new);
        var plan = courses.find(patient, found.course()).plan();
        Depth most = knowledge.device(plan.device()).orElseThrow().deepest();
        if (done.depth().compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "the depth was " + done.depth() + ", and this device reaches " + most + " at most");
        }
        Optional<String> deviation = Deviation.of(plan.course(), zone, done);
        boolean amends = found.last(zone).isPresent();
        if ((deviation.isPresent() || amends || found.close().isPresent())
                && done.reason().isEmpty()) {
            throw new IllegalArgumentException(
                    (amends ? "this amends what was charted before" : deviation.orElse("the session is closed"))
                            + ": say why");
        }
        var charted = new Charted(
                found.entries().size() + 1,
                zone,
                done,
                deviation,
                clock.now(),
                Acting.current().name());
        store.insert(patient, session, charted);
        if (deviation.isPresent()) {
            reviews.opened(session, charted.entry(), charted.recordedAt());
        }
        return charted;
    }

    /// Closes the session under the name of whoever acts.
    ///
    /// @return why it was not closed; empty when it was
    @Transactional
    public List<String> close(PatientId patient, UUID session, String note, String password) {
        patients.change(patient, "session closed");
        var why = new ArrayList<String>();
        Session found = store.find(patient, session).orElseThrow(org.stipple.clinic.patient.NoSuchPatient::new);
        List<String> left = courses.find(patient, found.course()).plan().course().planned().stream()
                .filter(zone -> found.last(zone.id()).isEmpty())
                .map(zone -> zone.id().words())
                .toList();
        if (!left.isEmpty() && note.isBlank()) {
            why.add("Not charted: " + String.join(", ", left)
                    + ". Chart it, or write in the note why it was left out.");
        }
        accounts.whyNotConfirmed(password).ifPresent(why::add);
        if (why.isEmpty() && !store.close(patient, session, note, clock.now(), Acting.current())) {
            why.add("This session was closed before. Nothing was changed.");
        }
        return why;
    }

    /// A session of a person.
    @Transactional
    public Session find(PatientId patient, UUID session) {
        patients.read(patient, "session");
        return store.find(patient, session).orElseThrow(org.stipple.clinic.patient.NoSuchPatient::new);
    }

    /// All sessions of a person, newest first.
    @Transactional
    public List<Session> of(PatientId patient) {
        patients.read(patient, "sessions");
        return store.of(patient);
    }
}
