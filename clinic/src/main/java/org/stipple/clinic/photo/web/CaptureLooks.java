package org.stipple.clinic.photo.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.photo.Capture;
import org.stipple.clinic.photo.Moment;
import org.stipple.clinic.photo.PhotoView;
import org.stipple.clinic.photo.Photos;
import org.stipple.clinic.photo.StoredPhoto;
import org.stipple.clinic.photo.web.CaptureViews.Answer;
import org.stipple.clinic.photo.web.CaptureViews.CapturePage;
import org.stipple.clinic.photo.web.CaptureViews.Occasion;
import org.stipple.clinic.photo.web.CaptureViews.Step;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Identities;
import org.stipple.clinic.planning.PlannedZones;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.Days;
import org.stipple.quantities.ZoneId;

/// Which views are taken for what, and what there is of them.
@Component
class CaptureLooks {

    private final Patients patients;
    private final Photos photos;
    private final Sessions sessions;
    private final Courses courses;
    private final PlannedZones planned;
    private final Consents consents;
    private final Identities identities;
    private final Ids ids;
    private final ClinicClock clock;

    CaptureLooks(
            Patients patients,
            Photos photos,
            Sessions sessions,
            Courses courses,
            PlannedZones planned,
            Consents consents,
            Identities identities,
            Ids ids,
            ClinicClock clock) {
        this.patients = patients;
        this.photos = photos;
        this.sessions = sessions;
        this.courses = courses;
        this.planned = planned;
        this.consents = consents;
        this.identities = identities;
        this.ids = ids;
        this.clock = clock;
    }

    /// For what photos are taken.
    record For(Optional<UUID> session, Moment moment) {

        String query() {
            return session.map(id -> "?session=" + id + "&moment=" + moment.id())
                    .orElse("");
        }
    }

    CapturePage page(UUID id, For what, List<String> problems) {
        Patient person = patients.read(new PatientId(id), "photos");
        Optional<Session> session = what.session().map(one -> sessions.find(person.id(), one));
        return new CapturePage(
                id.toString(),
                person.name(),
                identities.of(person),
                words(what, session),
                what.session().map(UUID::toString).orElse(""),
                what.moment().id(),
                clock.today().toString(),
                occasions(person, what),
                consents.inForce(person.id(), Purpose.RECORD_PHOTOS, Optional.empty())
                        .isPresent(),
                FaceGuide.place(),
                steps(person, what, session),
                session.map(one -> "/people/" + id + "/sessions/" + one.id()).orElse("/people/" + id + "/photos"),
                session.map(one -> "To session " + one.number()).orElse("All photos"),
                problems);
    }

    private static String words(For what, Optional<Session> session) {
        return session.map(one ->
                        (what.moment() == Moment.AFTER ? "Right after session " : "Before session ") + one.number())
                .orElse("A visit for photos");
    }

    /// The newest session, where it is still open or of today, and a visit of its own.
    private List<Occasion> occasions(Patient person, For what) {
        String path = "/people/" + person.id() + "/photos/capture";
        var occasions = new ArrayList<Occasion>();
        sessions.of(person.id()).stream()
                .filter(one -> what.session().filter(one.id()::equals).isPresent()
                        || one.close().isEmpty())
                .max(Comparator.comparing(Session::startedAt))
                .ifPresent(one -> List.of(Moment.BEFORE, Moment.AFTER).forEach(moment -> {
                    var other = new For(Optional.of(one.id()), moment);
                    occasions.add(
                            new Occasion(path + other.query(), words(other, Optional.of(one)), other.equals(what)));
                }));
        occasions.add(new Occasion(path, "A visit for photos", what.session().isEmpty()));
        return occasions;
    }

    private record Wanted(PhotoView view, Optional<ZoneId> zone, boolean optional) {

        boolean isOf(StoredPhoto photo) {
            return photo.view() == view
                    && photo.capture().flatMap(Capture::zone).equals(zone);
        }
    }

    private List<Step> steps(Patient person, For what, Optional<Session> session) {
        List<StoredPhoto> all = photos.shown(person.id());
        var steps = new ArrayList<Step>();
        for (Wanted wanted : wanted(zones(person, session))) {
            steps.add(step(steps.size() + 1, person, what, wanted, all));
        }
        return steps;
    }

    private Set<ZoneId> zones(Patient person, Optional<Session> session) {
        return session.map(one -> planned.of(person.id(), one.course()))
                .or(() -> courses.inForce(person.id()).map(course -> PlannedZones.of(course.plan())))
                .orElse(Set.of());
    }

