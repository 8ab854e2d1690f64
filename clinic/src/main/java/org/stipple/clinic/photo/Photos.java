package org.stipple.clinic.photo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.Days;
import org.stipple.darkroom.Darkroom;

/// The photos of the clinic's people. What is stored is made anew from the pixels, so that nothing the camera
/// wrote beside them is kept.
@Component
public class Photos {

    private final PhotoStore store;
    private final PhotoVault vault;
    private final Patients patients;
    private final Consents consents;
    private final ClinicClock clock;
    private final Darkroom darkroom;

    Photos(
            PhotoStore store,
            PhotoVault vault,
            Patients patients,
            Consents consents,
            ClinicClock clock,
            Darkroom darkroom) {
        this.store = store;
        this.vault = vault;
        this.patients = patients;
        this.consents = consents;
        this.clock = clock;
        this.darkroom = darkroom;
    }

    /// Stores a photo.
    ///
    /// @param session the session that it belongs to, if any
    /// @param mmPerPx scale in the plane of the skin, where it was measured
    /// @throws IllegalArgumentException without consent to photos for the record; nothing was stored
    /// @throws org.stipple.imaging.UnusablePhoto when the file is no photo that can be kept; nothing was stored
    @Transactional
    public StoredPhoto store(
            UUID id,
            PatientId patient,
            Optional<UUID> session,
            PhotoView view,
            LocalDate takenOn,
            OptionalDouble mmPerPx,
            byte[] file) {
        var person = patients.change(patient, "photo stored");
        if (takenOn.isBefore(person.details().birthDate())) {
            throw new IllegalArgumentException(
                    "it was taken on " + Days.full(takenOn) + ", before the person was born; nothing was stored");
        }
        if (consents.inForce(patient, Purpose.RECORD_PHOTOS, Optional.empty()).isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no consent in force to photos for the record; nothing was stored");
        }
        var photo = darkroom.develop(file);
        byte[] clean = photo.stripped();
        String sha256 = vault.put(Acting.current().clinic(), patient, clean);
        var stored = new StoredPhoto(
                id, session, view, takenOn, sha256, "image/" + photo.format(), photo.width(), photo.height(), mmPerPx);
        store.insert(patient, stored, clock.now(), Acting.current().name());
        return stored;
    }

    /// What is known of a photo.
    ///
    /// @throws NoSuchPatient when there is none
    @Transactional
    public StoredPhoto find(PatientId patient, UUID photo) {
        patients.read(patient, "photo");
        return store.find(patient, photo).orElseThrow(NoSuchPatient::new);
    }

    /// The picture itself, proved at this read to be what was stored.
    ///
    /// @throws PhotoVault.DamagedPhoto when it is not
    @Transactional
    public byte[] bytes(PatientId patient, UUID photo) {
        return vault.get(
                Acting.current().clinic(), patient, find(patient, photo).sha256());
    }

    /// Keeps a picture that was made of a person's photos, encrypted as they are.
    ///
    /// @return the SHA-256 of its file, by which [#made] gives it back
    @Transactional
    public String keepMade(PatientId patient, byte[] file) {
        patients.change(patient, "picture of photos kept");
        return vault.put(Acting.current().clinic(), patient, file);
    }

    /// The file of a picture that was kept, proved at this read to be what was kept.
    ///
    /// @throws PhotoVault.DamagedPhoto when it is not, or there is none of this person
    @Transactional
    public byte[] made(PatientId patient, String sha256) {
        patients.read(patient, "picture of photos");
        return vault.get(Acting.current().clinic(), patient, sha256);
    }

    /// All photos of a person, oldest first.
    @Transactional
    public List<StoredPhoto> of(PatientId patient) {
        patients.read(patient, "photos");
        return store.of(patient);
    }
}
