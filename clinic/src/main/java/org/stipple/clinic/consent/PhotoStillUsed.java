package org.stipple.clinic.consent;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.AgainstErasing;
import org.stipple.clinic.patient.RecordClass;

/// Where copies of photos went is known only here: each is taken back, or said to be out of reach, first.
@Component
class PhotoStillUsed implements AgainstErasing {

    private final PhotoUseStore store;

    PhotoStillUsed(PhotoUseStore store) {
        this.store = store;
    }

    @Override
    public Set<RecordClass> keeps() {
        return Set.of(RecordClass.TREATMENT, RecordClass.PHOTOS);
    }

    @Override
    public List<String> of(PatientId patient) {
        return store.of(patient).stream()
                .filter(use -> use.end().isEmpty())
                .map(use -> "A photo went to " + use.to() + ": take it back, or say why that cannot be, first.")
                .toList();
    }
}