    /// The face where any of it is treated or nothing is planned, then each zone of the body; close-ups of the
    /// face may be left out.
    private static List<Wanted> wanted(Set<ZoneId> zones) {
        var wanted = new ArrayList<Wanted>();
        boolean face = zones.isEmpty() || zones.stream().anyMatch(ZoneId::isFace);
        if (face) {
            PhotoView.ofAFace().forEach(view -> wanted.add(new Wanted(view, Optional.empty(), false)));
        }
        zones.stream()
                .filter(zone -> !zone.isFace())
                .sorted()
                .forEach(zone -> wanted.add(new Wanted(PhotoView.PATCH, Optional.of(zone), false)));
        if (face) {
            wanted.add(new Wanted(PhotoView.PATCH, Optional.empty(), true));
        }
        return wanted;
    }

    private Step step(int number, Patient person, For what, Wanted wanted, List<StoredPhoto> all) {
        List<StoredPhoto> same = all.stream().filter(wanted::isOf).toList();
        List<StoredPhoto> now = same.stream().filter(photo -> isOf(photo, what)).toList();
        Optional<StoredPhoto> baseline =
                same.stream().filter(photo -> !isOf(photo, what)).findFirst();
        return new Step(
                number,
                ids.next(),
                wanted.view().id(),
                wanted.zone().map(ZoneId::id).orElse(""),
                wanted.zone().map(ZoneId::words).orElseGet(() -> words(wanted.view())),
                drawing(wanted.view()),
                turned(wanted.view()) > 0,
                hint(wanted.view()),
                turned(wanted.view()),
                baseline.map(photo -> address(person.id(), photo)).orElse(""),
                baseline.map(photo -> Days.near(photo.takenOn(), clock.today())).orElse(""),
                wanted.optional(),
                now.isEmpty() ? Optional.empty() : Optional.of(answer(person.id(), now.getLast(), now.size() - 1)));
    }

    private boolean isOf(StoredPhoto photo, For what) {
        return photo.session().equals(what.session())
                && photo.capture()
                        .map(Capture::moment)
                        .filter(what.moment()::equals)
                        .isPresent()
                && (what.session().isPresent() || photo.takenOn().equals(clock.today()));
    }

    static Answer answer(PatientId person, StoredPhoto photo, int more) {
        Optional<Capture> capture = photo.capture();
        return new Answer(
                photo.id().toString(),
                address(person, photo),
                photo.widthPx(),
                photo.heightPx(),
                capture.map(Capture::ruler).orElse(""),
                capture.filter(one -> one.card() || one.tags() > 0).isPresent(),
                capture.map(Capture::missed).orElse(List.of()),
                capture.map(Capture::met).orElse(List.of()),
                capture.map(Capture::keptThough).orElse(List.of()),
                more);
    }

    private static String address(PatientId person, StoredPhoto photo) {
        return "/people/" + person + "/photos/" + photo.id();
    }

    private static String words(PhotoView view) {
        return view == PhotoView.PATCH ? "close-up of the skin" : view.words();
    }

    private static String drawing(PhotoView view) {
        return switch (view) {
            case FRONTAL -> "front";
            case LEFT_45, RIGHT_45 -> "half";
            case LEFT_90, RIGHT_90 -> "side";
            case PATCH -> "patch";
        };
    }

    /// As `imaging` wants it: the camera sees the patient's left side, and the face looks to the left edge.
    private static int turned(PhotoView view) {
        return switch (view) {
            case FRONTAL, PATCH -> 0;
            case LEFT_45 -> -45;
            case RIGHT_45 -> 45;
            case LEFT_90 -> -90;
            case RIGHT_90 -> 90;
        };
    }

    private static String hint(PhotoView view) {
        return switch (view) {
            case FRONTAL -> "Straight into the camera, eyes open, mouth closed, nothing held in the face.";
            case LEFT_45 -> "The left cheek to the camera: the nose points half way to the left edge of the picture.";
            case LEFT_90 -> "The left side: the nose points to the left edge of the picture, one eye is seen.";
            case RIGHT_45 ->
                "The right cheek to the camera: the nose points half way to the right edge of the picture.";
            case RIGHT_90 -> "The right side: the nose points to the right edge of the picture, one eye is seen.";
            case PATCH -> "Close to the skin and straight on, with the tag or the card beside it.";
        };
    }
}
