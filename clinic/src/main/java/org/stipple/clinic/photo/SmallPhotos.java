package org.stipple.clinic.photo;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Leave;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;
import org.stipple.imaging.Photo;

/// Photos made small for a time line, and two of one view made alike to be compared. Whoever sees them has
/// opened the record, and each look is in the audit trail, as with the photo itself.
@Component
public class SmallPhotos {

    /// The longest side of a small photo, in pixels: of a thumb's width, on a sharp screen.
    public static final int LONG_SIDE = 240;

    private final PhotoStore photos;
    private final SmallPhotoStore store;
    private final PhotoVault vault;
    private final Patients patients;
    private final Leave leave;

    SmallPhotos(PhotoStore photos, SmallPhotoStore store, PhotoVault vault, Patients patients, Leave leave) {
        this.leave = leave;
        this.photos = photos;
        this.store = store;
        this.vault = vault;
        this.patients = patients;
    }

    /// A photo made small, as a JPEG file: made at the first look and kept encrypted from then on.
    ///
    /// @throws NoSuchPatient when there is none
    /// @throws PhotoVault.DamagedPhoto when the photo is not what was stored
    /// @throws org.stipple.clinic.consent.Withheld since consent to photos for the record was withdrawn
    @Transactional
    public byte[] small(PatientId patient, UUID photo) {
        StoredPhoto stored = find(patient, photo);
        leave.require(patient, Purpose.RECORD_PHOTOS);
        var clinic = Acting.current().clinic();
        return store.find(patient, photo)
                .map(sha256 -> vault.get(clinic, patient, sha256))
                .orElseGet(() -> {
                    byte[] made = reduced(patient, stored);
                    store.insert(patient, photo, vault.put(clinic, patient, made));
                    return made;
                });
    }

    /// How large a photo is once it is small.
    public static Alike.Placed sizeOf(StoredPhoto photo) {
        double times = Math.min(1, LONG_SIDE / (double) Math.max(photo.widthPx(), photo.heightPx()));
        return new Alike.Placed(Math.max(1, (int) Math.round(photo.widthPx() * times)), Math.max(1, (int)
                Math.round(photo.heightPx() * times)));
    }

    private byte[] reduced(PatientId patient, StoredPhoto stored) {
        var size = sizeOf(stored);
        return Reduced.on(size.width(), size.height(), decoded(patient, stored), size.width(), size.height());
    }

    /// A photo on a ground that is as large as that of another of its view, at the same scale where both are
    /// known, as a JPEG file.
    @Transactional
    public byte[] alike(PatientId patient, UUID photo, UUID other) {
        StoredPhoto one = find(patient, photo);
        var alike = Alike.of(one, find(patient, other));
        leave.require(patient, Purpose.RECORD_PHOTOS);
        var placed = alike.place(one);
        return Reduced.on(alike.width(), alike.height(), decoded(patient, one), placed.width(), placed.height());
    }

    private StoredPhoto find(PatientId patient, UUID photo) {
        patients.read(patient, "photo");
        return photos.find(patient, photo).orElseThrow(NoSuchPatient::new);
    }

    private Photo decoded(PatientId patient, StoredPhoto photo) {
        return Photo.decode(vault.get(Acting.current().clinic(), patient, photo.sha256()));
    }

    /// How both are shown.
    public static Alike alike(StoredPhoto one, StoredPhoto other) {
        return Alike.of(one, other);
    }
}
