package org.stipple.clinic.outcome.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Consent;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.outcome.Outcomes;
import org.stipple.clinic.outcome.web.OutcomeViews.ReportPage;
import org.stipple.clinic.outcome.web.OutcomeViews.ReportZone;
import org.stipple.clinic.outcome.web.OutcomeViews.VisitReadings;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.photo.Photos;
import org.stipple.clinic.photo.StoredPhoto;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.CourseRecord.AwaitingSecond;
import org.stipple.clinic.planning.CourseRecord.DraftCourse;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Deliveries;
import org.stipple.clinic.stock.StockUnit;
import org.stipple.clinic.treatment.AgainstGoingOn;
import org.stipple.clinic.treatment.Charted;
import org.stipple.clinic.treatment.Later;
import org.stipple.clinic.treatment.LeftOut;
import org.stipple.clinic.treatment.Review;
import org.stipple.clinic.treatment.Reviews;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.SessionUnits;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.WhoTreats;
import org.stipple.clinic.treatment.WithdrawnConsent;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Sentence;
import org.stipple.clinic.web.look.AftercareView;
import org.stipple.clinic.web.look.Verdict;
import org.stipple.protocol.Device;
import org.stipple.protocol.Knowledge;
import org.stipple.quantities.ZoneId;

/// The report of a visit: what was planned and signed, what was used, what was done, what was read.
@Component
class VisitReport {

    private final Patients patients;
    private final Sessions sessions;
    private final Reviews reviews;
    private final Courses courses;
    private final Deliveries deliveries;
    private final WithdrawnConsent consented;
    private final AgainstGoingOn against;
    private final SessionUnits units;
    private final Photos photos;
    private final Outcomes outcomes;
    private final Knowledge knowledge;

    VisitReport(
            Patients patients,
            Sessions sessions,
            Reviews reviews,
            Courses courses,
            Deliveries deliveries,
            WithdrawnConsent consented,
            AgainstGoingOn against,
            SessionUnits units,
            Photos photos,
            Outcomes outcomes,
            Knowledge knowledge) {
        this.patients = patients;
        this.sessions = sessions;
        this.reviews = reviews;
        this.courses = courses;
        this.deliveries = deliveries;
        this.consented = consented;
        this.against = against;
        this.units = units;
        this.photos = photos;
        this.outcomes = outcomes;
        this.knowledge = knowledge;
    }

    ReportPage of(PatientId patient, UUID sessionId) {
        var person = patients.read(patient, "visit report");
        Session session = sessions.find(patient, sessionId);
        CourseRecord course = courses.find(patient, session.course());
        Set<UUID> photosOfVisit = photosOf(patient, session);
        List<VisitReadings> readings = readings(patient, photosOfVisit);
        var plan = course.plan();
        return new ReportPage(
                patient.toString(),
                sessionId.toString(),
                person.name(),
                "born " + Days.full(person.details().birthDate()),
                Acting.current().clinicName(),
                "Session " + session.number()
                        + plan.course()
                                .schedule()
                                .map(schedule -> schedule.sessions().chosen())
                                .filter(planned -> session.number() <= planned)
                                .map(planned -> " of " + planned)
                                .orElse(""),
                moment(session.startedAt()) + " by " + session.startedBy()
                        + session.operator()
                                .map(as -> ", as " + WhoTreats.words(as))
                                .orElse(""),
                session.close()
                        .map(close -> moment(close.at()) + " by " + close.signer()
                                + close.operator()
                                        .map(as -> ", as " + WhoTreats.words(as))
                                        .orElse("")
                                + (close.note().isEmpty() ? "" : ". " + close.note()))
                        .orElse("not closed yet"),
                knowledge.device(plan.device()).map(Device::name).orElse(plan.device()),
                signature(course),
                Arrays.stream(Purpose.values())
                        .flatMap(purpose -> consented.atStart(session, purpose).stream())
                        .map(this::consent)
                        .toList(),
                used(patient, session),
                toLookAt(patient, course, session),
                zones(patient, session),
                beside(session),
                deliveries.of(plan, session.id()),
                readings,
                outcomes.withheld(patient).orElseGet(() -> noReadings(photosOfVisit, readings)),
                AftercareView.of(plan.course().aftercare()),
                consented
                        .sinceOrAfter(session)
                        .map(at -> "Consent to the treatment was withdrawn at " + moment(at)
                                + " and not given again: there is no next session.")
                        .orElseGet(() -> next(course, session)),
                plan.course().screening().release().version() + ", "
                        + plan.course().screening().release().hash());
    }

    /// Attached to the session or, attached to none, taken on its day.
    private Set<UUID> photosOf(PatientId patient, Session session) {
        var day = LocalDate.ofInstant(session.startedAt(), Acting.current().zone());
        return photos.of(patient).stream()
                .filter(photo -> photo.session()
                        .map(session.id()::equals)
                        .orElseGet(() -> photo.takenOn().equals(day)))
                .map(StoredPhoto::id)
                .collect(Collectors.toSet());
    }

