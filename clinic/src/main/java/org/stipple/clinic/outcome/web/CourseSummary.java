package org.stipple.clinic.outcome.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.adverse.AdverseEvent;
import org.stipple.clinic.adverse.AdverseEvents;
import org.stipple.clinic.consent.Consent;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Leave;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.incident.Incident;
import org.stipple.clinic.incident.Incidents;
import org.stipple.clinic.outcome.MeasuredPair;
import org.stipple.clinic.outcome.Outcomes;
import org.stipple.clinic.outcome.Score;
import org.stipple.clinic.outcome.Scores;
import org.stipple.clinic.outcome.StoredPicture;
import org.stipple.clinic.outcome.web.AboutCourse.About;
import org.stipple.clinic.outcome.web.ResultViews.AdverseLine;
import org.stipple.clinic.outcome.web.ResultViews.ChangePart;
import org.stipple.clinic.outcome.web.ResultViews.DoneRow;
import org.stipple.clinic.outcome.web.ResultViews.Fact;
import org.stipple.clinic.outcome.web.ResultViews.PicturePair;
import org.stipple.clinic.outcome.web.ResultViews.PlanRow;
import org.stipple.clinic.outcome.web.ResultViews.SessionPart;
import org.stipple.clinic.outcome.web.ResultViews.SummaryPage;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.photo.PhotoView;
import org.stipple.clinic.photo.Photos;
import org.stipple.clinic.photo.SmallPhotos;
import org.stipple.clinic.photo.StoredPhoto;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.CourseRecord.AwaitingSecond;
import org.stipple.clinic.planning.CourseRecord.DraftCourse;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Deliveries;
import org.stipple.clinic.planning.PlannedZones;
import org.stipple.clinic.stock.Handpieces;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.treatment.Charted;
import org.stipple.clinic.treatment.Reviews;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.DeliveryView;
import org.stipple.protocol.CourseSchedule;
import org.stipple.protocol.Device;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.ZonePlan;

/// One course from its plan to what is owed, gathered from the records of it. Nothing is judged here, and what
/// was not written down is said not to have been.
@Component
class CourseSummary {

    private final Patients patients;
    private final Courses courses;
    private final Sessions sessions;
    private final Deliveries deliveries;
    private final Reviews reviews;
    private final Stock stock;
    private final Handpieces handpieces;
    private final Incidents incidents;
    private final AdverseEvents adverse;
    private final Consents consents;
    private final Leave leave;
    private final Photos photos;
    private final SmallPhotos small;
    private final Outcomes outcomes;
    private final Scores scores;
    private final AboutCourse about;
    private final Knowledge knowledge;
    private final ClinicClock clock;

