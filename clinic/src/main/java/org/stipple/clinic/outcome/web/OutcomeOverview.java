package org.stipple.clinic.outcome.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.outcome.MeasuredPair;
import org.stipple.clinic.outcome.Outcomes;
import org.stipple.clinic.outcome.Scores;
import org.stipple.clinic.outcome.StoredPicture;
import org.stipple.clinic.outcome.web.AboutCourse.About;
import org.stipple.clinic.outcome.web.ResultViews.Compared;
import org.stipple.clinic.outcome.web.ResultViews.Moment;
import org.stipple.clinic.outcome.web.ResultViews.OutcomePage;
import org.stipple.clinic.outcome.web.ResultViews.Small;
import org.stipple.clinic.outcome.web.ResultViews.SummaryLink;
import org.stipple.clinic.outcome.web.ResultViews.ViewRow;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.photo.PhotoView;
import org.stipple.clinic.photo.Photos;
import org.stipple.clinic.photo.SmallPhotos;
import org.stipple.clinic.photo.StoredPhoto;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Identities;
import org.stipple.clinic.planning.ScreeningRecord;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.PhotosView;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.outline.ZoneOutlines;

/// What came of a person's treatment, on one page: photos over time, two of them on each other, what changed in
/// each zone, and what was judged by scales.
@Component
class OutcomeOverview {

    private final Patients patients;
    private final Photos photos;
    private final Outcomes outcomes;
    private final Scores scores;
    private final Sessions sessions;
    private final Screenings screenings;
    private final Courses courses;
    private final AboutCourse about;
    private final Identities identities;
    private final Knowledge knowledge;
    private final ZoneOutlines outlines;
    private final Ids ids;

    OutcomeOverview(
            Patients patients,
            Photos photos,
            Outcomes outcomes,
            Scores scores,
            Sessions sessions,
            Screenings screenings,
            Courses courses,
            AboutCourse about,
            Identities identities,
            Knowledge knowledge,
            ZoneOutlines outlines,
            Ids ids) {
        this.patients = patients;
        this.photos = photos;
        this.outcomes = outcomes;
        this.scores = scores;
        this.sessions = sessions;
        this.screenings = screenings;
        this.courses = courses;
        this.about = about;
        this.identities = identities;
        this.knowledge = knowledge;
        this.outlines = outlines;
        this.ids = ids;
    }

    /// Two photos to be compared, or why they are not.
    private record Chosen(Optional<StoredPhoto> before, Optional<StoredPhoto> after, String problem) {

        static Chosen of(StoredPhoto before, StoredPhoto after) {
            if (before.id().equals(after.id())) {
                return none("The same photo was chosen twice. Choose an earlier and a later one.");
            }
            if (before.view() != after.view()) {
                return none("One photo shows “" + before.view().words() + "”, the other “"
                        + after.view().words() + "”. Only photos of one view are compared.");
            }
            boolean inOrder = !after.takenOn().isBefore(before.takenOn());
            return new Chosen(Optional.of(inOrder ? before : after), Optional.of(inOrder ? after : before), "");
        }

        static Chosen none(String problem) {
            return new Chosen(Optional.empty(), Optional.empty(), problem);
        }
    }

