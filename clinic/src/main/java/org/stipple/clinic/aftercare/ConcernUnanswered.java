package org.stipple.clinic.aftercare;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.AgainstErasing;
import org.stipple.clinic.patient.RecordClass;

/// Whoever reported what cannot wait is answered first.
@Component
class ConcernUnanswered implements AgainstErasing {

    private final ConcernStore store;

    ConcernUnanswered(ConcernStore store) {
        this.store = store;
    }

    @Override
    public Set<RecordClass> keeps() {
        return Set.of(RecordClass.TREATMENT, RecordClass.PHOTOS, RecordClass.MESSAGES);
    }

    @Override
    public List<String> of(PatientId patient) {
        return store.of(patient).stream().anyMatch(concern -> concern.closed().isEmpty())
                ? List.of("What the person reported after a session is not closed.")
                : List.of();
    }
}