    CourseSummary(
            Patients patients,
            Courses courses,
            Sessions sessions,
            Deliveries deliveries,
            Reviews reviews,
            Stock stock,
            Handpieces handpieces,
            Incidents incidents,
            AdverseEvents adverse,
            Consents consents,
            Leave leave,
            Photos photos,
            SmallPhotos small,
            Outcomes outcomes,
            Scores scores,
            AboutCourse about,
            Knowledge knowledge,
            ClinicClock clock) {
        this.patients = patients;
        this.courses = courses;
        this.sessions = sessions;
        this.deliveries = deliveries;
        this.reviews = reviews;
        this.stock = stock;
        this.handpieces = handpieces;
        this.incidents = incidents;
        this.adverse = adverse;
        this.consents = consents;
        this.leave = leave;
        this.photos = photos;
        this.small = small;
        this.outcomes = outcomes;
        this.scores = scores;
        this.about = about;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /// As a file: what is read is entered in the audit trail as a document.
    byte[] file(PatientId patient, UUID course) {
        SummaryPage page = of(patient, course, "course summary, as a file");
        return SummaryPdf.of(page, clock.now(), picture -> bytes(patient, picture));
    }

    /// @param what stands in the audit trail
    SummaryPage of(PatientId patient, UUID courseId, String what) {
        var person = patients.read(patient, what);
        CourseRecord course = courses.find(patient, courseId);
        About sought = about.about(course);
        var plan = course.plan();
        List<Session> treated = sessions.of(patient).stream()
                .filter(session -> session.course().equals(courseId))
                .sorted(Comparator.comparingInt(Session::number))
                .toList();
        List<Session> all = sessions.of(patient);
        Period period = period(patient, course);
        Map<PhotoView, MeasuredPair> measured = measured(patient, period);
        boolean mayShow = leave.allows(patient, Purpose.RECORD_PHOTOS);
        List<Score> judged = scores.of(patient).stream()
                .filter(score -> isOf(score, treated, period))
                .toList();
        return new SummaryPage(
                patient.toString(),
                courseId.toString(),
                person.name(),
                Acting.current().clinicName(),
                "Made " + moment(clock.now()) + " by " + Acting.current().name(),
                Stream.of(
                                new Fact(
                                        "Person",
                                        person.name() + ", born "
                                                + Days.full(person.details().birthDate())),
                                new Fact("Treated for", sought.words().isEmpty() ? "not said" : sought.words()),
                                new Fact("Device", device(plan.device())),
                                new Fact("Planned", schedule(course)),
                                new Fact("Course", signature(course)),
                                new Fact("Consent", consent(patient)))
                        .toList(),
                plan(course),
                sources(sought),
                treated.stream().map(session -> session(course, session)).toList(),
                photosWords(patient, mayShow),
                mayShow ? pictures(patient, measured, period) : List.of(),
                measured.entrySet().stream()
                        .map(each -> new ChangePart(
                                each.getKey().words() + ", " + days(patient, each.getValue()),
                                ZoneLooks.of(each.getValue(), sought)))
                        .toList(),
                Stream.concat(
                                outcomes.withheld(patient).stream(),
                                measured.values().stream().flatMap(pair -> ZoneLooks.notMeasured(pair).stream()))
                        .distinct()
                        .toList(),
                new ScoreLooks(knowledge, all, Acting.current().zone()).of(judged, ""),
                reactions(patient, treated),
                adverse(patient, treated, period),
                owed(patient, course, treated, judged),
                plan.course().screening().release().version() + ", "
                        + plan.course().screening().release().hash());
    }

    /// The days that belong to a course: from when it was drafted until the next was that somebody was treated
    /// by.
    ///
    /// @param from the first day; empty for the first course, to which all before it belongs
    /// @param until the first day that belongs to the next course; empty for the newest
    private record Period(Optional<LocalDate> from, Optional<LocalDate> until) {

        boolean has(LocalDate day) {
            return from.filter(day::isBefore).isEmpty()
                    && until.filter(end -> !day.isBefore(end)).isEmpty();
        }
    }

    private Period period(PatientId patient, CourseRecord course) {
        List<Session> all = sessions.of(patient);
        List<LocalDate> others = courses.of(patient).stream()
                .map(CourseRecord::plan)
                .filter(plan -> !plan.id().equals(course.plan().id()))
                .filter(plan ->
                        all.stream().anyMatch(session -> session.course().equals(plan.id())))
                .map(plan ->
                        LocalDate.ofInstant(plan.draftedAt(), Acting.current().zone()))
                .toList();
        LocalDate own =
                LocalDate.ofInstant(course.plan().draftedAt(), Acting.current().zone());
        return new Period(
                others.stream().anyMatch(day -> !day.isAfter(own)) ? Optional.of(own) : Optional.empty(),
                others.stream().filter(day -> day.isAfter(own)).min(Comparator.naturalOrder()));
    }

    /// Tied to a session of the course, or to none and of its days.
    private static boolean isOf(Score score, List<Session> treated, Period period) {
        return score.told()
                .beside()
                .map(beside -> treated.stream().anyMatch(session -> session.id().equals(beside.session())))
                .orElseGet(() -> period.has(score.told().on()));
    }

    private String moment(Instant at) {
        return Days.moment(at, Acting.current().zone());
    }

    private LocalDate day(Session session) {
        return LocalDate.ofInstant(session.startedAt(), Acting.current().zone());
    }

    private String device(String id) {
        return knowledge.device(id).map(Device::name).orElse(id);
    }

    private static String schedule(CourseRecord course) {
        return course.plan()
                .course()
                .schedule()
                .map(schedule -> schedule.sessions().chosen() + " sessions, "
                        + schedule.intervalDays().chosen() + " days apart; the result judged "
                        + schedule.assessAtDays().stream().map(String::valueOf).collect(Collectors.joining(" and "))
                        + " days after the last")
                .orElse("no sessions");
    }

    private String signature(CourseRecord course) {
        return switch (course) {
            case DraftCourse _ -> "not signed";
            case AwaitingSecond(var _, var first) ->
                "signed by " + first.signer() + ", " + moment(first.at()) + ", and waits for a second signature";
            case SignedCourse(var _, var signature, var second) ->
                "signed by " + signature.signer() + ", " + moment(signature.at())
                        + second.map(other -> ", and by " + other.signer() + ", " + moment(other.at()))
                                .orElse("");
        };
    }

    /// The newest of each purpose.
    private String consent(PatientId patient) {
        List<Consent> given = consents.of(patient);
        return Arrays.stream(Purpose.values())
                .map(purpose -> given.stream()
                        .filter(consent -> consent.purpose() == purpose)
                        .findFirst()
                        .map(consent -> purpose.words() + ": signed " + moment(consent.givenAt())
                                + consent.withdrawnAt()
                                        .map(at -> ", withdrawn " + moment(at))
                                        .orElse(""))
                        .orElse(purpose.words() + ": none"))
                .collect(Collectors.joining("; "));
    }

    private static List<PlanRow> plan(CourseRecord course) {
        return course.plan().course().zones().stream()
                .map(zone -> switch (zone) {
                    case ZonePlan.Refused(var id, var reason) -> new PlanRow(id.words(), "not planned", "", reason);
                    case ZonePlan.Planned planned ->
                        new PlanRow(
                                planned.id().words(),
                                planned.depth().chosen() + ", between "
                                        + planned.depth().min() + " and "
                                        + planned.depth().max(),
                                planned.passes() + " passes in " + planned.directions() + " directions",
                                "bound by the " + planned.depth().boundBy()
                                        + planned.offLabel()
                                                .map(why -> "; outside the label: " + why)
                                                .orElse(""));
                })
                .toList();
    }

    private List<String> sources(About sought) {
        return sought.indications().stream()
                .sorted()
                .map(knowledge::treatment)
                .flatMap(treatment -> treatment.sources().stream()
                        .map(citation -> treatment.id().words() + ": "
                                + knowledge
                                        .source(citation.id())
                                        .map(source -> source.title() + " (" + source.where() + ")")
                                        .orElse(citation.id())
                                + ", " + citation.strength().id()))
                .toList();
    }

    private SessionPart session(CourseRecord course, Session session) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                "When",
                moment(session.startedAt()) + ", by " + session.startedBy()
                        + (session.close().isEmpty() ? "; still open" : "")));
        facts.add(new Fact(
                "Device",
                Stream.concat(
                                Stream.of(device(course.plan().device())),
                                handpieces.usedIn(session.id()).stream().map(one -> "handpiece " + one.serial()))
                        .collect(Collectors.joining(", "))));
        String used = stock.usedIn(session.id()).stream()
                .map(unit -> unit.words()
                        + unit.recalled()
                                .map(why -> " (lot recalled: " + why + ")")
                                .orElse(""))
                .collect(Collectors.joining("; "));
        facts.add(new Fact("Used", used.isEmpty() ? "nothing was scanned" : used));
        String beside = session.aftermath().adjuncts().stream()
                .map(one -> one.told(Acting.current().zone()))
                .collect(Collectors.joining("; "));
        if (!beside.isEmpty()) {
            facts.add(new Fact("Beside the needle", beside));
        }
        session.close()
                .map(Session.Close::note)
                .filter(note -> !note.isEmpty())
                .ifPresent(note -> facts.add(new Fact("Note", note)));
        Map<String, String> doses =
                deliveries.of(course.plan(), session.id()).map(DeliveryView::lines).orElse(List.of()).stream()
                        .collect(Collectors.toMap(
                                DeliveryView.Line::zone, CourseSummary::dose, (one, _) -> one, LinkedHashMap::new));
        return new SessionPart(
                "Session " + session.number() + ", " + Days.full(day(session)),
                facts,
                Stream.concat(
                                session.standing().stream().map(charted -> done(charted, doses)),
                                PlannedZones.of(course.plan()).stream()
                                        .sorted()
                                        .flatMap(zone -> session.leftOut(zone).stream())
                                        .map(left ->
                                                new DoneRow(left.zone().words(), "not treated", "", left.reason())))
                        .toList());
    }

    private static DoneRow done(Charted charted, Map<String, String> doses) {
        return new DoneRow(
                charted.zone().words(),
                charted.done().settings(),
                doses.getOrDefault(charted.zone().words(), "not computed"),
                charted.deviation().map(words -> "other than planned: " + words).orElse("as planned"));
    }

    private static String dose(DeliveryView.Line line) {
        return line.delivered().isEmpty()
                ? "not computed"
                : line.delivered() + " of " + line.planned() + " per cm²"
                        + (line.range().isEmpty() ? "" : " (" + line.ratio() + ", " + line.range() + ")");
    }

    /// Of each view the newest two of the course that were measured against each other.
    private Map<PhotoView, MeasuredPair> measured(PatientId patient, Period period) {
        Map<UUID, StoredPhoto> byId = photos.of(patient).stream()
                .filter(photo -> period.has(photo.takenOn()))
                .collect(Collectors.toMap(StoredPhoto::id, photo -> photo));
        var measured = new EnumMap<PhotoView, MeasuredPair>(PhotoView.class);
        outcomes.of(patient)
                .forEach(pair -> pair.followup()
                        .flatMap(after -> Optional.ofNullable(byId.get(after)))
                        .ifPresent(photo -> measured.putIfAbsent(photo.view(), pair)));
        return measured;
    }

    private String days(PatientId patient, MeasuredPair pair) {
        return Days.full(photos.find(patient, pair.baseline()).takenOn()) + " to "
                + pair.followup()
                        .map(after -> Days.full(photos.find(patient, after).takenOn()))
                        .orElse("");
    }

    private String photosWords(PatientId patient, boolean mayShow) {
        if (!mayShow) {
            return "No photos: consent to photos for the record is not in force.";
        }
        return photos.of(patient).isEmpty()
                ? "No photo was kept."
                : "Shown on the consent to photos for the record. This paper is part of the record too: whoever holds"
                        + " it holds the photos.";
    }

    private List<PicturePair> pictures(PatientId patient, Map<PhotoView, MeasuredPair> measured, Period period) {
        List<StoredPhoto> all = photos.of(patient).stream()
                .filter(photo -> period.has(photo.takenOn()))
                .toList();
        return Arrays.stream(PhotoView.values())
                .flatMap(view -> Optional.ofNullable(measured.get(view))
                        .flatMap(pair -> laid(patient, view, pair))
                        .or(() -> alike(
                                patient,
                                view,
                                all.stream()
                                        .filter(photo -> photo.view() == view)
                                        .toList()))
                        .stream())
                .toList();
    }

    private Optional<PicturePair> laid(PatientId patient, PhotoView view, MeasuredPair pair) {
        String base = "/people/" + patient + "/measurements/" + pair.id() + "/pictures/";
        return pair.picture(StoredPicture.AFTER)
                .map(picture -> new PicturePair(
                        view.words(),
                        base + StoredPicture.BEFORE,
                        Days.full(photos.find(patient, pair.baseline()).takenOn()),
                        base + StoredPicture.AFTER,
                        pair.followup()
                                .map(after ->
                                        Days.full(photos.find(patient, after).takenOn()))
                                .orElse(""),
                        picture.widthPx(),
                        picture.heightPx(),
                        "The later photo is laid onto the earlier; both have one scale."));
    }

    private static Optional<PicturePair> alike(PatientId patient, PhotoView view, List<StoredPhoto> ofView) {
        if (ofView.size() < 2) {
            return Optional.empty();
        }
        var before = ofView.getFirst();
        var after = ofView.getLast();
        var alike = SmallPhotos.alike(before, after);
        String base = "/people/" + patient + "/photos/";
        return Optional.of(new PicturePair(
                view.words(),
                base + before.id() + "/beside/" + after.id(),
                Days.full(before.takenOn()),
                base + after.id() + "/beside/" + before.id(),
                Days.full(after.takenOn()),
                alike.width(),
                alike.height(),
                OutcomeOverview.scaleOf(alike.mmPerPx().isPresent())));
    }

    /// The file of a picture, by the address at which a browser gets it.
    private byte[] bytes(PatientId patient, String address) {
        String[] parts = address.split("/");
        UUID first = UUID.fromString(parts[4]);
        return parts[3].equals("photos")
                ? small.alike(patient, first, UUID.fromString(parts[6]))
                : outcomes.file(patient, outcomes.picture(patient, first, parts[6]));
    }

    /// What the skin showed, what departed, what went wrong; and where nothing was written of a session, that.
    private List<String> reactions(PatientId patient, List<Session> treated) {
        return treated.stream()
                .flatMap(session -> {
                    String which = "Session " + session.number() + ": ";
                    Stream<String> skin = Stream.of(session.aftermath()
                            .last()
                            .map(after -> which + after.found().words())
                            .orElse(which + "no reaction was written down, which is not the same as none"));
                    Stream<String> departed = reviews.of(patient, session.id()).stream()
                            .map(review -> which
                                    + review.charted().zone().words() + ": "
                                    + review.charted().deviation().orElse("")
                                    + review.done()
                                            .map(done -> "; reviewed by " + done.signer())
                                            .orElse("; not reviewed yet"));
                    Stream<String> withdrawn = reviews.withdrawalsOf(patient, session.id()).stream()
                            .map(one -> which + "consent was withdrawn at " + moment(one.at()));
                    Stream<String> wrong = incidents.in(new Incident.In(patient, session.id())).stream()
                            .map(one -> which + "incident, " + one.told().kind().words() + ", affected "
                                    + one.told().affected().words() + ": "
                                    + one.told().happened()
                                    + " Done about it: " + one.told().done());
                    return Stream.of(skin, departed, withdrawn, wrong).flatMap(each -> each);
                })
                .toList();
    }

    /// Of a session of the course, or of none and of its days; what was opened first before the rest.
    private List<AdverseLine> adverse(PatientId patient, List<Session> treated, Period period) {
        var zone = Acting.current().zone();
        return adverse.of(patient).stream()
                .filter(event -> event.treated()
                        .map(after -> treated.stream()
                                .anyMatch(session -> session.id().equals(after.session())))
                        .orElseGet(() -> period.has(
                                event.said().onset().orElseGet(() -> LocalDate.ofInstant(event.openedAt(), zone)))))
                .sorted(Comparator.comparing(AdverseEvent::openedAt))
                .map(event -> new AdverseLine(
                        "/people/" + patient + "/adverse/" + event.id(),
                        event.said().kind().words(),
                        event.treated()
                                        .map(after -> "Session " + after.number())
                                        .orElse("Beside no session")
                                + ", opened " + moment(event.openedAt()),
                        event.state(clock.today(), zone)))
                .toList();
    }

    private List<String> owed(PatientId patient, CourseRecord course, List<Session> treated, List<Score> judged) {
        var owed = new ArrayList<String>();
        var planned = PlannedZones.of(course.plan());
        List<Session> had = treated.stream()
                .filter(session -> !session.isWithoutNeedling(planned))
                .toList();
        treated.stream()
                .filter(session -> session.close().isEmpty())
                .forEach(session -> owed.add("Session " + session.number() + " is still open."));
        Optional<CourseSchedule> schedule = course.plan().course().schedule();
        schedule.ifPresent(wanted -> {
            int left = wanted.sessions().chosen() - had.size();
            if (left > 0) {
                owed.add(left + (left == 1 ? " session" : " sessions") + " of the course still to be had."
                        + (had.isEmpty() ? "" : " " + VisitReport.next(course, had.getLast())));
            }
        });
        if (!had.isEmpty()) {
            schedule.filter(wanted -> had.size() >= wanted.sessions().chosen())
                    .ifPresent(wanted -> wanted.assessAtDays().forEach(days -> {
                        LocalDate due = day(had.getLast()).plusDays(days);
                        owed.add("The result is judged " + days + " days after the last session: "
                                + Days.near(due, clock.today()) + ".");
                    }));
        }
        if (photos.of(patient).isEmpty()) {
            owed.add("No photo was taken: there is nothing to measure a change with.");
        }
        if (Score.standing(judged).isEmpty()) {
            owed.add("Nobody judged the result by a scale yet.");
        }
        treated.stream()
                .flatMap(session -> reviews.of(patient, session.id()).stream())
                .filter(review -> review.done().isEmpty())
                .findFirst()
                .ifPresent(_ -> owed.add("A departure from the plan waits for its review."));
        return owed.isEmpty() ? List.of("Nothing that this record knows of.") : owed;
    }
}