    /// @param before the earlier photo that was asked for
    /// @param after the later photo that was asked for
    OutcomePage of(PatientId patient, Optional<UUID> before, Optional<UUID> after) {
        Patient person = patients.read(patient, "outcome");
        List<StoredPhoto> all = photos.shown(patient);
        List<MeasuredPair> pairs = outcomes.of(patient);
        List<Session> treated = sessions.of(patient);
        About course = about.of(patient);
        boolean withheld = all.isEmpty() && !photos.of(patient).isEmpty();
        Chosen chosen = withheld
                ? Chosen.none("Photos are not shown: consent to photos for the record was withdrawn.")
                : before.isPresent() && after.isPresent()
                        ? Chosen.of(photos.find(patient, before.get()), photos.find(patient, after.get()))
                        : first(all, pairs);
        Optional<MeasuredPair> pair = measured(chosen, pairs);
        return new OutcomePage(
                patient.toString(),
                person.name(),
                identities.of(person),
                chosen.problem(),
                summaries(person, treated),
                chosen.before().flatMap(one -> chosen.after().map(other -> compared(patient, one, other, pair))),
                Arrays.stream(PhotoView.values())
                        .flatMap(view -> row(person, view, all, chosen, treated).stream())
                        .toList(),
                course.words(),
                outcomes.withheld(patient).orElseGet(() -> noChanges(chosen, pair)),
                pair.map(one -> ZoneLooks.of(one, course)).orElse(List.of()),
                pair.map(one -> ZoneLooks.maps(one, course, outlines)).orElse(List.of()),
                new ScoreLooks(knowledge, treated, Acting.current().zone())
                        .of(scores.of(patient), "/people/" + patient + "/scores/"));
    }

    private static String noChanges(Chosen chosen, Optional<MeasuredPair> pair) {
        if (pair.isPresent()) {
            return "";
        }
        return chosen.before().isEmpty()
                ? "There are no two photos of one view to measure yet."
                : "These two photos were not measured against each other.";
    }

    /// The newest two that were measured against each other, or else the first and the last of a view.
    private static Chosen first(List<StoredPhoto> all, List<MeasuredPair> pairs) {
        Optional<Chosen> measured = pairs.stream()
                .flatMap(pair -> pair
                        .followup()
                        .flatMap(after -> photo(all, after))
                        .flatMap(after -> photo(all, pair.baseline()).map(before -> Chosen.of(before, after)))
                        .stream())
                .findFirst();
        return measured.or(() -> Arrays.stream(PhotoView.values())
                        .map(view -> all.stream()
                                .filter(photo -> photo.view() == view)
                                .toList())
                        .filter(ofView -> ofView.size() > 1)
                        .findFirst()
                        .map(ofView -> Chosen.of(ofView.getFirst(), ofView.getLast())))
                .orElseGet(() -> Chosen.none(""));
    }

    private static Optional<StoredPhoto> photo(List<StoredPhoto> all, UUID id) {
        return all.stream().filter(photo -> photo.id().equals(id)).findFirst();
    }

    private static Optional<MeasuredPair> measured(Chosen chosen, List<MeasuredPair> pairs) {
        return chosen.before()
                .flatMap(before -> chosen.after()
                        .flatMap(after -> pairs.stream()
                                .filter(pair -> pair.baseline().equals(before.id()))
                                .filter(pair -> pair.followup()
                                        .filter(after.id()::equals)
                                        .isPresent())
                                .findFirst()));
    }

    private Compared compared(PatientId patient, StoredPhoto before, StoredPhoto after, Optional<MeasuredPair> pair) {
        Optional<StoredPicture> laid = pair.flatMap(one -> one.picture(StoredPicture.AFTER));
        String base = "/people/" + patient;
        var alike = SmallPhotos.alike(before, after);
        var photosView = laid.flatMap(picture -> pair.map(one -> new PhotosView(
                        "pair",
                        base + "/measurements/" + one.id() + "/pictures/" + StoredPicture.BEFORE,
                        Days.full(before.takenOn()),
                        base + "/measurements/" + one.id() + "/pictures/" + StoredPicture.AFTER,
                        Days.full(after.takenOn()),
                        picture.widthPx(),
                        picture.heightPx())))
                .orElseGet(() -> new PhotosView(
                        "pair",
                        base + "/photos/" + before.id() + "/beside/" + after.id(),
                        Days.full(before.takenOn()),
                        base + "/photos/" + after.id() + "/beside/" + before.id(),
                        Days.full(after.takenOn()),
                        alike.width(),
                        alike.height()));
        return new Compared(
                photosView,
                before.view().words(),
                laid.isPresent(),
                laid.isPresent()
                        ? "The later photo lies on the earlier, so both have one scale."
                        : scaleOf(alike.mmPerPx().isPresent()),
                pair.map(one -> base + "/measurements/" + one.id()).orElse(""),
                before.id().toString(),
                after.id().toString(),
                ids.next());
    }