    /// What was read of these photos as the newest of a pair, or alone. A pair that ends later tells of a later
    /// visit.
    private List<VisitReadings> readings(PatientId patient, Set<UUID> photosOfVisit) {
        return outcomes.of(patient).stream()
                .filter(pair -> photosOfVisit.contains(pair.followup().orElse(pair.baseline())))
                .map(pair -> new VisitReadings(
                        "Measured " + moment(pair.at())
                                + (pair.followup().isPresent() ? ", against a photo before" : ", one photo alone"),
                        ReadingLooks.of(pair)))
                .toList();
    }

    private static String noReadings(Set<UUID> photosOfVisit, List<VisitReadings> readings) {
        if (!readings.isEmpty()) {
            return "";
        }
        return photosOfVisit.isEmpty() ? "No photo of this visit was kept." : "No photo of this visit was measured.";
    }

    /// For when the next session is planned, counted from this one; empty after the last.
    static String next(CourseRecord course, Session session) {
        return course.plan()
                .course()
                .schedule()
                .filter(schedule -> session.number() < schedule.sessions().chosen())
                .map(schedule -> {
                    int days = schedule.intervalDays().chosen();
                    var day = LocalDate.ofInstant(
                                    session.startedAt(), Acting.current().zone())
                            .plusDays(days);
                    return "The next session is planned for " + Days.full(day) + ", " + days + " days after this one.";
                })
                .orElse("");
    }

    /// Of what was amended the last counts, and what stood before is said.
    private static List<String> beside(Session session) {
        var zone = Acting.current().zone();
        var aftermath = session.aftermath();
        return Stream.concat(
                        aftermath.adjuncts().stream().map(one -> "Given beside the needle: " + one.told(zone)),
                        aftermath.after().reversed().stream()
                                .map(one -> (one.equals(aftermath.after().getLast())
                                                ? "At the end: "
                                                : "First told, and amended: ")
                                        + one.told(zone)))
                .toList();
    }

    private List<String> toLookAt(PatientId patient, CourseRecord course, Session session) {
        Stream<String> consent = reviews.withdrawalsOf(patient, session.id()).stream()
                .map(withdrawal -> "Consent was withdrawn at " + moment(withdrawal.at()) + ", during this session. "
                        + withdrawal
                                .done()
                                .map(this::words)
                                .orElse("Not reviewed yet: it waits for somebody who supervises and did not treat."));
        Stream<String> departures = reviews.of(patient, session.id()).stream()
                .sorted(Comparator.comparing(
                        review -> review.charted().gravity().orElseThrow()))
                .map(review -> Sentence.beginning(
                                review.charted().gravity().orElseThrow().words()) + ", "
                        + review.charted().zone().words() + ": "
                        + review.charted().deviation().orElse("") + ". " + said(review.charted()) + " "
                        + words(review)
                        + review.amendment()
                                .map(entry -> " It was "
                                        + entry.asAmendment(Acting.current().zone()) + ".")
                                .orElse(""));
        Stream<String> arose = against.of(session).stream()
                .map(why -> "After the session began this arose: "
                        + why + (why.endsWith(".") ? "" : ".")
                        + (session.close().isEmpty()
                                ? " The session is open still."
                                : " It stood when the session was closed."));
        Stream<String> closed = session.close().stream()
                .flatMap(close -> close.operator().stream()
                        .flatMap(as -> sessions.plannedFor(courses.find(patient, session.course())).stream()
                                .filter(planned -> planned != as)
                                .map(planned -> "Closed by " + close.signer() + ", who treats as "
                                        + WhoTreats.words(as) + ", and the course was planned for "
                                        + WhoTreats.words(planned) + ".")));
        return Stream.of(consent, arose, departures, otherDoses(course, session), addedLate(session), closed)
                .flatMap(each -> each)
                .toList();
    }

    /// Why it was done, as it was chosen and written.
    private static String said(Charted charted) {
        return Stream.concat(
                        charted.done().why().map(why -> "Why: " + why.words()).stream(),
                        charted.done().reason().stream())
                .map(words -> words.endsWith(".") ? words : words + ".")
                .collect(Collectors.joining(" "));
    }

    private String moment(java.time.Instant at) {
        return Days.moment(at, Acting.current().zone());
    }

    private String signature(CourseRecord course) {
        return switch (course) {
            case DraftCourse _ -> "not signed";
            case AwaitingSecond(var _, var first) ->
                "signed by " + first.signer() + ", " + moment(first.at()) + ", and waits for a second signature";
            case SignedCourse(var _, var signature, var second) ->
                "signed by " + signature.signer() + ", " + moment(signature.at())
                        + second.map(other -> ", and by " + other.signer() + ", " + moment(other.at()))
                                .orElse("")
                        + ", SHA-256 " + signature.sha256();
        };
    }

    /// As it was when the session began, and what came of it.
    private String consent(Consent consent) {
        return consent.purpose().words() + ", version " + consent.version() + ", signed " + moment(consent.givenAt())
                + " as “" + consent.signature() + "” "
                + consent.where().words()
                + consent.confirmed()
                        .map(one -> ", confirmed " + moment(one.at()) + " by " + one.by())
                        .orElse("")
                + consent.withdrawnAt().map(at -> ", withdrawn " + moment(at)).orElse("");
    }

