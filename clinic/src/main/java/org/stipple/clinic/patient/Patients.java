package org.stipple.clinic.patient;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;

/// The people of the clinic of whoever acts.
@Component
public class Patients {

    private static final int LONGEST_LIST = 100;

    private final PatientStore store;
    private final AuditTrail trail;
    private final ClinicClock clock;

    Patients(PatientStore store, AuditTrail trail, ClinicClock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /// Writes down a new person.
    @Transactional
    public Patient register(PatientId id, PatientDetails details) {
        trail.open(id, Act.CREATE, "person");
        store.insert(id, details, clock.now());
        return new Patient(id, details, 1);
    }

    /// Corrects what is written down.
    ///
    /// @param version on top of which the correction was made
    /// @throws ChangedMeanwhile when there is a newer version
    /// @throws NoSuchPatient when there is none in this clinic
    @Transactional
    public Patient correct(PatientId id, int version, PatientDetails details) {
        trail.open(id, Act.CHANGE, "person");
        if (store.find(id).isEmpty()) {
            throw new NoSuchPatient();
        }
        if (!store.update(id, version, details)) {
            throw new ChangedMeanwhile("What is written down about this person");
        }
        return new Patient(id, details, version + 1);
    }

    /// People of this clinic with the same name and date of birth, who may be the same person. Case, spaces
    /// and the order of the names do not matter.
    @Transactional
    public List<Patient> alike(PatientDetails details) {
        trail.openAll("looked for the same person");
        return store.alike(details);
    }

    /// Opens a record for reading.
    ///
    /// @param what why, for the audit trail: `course`, `session`
    /// @throws NoSuchPatient when there is none in this clinic
    @Transactional
    public Patient read(PatientId id, String what) {
        trail.open(id, Act.READ, what);
        return store.find(id).orElseThrow(NoSuchPatient::new);
    }

    /// Opens a record for a change that another module makes in the same transaction. Changes of one record
    /// follow one another: the second waits until the first has ended.
    ///
    /// @throws NoSuchPatient when there is none in this clinic
    @Transactional
    public Patient change(PatientId id, String what) {
        trail.open(id, Act.CHANGE, what);
        return store.lock(id).orElseThrow(NoSuchPatient::new);
    }

    /// People whose given or family name begins with the words, by family name; all of them where there are no
    /// words.
    @Transactional
    public List<Patient> search(String words) {
        trail.openAll(words.isBlank() ? "list of people" : "search for people");
        return store.search(words.strip(), LONGEST_LIST);
    }
}
