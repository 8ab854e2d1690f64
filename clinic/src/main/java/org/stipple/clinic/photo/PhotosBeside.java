package org.stipple.clinic.photo;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.KeptBeside;
import org.stipple.clinic.patient.RecordClass;

/// The files of a person's photos, large and small, of those that they sent from home, and of pictures that were
/// made of them.
@Component
class PhotosBeside implements KeptBeside {

    private final PhotoStore photos;
    private final SmallPhotoStore small;
    private final HomePhotoStore home;
    private final List<MadePictures> made;
    private final PhotoVault vault;

    PhotosBeside(
            PhotoStore photos, SmallPhotoStore small, HomePhotoStore home, List<MadePictures> made, PhotoVault vault) {
        this.photos = photos;
        this.small = small;
        this.home = home;
        this.made = List.copyOf(made);
        this.vault = vault;
    }

    @Override
    public RecordClass goesWith() {
        return RecordClass.PHOTOS;
    }

    @Override
    public List<String> files(PatientId patient) {
        var clinic = Acting.current().clinic();
        return Stream.of(
                        photos.of(patient).stream().map(StoredPhoto::sha256),
                        small.of(patient).stream(),
                        home.of(patient).stream().map(HomePhoto::sha256),
                        made.stream().flatMap(one -> one.of(patient).stream()))
                .flatMap(hashes -> hashes)
                .map(sha256 -> vault.name(clinic, patient, sha256))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void destroy(String file) {
        vault.destroy(file);
    }
}