    /// What is known of the scale of two photos that do not lie on each other.
    static String scaleOf(boolean known) {
        return known
                ? "Both at the same scale, by what was measured with each photo. They do not lie on each other: the"
                        + " person may have turned."
                : "The scale of one of them is not known: both are shown equally large, and sizes cannot be"
                        + " compared.";
    }

    private List<SummaryLink> summaries(Patient person, List<Session> treated) {
        return courses.of(person.id()).stream()
                .filter(course -> treated.stream()
                        .anyMatch(
                                session -> session.course().equals(course.plan().id())))
                .map(course -> {
                    String href = "/people/" + person.id() + "/courses/"
                            + course.plan().id() + "/summary";
                    return new SummaryLink(
                            "Course of "
                                    + Days.full(LocalDate.ofInstant(
                                            course.plan().draftedAt(),
                                            Acting.current().zone())),
                            href,
                            href + ".pdf");
                })
                .toList();
    }

    private Optional<ViewRow> row(
            Patient person, PhotoView view, List<StoredPhoto> all, Chosen chosen, List<Session> treated) {
        List<StoredPhoto> ofView =
                all.stream().filter(photo -> photo.view() == view).toList();
        if (ofView.isEmpty()) {
            return Optional.empty();
        }
        var moments = new ArrayList<Moment>();
        ofView.forEach(photo -> moments.add(new Moment(
                "photo",
                photo.takenOn().toString(),
                Days.full(photo.takenOn()),
                "",
                Optional.of(small(person, photo, chosen, ofView)))));
        treated.forEach(session -> moments.addAll(of(person, session)));
        screenings.all(person.id()).stream()
                .filter(ScreeningRecord::isDeferral)
                .forEach(one -> moments.add(deferral(person, one)));
        moments.sort(Comparator.comparing(Moment::date));
        return Optional.of(new ViewRow(view.words(), "view-" + view.id(), ofView.size() > 1, moments));
    }

    private static Small small(Patient person, StoredPhoto photo, Chosen chosen, List<StoredPhoto> ofView) {
        var size = SmallPhotos.sizeOf(photo);
        boolean here = chosen.before().filter(ofView::contains).isPresent();
        return new Small(
                photo.id().toString(),
                "/people/" + person.id() + "/photos/" + photo.id() + "/small",
                size.width(),
                size.height(),
                photo.view().words() + ", taken " + Days.full(photo.takenOn()),
                here ? chosen.before().filter(photo::equals).isPresent() : photo.equals(ofView.getFirst()),
                here ? chosen.after().filter(photo::equals).isPresent() : photo.equals(ofView.getLast()));
    }

    /// A session, and what the skin showed at its end where that was more than nothing.
    private static List<Moment> of(Patient person, Session session) {
        String day = LocalDate.ofInstant(session.startedAt(), Acting.current().zone())
                .toString();
        String words = Days.full(LocalDate.parse(day));
        String href = "/people/" + person.id() + "/sessions/" + session.id();
        return Stream.concat(
                        Stream.of(new Moment(
                                "session", day, "Session " + session.number() + ", " + words, href, Optional.empty())),
                        reaction(session).stream()
                                .map(told -> new Moment(
                                        "reaction",
                                        day,
                                        "Reaction, " + words + ": " + told,
                                        href + "/report",
                                        Optional.empty())))
                .toList();
    }

    /// What was seen at the end of a session, where a sign was more than none.
    static Optional<String> reaction(Session session) {
        return session.aftermath()
                .last()
                .map(after -> after.found().reaction())
                .filter(reaction -> reaction.grades().values().stream().anyMatch(grade -> grade > 0))
                .map(reaction -> reaction.words());
    }

    private static Moment deferral(Patient person, ScreeningRecord made) {
        return new Moment(
                "deferral",
                made.screening().on().toString(),
                "Deferred, " + Days.full(made.screening().on()),
                "/people/" + person.id() + "/screening",
                Optional.empty());
    }
}
