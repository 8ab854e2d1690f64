package org.stipple.clinic.erasure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.patient.RecordClass;
import org.stipple.clinic.web.NotHere;

/// Who asked for something to be erased, and where a legal hold stands against all of it.
@Component
public class Requests {

    private final RequestStore store;
    private final Retention retention;
    private final Patients patients;
    private final AuditTrail trail;
    private final ClinicClock clock;

    Requests(RequestStore store, Retention retention, Patients patients, AuditTrail trail, ClinicClock clock) {
        this.store = store;
        this.retention = retention;
        this.patients = patients;
        this.trail = trail;
        this.clock = clock;
    }

    /// A request that stands, and which classes of it may be erased now.
    public record Waiting(Patient person, Request request, List<Standing> standing) {
        public Waiting {
            standing = List.copyOf(standing);
        }

        /// Whether something of it can be done now.
        public boolean isDue() {
            return standing.stream().anyMatch(Standing::isErasable);
        }
    }

    /// Of a person, newest first.
    @Transactional
    public List<Request> of(PatientId patient) {
        patients.read(patient, "erasure");
        return store.of(patient);
    }

    /// Of a person, newest first.
    @Transactional
    public List<LegalHold> holds(PatientId patient) {
        patients.read(patient, "erasure");
        return store.holds(patient);
    }

    /// Those of the clinic that stand, the oldest first.
    @Transactional
    public List<Waiting> waiting(int atMost) {
        trail.openAll("requests for erasure");
        return store.standing(atMost).stream()
                .map(request -> {
                    Patient person = patients.read(request.patient(), "erasure");
                    return new Waiting(
                            person,
                            request,
                            retention.of(person).stream()
                                    .filter(standing -> request.classes().contains(standing.of()))
                                    .toList());
                })
                .toList();
    }

    /// Writes down that somebody asked.
    ///
    /// @param knownBy how the clinic knows that it was they: a document, a visit
    /// @return why not; empty when it stands
    @Transactional
    public List<String> enter(
            UUID id, PatientId patient, Set<RecordClass> classes, LocalDate on, Request.By by, String knownBy) {
        var why = new ArrayList<String>();
        if (classes.isEmpty()) {
            why.add("Choose what is to be erased.");
        }
        if (on.isAfter(clock.today())) {
            why.add("The day on which it was asked was " + on + ", expected today or before.");
        }
        if (!Reason.says(knownBy, false)) {
            why.add("Say how it is known that it was they who asked, in two words and eight letters at least.");
        }
        if (why.isEmpty()) {
            patients.change(patient, "asked to be erased");
            store.insert(
                    new Request(
                            id,
                            patient,
                            classes,
                            on,
                            by,
                            knownBy.strip(),
                            clock.now(),
                            Acting.current().name(),
                            Optional.empty()),
                    Acting.current().account());
        }
        return why;
    }

    /// The person took it back.
    ///
    /// @return why not; empty when it has ended
    @Transactional
    public List<String> takeBack(PatientId patient, UUID request, String words) {
        patients.change(patient, "request for erasure taken back");
        if (store.of(patient).stream().noneMatch(one -> one.id().equals(request))) {
            throw new NotHere();
        }
        if (!Reason.says(words, false)) {
            return List.of("Say how they took it back, in two words and eight letters at least.");
        }
        return store.end(
                        patient,
                        request,
                        new Request.End(
                                false,
                                words.strip(),
                                clock.now(),
                                Acting.current().name()),
                        Acting.current().account())
                ? List.of()
                : List.of("This request has ended before. That stands; nothing was changed.");
    }

    /// Nothing of this record goes from now on, whatever is asked.
    ///
    /// @return why not; empty when it stands
    @Transactional
    public List<String> hold(UUID id, PatientId patient, String reason) {
        if (!Acting.current().isOneOf(Role.PRIVACY_AND_SAFETY_LEAD)) {
            return List.of("Who leads privacy and safety places a hold.");
        }
        if (!Reason.says(reason, true)) {
            return List.of("The reason was “" + reason.strip()
                    + "”, expected which case keeps this record, in a short sentence. No hold was placed.");
        }
        patients.change(patient, "legal hold placed");
        store.place(
                patient,
                id,
                reason.strip(),
                clock.now(),
                Acting.current().name(),
                Acting.current().account());
        return List.of();
    }

    /// Ends a hold.
    ///
    /// @return why not; empty when it has ended
    @Transactional
    public List<String> lift(PatientId patient, UUID hold, String reason) {
        if (!Acting.current().isOneOf(Role.PRIVACY_AND_SAFETY_LEAD)) {
            return List.of("Who leads privacy and safety lifts a hold.");
        }
        patients.change(patient, "legal hold lifted");
        if (store.holds(patient).stream().noneMatch(one -> one.id().equals(hold))) {
            throw new NotHere();
        }
        if (!Reason.says(reason, true)) {
            return List.of("The reason was “" + reason.strip()
                    + "”, expected what ended the case, in a short sentence. The hold stands.");
        }
        return store.lift(
                        patient,
                        hold,
                        new LegalHold.Lifted(
                                reason.strip(), clock.now(), Acting.current().name()),
                        Acting.current().account())
                ? List.of()
                : List.of("This hold was lifted before. That stands; nothing was changed.");
    }
}
