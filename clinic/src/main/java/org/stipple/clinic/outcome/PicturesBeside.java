package org.stipple.clinic.outcome;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.KeptBeside;
import org.stipple.clinic.patient.RecordClass;
import org.stipple.clinic.photo.Photos;

/// The files of pictures that were made of a person's photos when they were measured.
@Component
class PicturesBeside implements KeptBeside {

    private final OutcomeStore store;
    private final Photos photos;

    PicturesBeside(OutcomeStore store, Photos photos) {
        this.store = store;
        this.photos = photos;
    }

    @Override
    public RecordClass goesWith() {
        return RecordClass.PHOTOS;
    }

    @Override
    public List<String> files(PatientId patient) {
        return store.of(patient).stream()
                .flatMap(pair -> pair.pictures().stream())
                .map(picture -> photos.nameOfMade(patient, picture.sha256()))
                .distinct()
                .toList();
    }

    @Override
    public void destroy(String file) {
        photos.destroyMade(file);
    }
}
