package org.stipple.clinic.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Opens a patient's record by writing down who opened it. In one transaction, both or neither: rows of a
/// patient are invisible to the database session until the entry is written, so a read or a write that
/// forgets it sees and changes nothing.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AuditTrail {

    private final AuditStore store;

    AuditTrail(AuditStore store) {
        this.store = store;
    }

    /// Opens one patient's record for the rest of the transaction.
    ///
    /// @param what in words, without clinical content: `consent`, `session started`
    public void open(PatientId patient, Act act, String what) {
        store.open(patient, act, what);
    }

    /// Opens the records of all patients of the clinic for a list or a search.
    public void openAll(String what) {
        store.openAll(what);
    }

    /// Writes an entry that concerns no patient.
    public void note(Act act, String what) {
        store.note(act, what);
    }

    /// Writes down that something was refused, in a transaction of its own: what was refused is taken back, the
    /// trail of it stays.
    ///
    /// @param what in words, without clinical content: `session not started`
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(Optional<PatientId> patient, String what) {
        if (patient.isPresent()) {
            store.open(patient.get(), Act.REFUSED, what);
        } else {
            store.note(Act.REFUSED, what);
        }
    }

    /// The newest entry of an act on a patient that was entered in one of these words.
    public Optional<AuditEntry> newest(PatientId patient, Act act, Collection<String> whats) {
        return store.newest(patient, act, whats);
    }

    /// The newest entries of the whole clinic, newest first; that they are read is entered too.
    ///
    /// @param before number of the entry before which they are; `Long.MAX_VALUE` for the newest
    public List<AuditEntry> newest(long before, int atMost) {
        List<AuditEntry> found = store.newest(before, atMost);
        store.note(Act.READ, "audit trail of the clinic");
        return found;
    }

    /// The newest entries about a patient, newest first. Reading them is itself entered by whoever opens the
    /// record.
    public List<AuditEntry> about(PatientId patient, int atMost) {
        return store.about(patient, atMost);
    }
}
