package org.stipple.clinic.adverse;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.AgainstErasing;
import org.stipple.clinic.patient.RecordClass;

/// Nothing of what an adverse event is judged by goes before it is over.
@Component
class AdverseUnfinished implements AgainstErasing {

    private final AdverseStore store;

    AdverseUnfinished(AdverseStore store) {
        this.store = store;
    }

    @Override
    public Set<RecordClass> keeps() {
        return Set.of(RecordClass.TREATMENT, RecordClass.PHOTOS);
    }

    @Override
    public List<String> of(PatientId patient) {
        return store.of(patient).stream().anyMatch(AdverseEvent::stands)
                ? List.of("An adverse event is not over: a clinician says when it is.")
                : List.of();
    }
}
