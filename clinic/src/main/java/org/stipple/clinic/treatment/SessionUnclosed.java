package org.stipple.clinic.treatment;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.AgainstErasing;
import org.stipple.clinic.patient.RecordClass;

/// A session that runs is closed first.
@Component
class SessionUnclosed implements AgainstErasing {

    private final SessionStore store;

    SessionUnclosed(SessionStore store) {
        this.store = store;
    }

    @Override
    public Set<RecordClass> keeps() {
        return Set.of(RecordClass.TREATMENT, RecordClass.PHOTOS);
    }

    @Override
    public List<String> of(PatientId patient) {
        return store.of(patient).stream().anyMatch(session -> session.close().isEmpty())
                ? List.of("A session is open: close it first.")
                : List.of();
    }
}