    /// Units with their lot and expiry, the handpiece, and the anaesthetic with grams and minutes.
    private List<String> used(PatientId patient, Session session) {
        return Stream.concat(
                        units.of(patient, session.id()).stream()
                                .map(item -> item instanceof StockUnit unit ? unit(unit) : item.words()),
                        units.numbed(patient, session).stream())
                .toList();
    }

    private static String unit(StockUnit unit) {
        return unit.words() + ", expires " + Days.full(unit.expiry())
                + unit.recalled().map(why -> "; lot recalled: " + why).orElse("");
    }

    private List<ReportZone> zones(PatientId patient, Session session) {
        Map<Integer, Review> departures = reviews.of(patient, session.id()).stream()
                .collect(Collectors.toMap(review -> review.charted().entry(), review -> review));
        return Stream.concat(
                        session.standing().stream()
                                .map(charted ->
                                        zone(session, charted, Optional.ofNullable(departures.get(charted.entry())))),
                        session.leftOut().stream()
                                .filter(one -> session.leftOut(one.zone()).equals(Optional.of(one)))
                                .map(one -> notTreated(session, one)))
                .toList();
    }

    private String words(Review review) {
        return review.done()
                .map(this::words)
                .orElse("Not reviewed yet: it waits for somebody else than "
                        + review.charted().recordedBy() + " who supervises.");
    }

    private String words(Review.Done done) {
        return "Reviewed by " + done.signer() + ", " + moment(done.at()) + ": “" + done.note() + "”";
    }

    /// All that was said of a zone, where it was more than one thing.
    private static String history(Session session, List<Later> told) {
        var zone = Acting.current().zone();
        return told.size() < 2
                ? told.stream()
                        .filter(first -> isAfterTheClose(session, first))
                        .map(first -> "Added after the session was closed: " + first.told(zone) + ".")
                        .findFirst()
                        .orElse("")
                : Stream.concat(
                                Stream.of("First charted " + told.getFirst().told(zone)),
                                told.stream().skip(1).map(later -> later.asAmendment(zone)))
                        .collect(Collectors.joining("; ", "", "."));
    }

    private static boolean isAfterTheClose(Session session, Later told) {
        return session.close()
                .filter(close -> told.toldAt().isAfter(close.at()))
                .isPresent();
    }

    /// Zones of which nothing was said before the session was closed: whoever closed it signed without them.
    private static Stream<String> addedLate(Session session) {
        return Stream.concat(
                        session.entries().stream().map(Charted::zone),
                        session.leftOut().stream().map(LeftOut::zone))
                .distinct()
                .map(zone -> session.told(zone).getFirst())
                .filter(first -> isAfterTheClose(session, first))
                .map(first ->
                        "Added after the session was closed: " + zoneOf(first).words() + ", "
                                + first.told(Acting.current().zone()) + ".");
    }

    private static ZoneId zoneOf(Later told) {
        return switch (told) {
            case Charted charted -> charted.zone();
            case LeftOut leftOut -> leftOut.zone();
        };
    }

    /// Doses other than planned where the settings were as planned, so that no departure waits for a review.
    private Stream<String> otherDoses(CourseRecord course, Session session) {
        Set<String> departed = session.standing().stream()
                .filter(charted -> charted.deviation().isPresent())
                .map(charted -> charted.zone().words())
                .collect(Collectors.toSet());
        return deliveries.of(course.plan(), session.id()).stream()
                .flatMap(delivered -> delivered.lines().stream())
                .filter(line -> line.verdict() == Verdict.CAUTION && !departed.contains(line.zone()))
                .map(line ->
                        "Dose other than planned, " + line.zone() + ": " + line.ratio() + " of it. " + line.words());
    }

    /// Also where what stands is as planned, and what was charted first was not.
    private static String departed(Session session, Charted standing) {
        return standing.deviation()
                .or(() -> firstDeparture(session, standing.zone()))
                .orElse("");
    }

    private static Optional<String> firstDeparture(Session session, ZoneId zone) {
        return session.entries().stream()
                .filter(entry -> entry.zone() == zone)
                .flatMap(entry -> entry.deviation().stream())
                .findFirst()
                .map(first -> "first charted: " + first);
    }

    private ReportZone zone(Session session, Charted charted, Optional<Review> departure) {
        var done = charted.done();
        return new ReportZone(
                charted.zone().words(),
                done.settings(),
                done.endpoint().words(),
                done.pain().map(pain -> pain + " of 10").orElse("not recorded"),
                departed(session, charted),
                said(charted),
                departure.map(this::words).orElse(""),
                history(session, session.told(charted.zone())),
                charted.by());
    }

    private static ReportZone notTreated(Session session, LeftOut one) {
        return new ReportZone(
                one.zone().words(),
                "not treated",
                "none",
                "none",
                Stream.concat(Stream.of("not treated"), firstDeparture(session, one.zone()).stream())
                        .collect(Collectors.joining(", ")),
                "“" + one.reason() + "”",
                "",
                history(session, session.told(one.zone())),
                one.by());
    }
}
