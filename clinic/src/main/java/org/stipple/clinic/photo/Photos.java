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
import org.stipple.clinic.access.Sha256;
import org.stipple.clinic.consent.Leave;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.Days;
import org.stipple.darkroom.Darkroom;
import org.stipple.imaging.FirstLook;
import org.stipple.imaging.View;

/// The photos of the clinic's people. What is stored is made anew from the pixels, so that nothing the camera
/// wrote beside them is kept.
@Component
public class Photos {

    private final PhotoStore store;
    private final PhotoVault vault;
    private final Patients patients;
    private final Leave leave;
    private final ClinicClock clock;
    private final Darkroom darkroom;
    private final Sessions sessions;

    Photos(
            PhotoStore store,
            PhotoVault vault,
            Patients patients,
            Leave leave,
            ClinicClock clock,
            Darkroom darkroom,
            Sessions sessions) {
        this.sessions = sessions;
        this.store = store;
        this.vault = vault;
        this.patients = patients;
        this.leave = leave;
        this.clock = clock;
        this.darkroom = darkroom;
    }

    /// Stores the photo of a file.
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
        return store(
                id,
                patient,
                Taken.fromFile(session, session.isPresent() ? Moment.BEFORE : Moment.VISIT, view, takenOn, mmPerPx),
                file);
    }

    /// Stores a photo, with what is found in it at the first look. What it misses is written down and refuses
    /// nothing: whoever took it decides whether it is better than none.
    ///
    /// @throws IllegalArgumentException without consent to photos for the record; nothing was stored
    /// @throws org.stipple.imaging.UnusablePhoto when the file is no photo that can be kept; nothing was stored
    @Transactional
    public StoredPhoto store(UUID id, PatientId patient, Taken taken, byte[] file) {
        var person = patients.change(patient, "photo stored");
        check(person, taken);
        var photo = darkroom.develop(file);
        byte[] clean = photo.stripped();
        String sha256 = vault.put(Acting.current().clinic(), patient, clean);
        Capture capture =
                Capture.of(taken, FirstLook.of(photo, View.valueOf(taken.view().name())));
        var stored = new StoredPhoto(
                id,
                taken.session(),
                taken.view(),
                taken.takenOn(),
                sha256,
                "image/" + photo.format(),
                photo.width(),
                photo.height(),
                taken.mmPerPx(),
                Optional.of(capture));
        store.insert(patient, stored, clock.now(), Acting.current().name());
        store.insert(patient, id, taken.way(), Sha256.hex(file), capture);
        return stored;
    }

    /// Whether such a photo may be stored, before it is sent.
    ///
    /// @throws IllegalArgumentException saying why not
    @Transactional
    void mayBeStored(PatientId patient, Taken taken) {
        check(patients.read(patient, "photo announced"), taken);
    }

    private void check(Patient person, Taken taken) {
        if (taken.takenOn().isBefore(person.details().birthDate())) {
            throw new IllegalArgumentException("it was taken on " + Days.full(taken.takenOn())
                    + ", before the person was born; nothing was stored");
        }
        if (!leave.allows(person.id(), Purpose.RECORD_PHOTOS)) {
            throw new IllegalArgumentException(
                    "there is no consent in force to photos for the record; nothing was stored");
        }
        taken.session().ifPresent(session -> sessions.find(person.id(), session));
    }

    /// A photo that may not be there.
    @Transactional
    Optional<StoredPhoto> stored(PatientId patient, UUID photo) {
        patients.read(patient, "photo");
        return store.find(patient, photo);
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
    /// @throws org.stipple.clinic.consent.Withheld since consent to photos for the record was withdrawn
    @Transactional
    public byte[] bytes(PatientId patient, UUID photo) {
        StoredPhoto found = find(patient, photo);
        leave.require(patient, Purpose.RECORD_PHOTOS);
        return vault.get(Acting.current().clinic(), patient, found.sha256());
    }

    /// The picture for the person's own copy, which is theirs whatever they withdrew.
    ///
    /// @throws PhotoVault.DamagedPhoto when it is not what was stored
    @Transactional
    byte[] ofTheirOwn(PatientId patient, UUID photo) {
        return vault.get(
                Acting.current().clinic(), patient, find(patient, photo).sha256());
    }

    /// How long the file of a picture is for the person's own copy.
    @Transactional
    long lengthOfTheirOwn(PatientId patient, UUID photo) {
        return vault.length(
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
    /// @throws org.stipple.clinic.consent.Withheld since consent to photos for the record was withdrawn
    @Transactional
    public byte[] made(PatientId patient, String sha256) {
        patients.read(patient, "picture of photos");
        leave.require(patient, Purpose.RECORD_PHOTOS);
        return vault.get(Acting.current().clinic(), patient, sha256);
    }

    /// What is known of all photos of a person that are shown, oldest first: none while they are withheld.
    @Transactional
    public List<StoredPhoto> shown(PatientId patient) {
        List<StoredPhoto> all = of(patient);
        return leave.mayShow(patient, Purpose.RECORD_PHOTOS) ? all : List.of();
    }

    /// What is known of all photos of a person, oldest first, whether they are shown or not.
    @Transactional
    public List<StoredPhoto> of(PatientId patient) {
        patients.read(patient, "photos");
        return store.of(patient);
    }
}
