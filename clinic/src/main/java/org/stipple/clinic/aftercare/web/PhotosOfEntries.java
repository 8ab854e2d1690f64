package org.stipple.clinic.aftercare.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.aftercare.web.ConcernViews.SentPhoto;
import org.stipple.clinic.aftercare.web.ConcernViews.SentPhotos;
import org.stipple.clinic.photo.HomePhoto;
import org.stipple.clinic.photo.HomePhotos;
import org.stipple.clinic.web.Days;

/// Photos that people sent with their diary, for those who treat. They are hidden with all photos once consent
/// to them is withdrawn.
@Component
class PhotosOfEntries {

    private final HomePhotos photos;

    PhotosOfEntries(HomePhotos photos) {
        this.photos = photos;
    }

    /// The text of the consent says that those who treat see photos, and nobody else: whoever leads privacy and
    /// safety reads of a concern that there are some.
    ///
    /// @param below the address below which each is given
    SentPhotos of(PatientId patient, UUID entry, String below) {
        List<HomePhoto> all = photos.of(patient, entry);
        if (all.isEmpty()) {
            return new SentPhotos(List.of(), "");
        }
        if (!Acting.current().isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN)) {
            return new SentPhotos(List.of(), count(all) + " with it. Those who treat see photos, and nobody else.");
        }
        List<HomePhoto> shown = photos.shown(patient, entry);
        return new SentPhotos(
                shown.stream()
                        .map(photo -> new SentPhoto(
                                below + "/" + photo.id(),
                                photo.widthPx(),
                                photo.heightPx(),
                                "Photo from home, sent "
                                        + Days.moment(
                                                photo.storedAt(),
                                                Acting.current().zone())))
                        .toList(),
                shown.isEmpty()
                        ? count(all) + " with it and "
                                + (all.size() == 1 ? "is" : "are")
                                + " kept, and not shown: consent to photos for the record was withdrawn."
                        : "");
    }

    private static String count(List<HomePhoto> photos) {
        return photos.size() == 1 ? "1 photo came" : photos.size() + " photos came";
    }

    /// With which entry of the diary a photo came.
    ///
    /// @throws org.stipple.clinic.patient.NoSuchPatient when this person sent none such
    UUID entryOf(PatientId patient, UUID photo) {
        return photos.find(patient, photo).entry();
    }

    /// The picture itself.
    ResponseEntity<byte[]> picture(PatientId patient, UUID photo) {
        return ResponseEntity.ok()
                .header("Content-Type", photos.find(patient, photo).mediaType())
                .header("Content-Disposition", "inline")
                .body(photos.bytes(patient, photo));
    }
}
