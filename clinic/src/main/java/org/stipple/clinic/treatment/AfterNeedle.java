package org.stipple.clinic.treatment;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;

/// Writes down what was given beside the needle, and what was found and given at the end.
@Component
public class AfterNeedle {

    private final SessionStore sessions;
    private final AfterStore store;
    private final AdjunctCautions cautions;
    private final Patients patients;
    private final ClinicClock clock;

    AfterNeedle(
            SessionStore sessions, AfterStore store, AdjunctCautions cautions, Patients patients, ClinicClock clock) {
        this.sessions = sessions;
        this.store = store;
        this.cautions = cautions;
        this.patients = patients;
        this.clock = clock;
    }

    /// Adds what was given beside the needle. What speaks against it is no reason not to write the truth down:
    /// it is marked.
    @Transactional
    public Adjunct add(PatientId patient, UUID session, Adjunct.Used used) {
        patients.change(patient, "adjunct noted");
        Session found = sessions.find(patient, session).orElseThrow(NoSuchPatient::new);
        var adjunct = new Adjunct(
                found.aftermath().adjuncts().size() + 1,
                used,
                cautions.of(used),
                clock.now(),
                Acting.current().name(),
                Acting.current().account());
        store.insert(patient, session, adjunct);
        return adjunct;
    }

    /// Writes down what was found and given at the end; what was written before stays, and counts no more.
    ///
    /// @param onTopOf number of the entry that was shown, 0 for none
    /// @throws ToldMeanwhile when there is a newer one
    @Transactional
    public Afterwards tell(PatientId patient, UUID session, Afterwards.Found told, int onTopOf) {
        patients.change(patient, "end of the session noted");
        Session found = sessions.find(patient, session).orElseThrow(NoSuchPatient::new);
        var before = found.aftermath().after();
        if (before.size() != onTopOf) {
            throw new ToldMeanwhile(before.stream()
                    .skip(onTopOf)
                    .map(one -> one.told(Acting.current().zone()))
                    .toList());
        }
        var after = new Afterwards(
                before.size() + 1,
                told,
                clock.now(),
                Acting.current().name(),
                Acting.current().account());
        store.insert(patient, session, after);
        return after;
    }
}
