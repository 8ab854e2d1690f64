package org.stipple.clinic.outcome.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.outcome.MeasuredPair;
import org.stipple.clinic.outcome.Outcomes;
import org.stipple.clinic.outcome.StoredPicture;
import org.stipple.clinic.outcome.web.AboutCourse.About;
import org.stipple.clinic.outcome.web.OutcomeViews.Beyond;
import org.stipple.clinic.outcome.web.OutcomeViews.MeasurementPage;
import org.stipple.clinic.outcome.web.OutcomeViews.OnePhoto;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.photo.Photos;
import org.stipple.clinic.planning.Identities;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.look.PhotosView;
import org.stipple.clinic.web.look.Plot;
import org.stipple.imaging.BeyondPhotos;

/// Measuring a pair of photos, and the report of a visit.
@Controller
class OutcomePages {

    private final Pages pages;
    private final Patients patients;
    private final Photos photos;
    private final Outcomes outcomes;
    private final AboutCourse about;
    private final VisitReport report;
    private final HomeSheet sheet;
    private final Once once;
    private final Ids ids;
    private final Identities identities;
    private final TransactionTemplate transaction;

    OutcomePages(
            Pages pages,
            Patients patients,
            Photos photos,
            Outcomes outcomes,
            AboutCourse about,
            VisitReport report,
            HomeSheet sheet,
            Once once,
            Ids ids,
            Identities identities,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.patients = patients;
        this.photos = photos;
        this.outcomes = outcomes;
        this.about = about;
        this.report = report;
        this.sheet = sheet;
        this.once = once;
        this.ids = ids;
        this.identities = identities;
        this.transaction = transaction;
    }

    @PostMapping("/people/{id}/measurements")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> measure(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            try {
                var pair = outcomes.measure(
                        ids.next(),
                        new PatientId(id),
                        UUID.fromString(form.required("baseline", "Before")),
                        form.text("followup").map(UUID::fromString));
                return "/people/" + id + "/measurements/" + pair.id();
            } catch (IllegalArgumentException refused) {
                throw new Refusal(List.of(refused.getMessage() + "."));
            }
        }));
    }

    /// Where a measurement that was refused is reloaded: the photos that it was asked for.
    @GetMapping("/people/{id}/measurements")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> photosToMeasure(@PathVariable UUID id) {
        patients.read(new PatientId(id), "photos");
        return Pages.seeOther("/people/" + id + "/photos");
    }

    @GetMapping("/people/{id}/measurements/{measurement}")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> measurement(@PathVariable UUID id, @PathVariable UUID measurement) {
        var page = transaction.execute(_ -> {
            var person = patients.read(new PatientId(id), "readings");
            MeasuredPair pair = outcomes.find(person.id(), measurement);
            String base = "/people/" + id + "/measurements/" + measurement + "/pictures/";
            About course = about.of(person.id());
            boolean shown = !photos.shown(person.id()).isEmpty();
            return new MeasurementPage(
                    id.toString(),
                    person.name(),
                    "Measured " + Days.moment(pair.at(), Acting.current().zone()) + " by " + pair.by(),
                    identities.of(person),
                    MeasurementLooks.inShort(pair),
                    pair.followup().filter(_ -> shown).map(after -> photosOf(person.id(), pair, after, base)),
                    pair.picture(StoredPicture.AFTER).isPresent(),
                    pair.followup().isPresent() || !shown
                            ? Optional.empty()
                            : Optional.of(photoOf(person.id(), pair.baseline())),
                    pair.gates(),
                    course.words(),
                    MeasurementLooks.zones(pair, course),
                    shown ? MeasurementLooks.maps(pair, course, base) : List.of(),
                    MeasurementLooks.without(pair),
                    overTime(person.id(), pair, metric -> isFirst(course, metric)),
                    overTime(person.id(), pair, metric -> !isFirst(course, metric)),
                    MeasurementLooks.how(pair),
                    Arrays.stream(BeyondPhotos.values())
                            .map(each -> new Beyond(each.words(), each.why()))
                            .toList());
        });
        return pages.show("outcome/measurement", "/people", java.util.Objects.requireNonNull(page));
    }

    private static boolean isFirst(About course, String metric) {
        return course.metrics().isEmpty() || course.isAbout(metric);
    }

    private List<Plot> overTime(PatientId patient, MeasuredPair pair, Predicate<String> shown) {
        return OverTime.since(
                pair.baseline(),
                outcomes.of(patient),
                photo -> photos.find(patient, photo).takenOn(),
                shown);
    }

    private OnePhoto photoOf(PatientId patient, UUID photo) {
        var stored = photos.find(patient, photo);
        return new OnePhoto(
                "/people/" + patient + "/photos/" + photo,
                Days.full(stored.takenOn()),
                stored.widthPx(),
                stored.heightPx());
    }

    /// The pictures that lie on each other; the photos themselves where there are none.
    private PhotosView photosOf(PatientId patient, MeasuredPair pair, UUID after, String base) {
        var first = photos.find(patient, pair.baseline());
        var second = photos.find(patient, after);
        Optional<StoredPicture> laid = pair.picture(StoredPicture.AFTER);
        String originals = "/people/" + patient + "/photos/";
        return new PhotosView(
                "pair",
                laid.isPresent() ? base + StoredPicture.BEFORE : originals + first.id(),
                Days.full(first.takenOn()),
                laid.isPresent() ? base + StoredPicture.AFTER : originals + second.id(),
                Days.full(second.takenOn()),
                laid.map(StoredPicture::widthPx).orElse(first.widthPx()),
                laid.map(StoredPicture::heightPx).orElse(first.heightPx()));
    }

    /// Pictures are shown to whoever may open the record, as photos are; each look is in the audit trail.
    @GetMapping("/people/{id}/measurements/{measurement}/pictures/{picture}")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<byte[]> picture(
            @PathVariable UUID id, @PathVariable UUID measurement, @PathVariable String picture) {
        var patient = new PatientId(id);
        StoredPicture stored = outcomes.picture(patient, measurement, picture);
        return ResponseEntity.ok()
                .header("Content-Type", stored.mediaType())
                .header("Content-Disposition", "inline")
                .body(outcomes.file(patient, stored));
    }

    @GetMapping("/people/{id}/sessions/{session}/report")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> report(@PathVariable UUID id, @PathVariable UUID session) {
        var page = transaction.execute(_ -> report.of(new PatientId(id), session));
        return pages.show("outcome/report", "/people", java.util.Objects.requireNonNull(page));
    }

    @GetMapping("/people/{id}/sessions/{session}/sheet")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> sheet(@PathVariable UUID id, @PathVariable UUID session) {
        var page = transaction.execute(_ -> sheet.of(new PatientId(id), session));
        return pages.show("outcome/sheet", "/people", java.util.Objects.requireNonNull(page));
    }
}
