package org.stipple.clinic.outcome;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.photo.MadePictures;

/// Pictures that were made of a person's photos when they were measured.
@Component
class PicturesOfMeasurements implements MadePictures {

    private final OutcomeStore store;

    PicturesOfMeasurements(OutcomeStore store) {
        this.store = store;
    }

    @Override
    public List<String> of(PatientId patient) {
        return store.of(patient).stream()
                .flatMap(pair -> pair.pictures().stream())
                .map(StoredPicture::sha256)
                .toList();
    }
}
