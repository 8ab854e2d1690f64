package org.stipple.clinic.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Leave;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.photo.Photos;
import org.stipple.clinic.photo.StoredPhoto;
import org.stipple.imaging.Gate;
import org.stipple.imaging.MaskedMeasurement;
import org.stipple.imaging.MeasuredPictures;
import org.stipple.imaging.Measurement;
import org.stipple.imaging.Photo;
import org.stipple.imaging.PhotoSetting;
import org.stipple.imaging.Picture;
import org.stipple.imaging.Repeatability;
import org.stipple.imaging.Scale;
import org.stipple.imaging.View;
import org.stipple.quantities.Length;

/// Measuring photos, with consent to that and never further.
@Component
public class Outcomes {

    private final OutcomeStore store;
    private final Photos photos;
    private final Patients patients;
    private final Leave leave;
    private final ClinicClock clock;

    Outcomes(OutcomeStore store, Photos photos, Patients patients, Leave leave, ClinicClock clock) {
        this.store = store;
        this.photos = photos;
        this.patients = patients;
        this.leave = leave;
        this.clock = clock;
    }

    /// Reads a photo, or what changed between two.
    ///
    /// @throws IllegalArgumentException without consent to measuring, or when the photos are of different
    ///   views; nothing was kept
    @Transactional
    public MeasuredPair measure(UUID id, PatientId patient, UUID baseline, Optional<UUID> followup) {
        patients.change(patient, "photos measured");
        if (!leave.allows(patient, Purpose.MEASUREMENT)) {
            throw new IllegalArgumentException(
                    "there is no consent in force to measuring photos; nothing was measured");
        }
        StoredPhoto before = photos.find(patient, baseline);
        Optional<StoredPhoto> after = followup.map(photo -> photos.find(patient, photo));
        after.filter(photo -> photo.view() != before.view()).ifPresent(photo -> {
            throw new IllegalArgumentException(
                    "one photo shows “" + before.view().words() + "”, the other “"
                            + photo.view().words() + "”; only photos of one view are compared");
        });
        Seen seen = read(patient, before, after);
        Measurement answer = seen.masked().measurement();
        var pair = new MeasuredPair(
                id,
                baseline,
                followup,
                answer.zones().stream()
                        .flatMap(zone -> zone.readings().stream().map(reading -> StoredReading.of(zone.id(), reading)))
                        .toList(),
                answer.gates().stream()
                        .filter(gate -> !gate.passed())
                        .map(Gate::fault)
                        .distinct()
                        .toList(),
                Optional.of(Conditions.of(answer)),
                kept(patient, seen.pictures()),
                clock.now(),
                Acting.current().name());
        store.insert(patient, pair);
        return pair;
    }

    /// What was read of photos, and how it looks.
    private record Seen(MaskedMeasurement masked, MeasuredPictures pictures) {}

    private Seen read(PatientId patient, StoredPhoto before, Optional<StoredPhoto> after) {
        View view = View.valueOf(before.view().name());
        Scale scale = before.mmPerPx().isPresent()
                ? new Scale.Known(Length.ofMillimetres(before.mmPerPx().getAsDouble()), "given")
                : new Scale.Unknown("no scale was given with the photo");
        var setting = new PhotoSetting(view, List.of(), scale);
        Photo baseline = Photo.decode(photos.bytes(patient, before.id()));
        Optional<Photo> later = after.map(photo -> Photo.decode(photos.bytes(patient, photo.id())));
        var masked = MaskedMeasurement.of(baseline, later, setting, Repeatability.SYNTHETIC);
        return new Seen(masked, MeasuredPictures.of(baseline, later, masked));
    }

    /// A later photo that could not be laid onto the earlier is not kept twice.
    private List<StoredPicture> kept(PatientId patient, MeasuredPictures pictures) {
        var kept = new ArrayList<StoredPicture>();
        kept.add(StoredPicture.of(StoredPicture.BEFORE, pictures.before(), file(patient, pictures.before())));
        pictures.after()
                .filter(MeasuredPictures.Later::laid)
                .map(MeasuredPictures.Later::picture)
                .map(picture -> StoredPicture.of(StoredPicture.AFTER, picture, file(patient, picture)))
                .ifPresent(kept::add);
        pictures.maps().forEach(map -> kept.add(StoredPicture.of(map, file(patient, map.overlay()))));
        return kept;
    }

    private String file(PatientId patient, Picture picture) {
        return photos.keepMade(patient, picture.file());
    }

    /// A picture of a measurement.
    ///
    /// @param name as of a [StoredPicture]
    /// @throws NoSuchPatient when there is none
    @Transactional
    public StoredPicture picture(PatientId patient, UUID id, String name) {
        return find(patient, id).picture(name).orElseThrow(NoSuchPatient::new);
    }

    /// Its file, proved at this read to be what was kept.
    ///
    /// @throws org.stipple.clinic.photo.PhotoVault.DamagedPhoto when it is not
    @Transactional
    public byte[] file(PatientId patient, StoredPicture picture) {
        return photos.made(patient, picture.sha256());
    }

    /// What was read before.
    ///
    /// @throws NoSuchPatient when there is none
    /// @throws org.stipple.clinic.consent.Withheld since consent to measuring was withdrawn
    @Transactional
    public MeasuredPair find(PatientId patient, UUID id) {
        patients.read(patient, "readings");
        MeasuredPair found = store.find(patient, id).orElseThrow(NoSuchPatient::new);
        leave.require(patient, Purpose.MEASUREMENT);
        return found;
    }

    /// Everything that was read of a person's photos and is shown, newest first: nothing while it is withheld.
    @Transactional
    public List<MeasuredPair> of(PatientId patient) {
        patients.read(patient, "readings");
        return leave.mayShow(patient, Purpose.MEASUREMENT) ? store.of(patient) : List.of();
    }

    /// Everything that was read, for the person's own copy, which is theirs whatever they withdrew.
    @Transactional
    List<MeasuredPair> ofTheirOwn(PatientId patient) {
        patients.read(patient, "readings");
        return store.of(patient);
    }

    /// Says that there are readings that are not shown.
    ///
    /// @return empty where all are
    @Transactional
    public Optional<String> withheld(PatientId patient) {
        patients.read(patient, "readings");
        return leave.mayShow(patient, Purpose.MEASUREMENT)
                ? Optional.empty()
                : Optional.of("Readings are not shown: consent to measuring photos was withdrawn.");
    }
}
