package org.stipple.clinic.outcome;

import java.util.List;
import java.util.Optional;
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
import org.stipple.clinic.photo.Photos;
import org.stipple.clinic.photo.StoredPhoto;
import org.stipple.imaging.Gate;
import org.stipple.imaging.Measurement;
import org.stipple.imaging.Photo;
import org.stipple.imaging.PhotoSetting;
import org.stipple.imaging.Scale;
import org.stipple.imaging.View;
import org.stipple.quantities.Length;

/// Measuring photos, with consent to that and never further.
@Component
public class Outcomes {

    private final OutcomeStore store;
    private final Photos photos;
    private final Patients patients;
    private final Consents consents;
    private final ClinicClock clock;

    Outcomes(OutcomeStore store, Photos photos, Patients patients, Consents consents, ClinicClock clock) {
        this.store = store;
        this.photos = photos;
        this.patients = patients;
        this.consents = consents;
        this.clock = clock;
    }

    /// Reads a photo, or what changed between two.
    ///
    /// @throws IllegalArgumentException without consent to measuring, or when the photos are of different views; nothing was kept
    @Transactional
    public MeasuredPair measure(UUID id, PatientId patient, UUID baseline, Optional<UUID> followup) {
        patients.change(patient, "photos measured");
        if (consents.inForce(patient, Purpose.MEASUREMENT, Optional.empty()).isEmpty()) {
            throw new IllegalArgumentException("there is no consent in force to measuring photos; nothing was measured");
        }
        StoredPhoto before = photos.find(patient, baseline);
        Optional<StoredPhoto> after = followup.map(photo -> photos.find(patient, photo));
        after.filter(photo -> photo.view() != before.view()).ifPresent(photo -> {
            throw new IllegalArgumentException("one photo shows “" + before.view().words() + "”, the other “"
                    + photo.view().words() + "”; only photos of one view are compared");
        });
        Measurement answer = read(patient, before, after);
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
                clock.now(),
                Acting.current().name());
        store.insert(patient, pair);
        return pair;
    }

    private Measurement read(PatientId patient, StoredPhoto before, Optional<StoredPhoto> after) {
        View view = View.valueOf(before.view().name());
        Scale scale = before.mmPerPx().isPresent()
                ? new Scale.Known(Length.ofMillimetres(before.mmPerPx().getAsDouble()), "given")
                : new Scale.Unknown("no scale was given with the photo");
        var setting = new PhotoSetting(view, List.of(), scale);
        Photo baseline = Photo.decode(photos.bytes(patient, before.id()));
        return after.map(photo -> Measurement.of(baseline, Photo.decode(photos.bytes(patient, photo.id())), setting))
                .orElseGet(() -> Measurement.of(baseline, setting));
    }

    /// What was read before.
    ///
    /// @throws NoSuchPatient when there is none
    @Transactional
    public MeasuredPair find(PatientId patient, UUID id) {
        patients.read(patient, "readings");
        return store.find(patient, id).orElseThrow(NoSuchPatient::new);
    }

    /// Everything that was read of a person's photos, newest first.
    @Transactional
    public List<MeasuredPair> of(PatientId patient) {
        patients.read(patient, "readings");
        return store.of(patient);
    }
}
