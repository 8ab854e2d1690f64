package org.stipple.clinic.treatment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.access.Scopes;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Wanted;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.clinic.web.Days;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Operator;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// The sessions of the clinic: starting, charting, closing.
@Component
public class Sessions {

    /// No dose is computed for less (`Technique`), and no needle is set to less.
    private static final Depth SHALLOWEST = Depth.ofMicrometres(50);

    private final SessionStore store;
    private final ReviewStore reviews;
    private final SessionStart start;
    private final Patients patients;
    private final Courses courses;
    private final Screenings screenings;
    private final Knowledge knowledge;
    private final Accounts accounts;
    private final ClinicClock clock;
    private final WithdrawnConsent interrupted;
    private final AgainstGoingOn against;
    private final WhoTreats whoTreats;
    private final NextSessions next;
    private final Scopes scopes;

    Sessions(
            SessionStore store,
            ReviewStore reviews,
            SessionStart start,
            Patients patients,
            Courses courses,
            Screenings screenings,
            Knowledge knowledge,
            Accounts accounts,
            ClinicClock clock,
            WithdrawnConsent interrupted,
            AgainstGoingOn against,
            WhoTreats whoTreats,
            NextSessions next,
            Scopes scopes) {
        this.next = next;
        this.scopes = scopes;
        this.store = store;
        this.reviews = reviews;
        this.start = start;
        this.patients = patients;
        this.courses = courses;
        this.screenings = screenings;
        this.knowledge = knowledge;
        this.accounts = accounts;
        this.clock = clock;
        this.interrupted = interrupted;
        this.against = against;
        this.whoTreats = whoTreats;
    }

    /// Starts a session, or says everything that stands against it.
    ///
    /// @param units units that were scanned and passed their check; each is judged again here and then used
    public Start start(UUID session, PatientId patient, UUID course, List<UUID> units) {
        try {
            return new Start.Started(start.start(session, patient, course, units));
        } catch (SessionStart.Obstacles obstacles) {
            return new Start.NotStarted(obstacles.why());
        }
    }

    /// What stands in the way of starting, as far as it can be known before trying; none where starting is
    /// possible.
    ///
    /// @param units that were scanned
    @Transactional
    public List<Obstacle> against(PatientId patient, CourseRecord course, List<UUID> units) {
        patients.read(patient, "before the session");
        return start.gate().against(patient, course, units);
    }

    /// What a signature makes possible that would else stand in the way, each in a sentence with who signed.
    @Transactional
    public List<String> permitted(PatientId patient, CourseRecord course) {
        patients.read(patient, "before the session");
        return start.gate().permitted(patient, course);
    }

    /// The first day on which the next session of a course may be: what needled skin needs, and not before the
    /// waits
    /// of today's judgement end that the signature does not cover.
    ///
    /// @return empty where nothing of it was needled before and nothing waits
    @Transactional
    public Optional<LocalDate> nextFrom(PatientId patient, CourseRecord course) {
        patients.read(patient, "sessions");
        return start.gate().nextFrom(patient, course);
    }

    /// For when the course plans its next session, which may be later than it has to be.
    ///
    /// @return empty before its first
    @Transactional
    public Optional<LocalDate> nextPlanned(PatientId patient, SignedCourse course) {
        patients.read(patient, "sessions");
        return start.gate().nextPlanned(patient, course);
    }

    /// What a course wants of the stock.
    public Wanted wanted(CourseRecord course) {
        return Gate.wanted(course.plan());
    }

    /// Who is to treat by a course.
    ///
    /// @return empty where it does not say
    public Optional<Operator> plannedFor(CourseRecord course) {
        return Gate.planned(course);
    }

    /// As [#chart(PatientId, UUID, ZoneId, Done, int)], on top of whatever was charted of the zone.
    @Transactional
    public Charted chart(PatientId patient, UUID session, ZoneId zone, Done done) {
        patients.change(patient, "session charted");
        int newest = store.find(patient, session)
                .flatMap(found -> found.last(zone))
                .map(Charted::entry)
                .orElse(0);
        return chart(patient, session, zone, done, newest);
    }

    /// Writes down what was done to a zone. What truly happened is accepted up to what the device can do, and
    /// marked where it departs from the plan: that opens a review, and the graver it is the more must be said
    /// of it.
    ///
    /// @param onTopOf number of the entry about the zone that was shown, 0 for none
    /// @throws NotCharted when the device cannot have done it, or when it is not said why: of a departure, of an
    ///   amendment, of what is added to a closed session
    /// @throws ChartedMeanwhile when there is a newer entry about the zone
    @Transactional
    public Charted chart(PatientId patient, UUID session, ZoneId zone, Done done, int onTopOf) {
        patients.change(patient, "session charted");
        Session found = store.find(patient, session).orElseThrow(NoSuchPatient::new);
        found.last(zone).filter(last -> last.entry() != onTopOf).ifPresent(last -> {
            throw new ChartedMeanwhile(last);
        });
        var course = courses.find(patient, found.course());
        var plan = course.plan();
        Optional<Deviation> deviation = Deviation.together(Stream.of(
                        Deviation.of(plan.course(), zone, done),
                        interrupted
                                .since(found)
                                .map(at -> Deviation.withoutConsent(
                                        Days.moment(at, Acting.current().zone()))),
                        Deviation.despite(against.of(found)),
                        Deviation.byAnother(Acting.current().name(), whoTreats.current(), Gate.planned(course)),
                        Deviation.beyondScope(
                                Acting.current().name(),
                                scopes.mine().beyond(plan.device(), Map.of(zone, done.depth()))),
                        Deviation.amending(found, zone))
                .flatMap(Optional::stream));
        requireSaid(
                found,
                zone,
                done,
                deviation,
                knowledge.device(plan.device()).orElseThrow().deepest());
        var charted = new Charted(
                found.entries().size() + 1,
                zone,
                done,
                deviation.map(Deviation::words),
                deviation.map(Deviation::gravity),
                clock.now(),
                Acting.current().name(),
                Optional.of(Acting.current().account()),
                whoTreats.current());
        store.insert(patient, session, charted);
        if (deviation.isPresent()) {
            reviews.opened(session, charted.entry(), charted.recordedAt());
        }
        return charted;
    }

    /// Writes down that a planned zone was not treated, and why. Where something was charted of it before, this
    /// takes it back; what was charted stays in the record, and its review stays open.
    ///
    /// @param onTopOf number of the entry about the zone that was shown, 0 for none
    /// @throws NotCharted when it is not said why, or was said before, or there is nothing to leave out
    /// @throws ChartedMeanwhile when there is a newer entry about the zone
    @Transactional
    public LeftOut leaveOut(
            PatientId patient, UUID session, ZoneId zone, Optional<Why> why, String reason, int onTopOf) {
        patients.change(patient, "session charted");
        Session found = store.find(patient, session).orElseThrow(NoSuchPatient::new);
        found.last(zone).filter(last -> last.entry() != onTopOf).ifPresent(last -> {
            throw new ChartedMeanwhile(last);
        });
        requireLeftOut(found, zone, why, reason);
        var leftOut = new LeftOut(
                zone,
                found.newest(zone),
                why,
                reason.strip(),
                clock.now(),
                Acting.current().name(),
                Acting.current().account());
        store.insert(patient, session, leftOut);
        return leftOut;
    }

    private void requireLeftOut(Session session, ZoneId zone, Optional<Why> why, String reason) {
        var wrong = new EnumMap<NotCharted.Place, String>(NotCharted.Place.class);
        boolean known = session.last(zone).isPresent()
                || courses.find(session.patient(), session.course()).plan().course().planned().stream()
                        .anyMatch(planned -> planned.id() == zone);
        boolean grave = session.gravest(zone).filter(Gravity::isGrave).isPresent();
        if (!known) {
            wrong.put(
                    NotCharted.Place.REASON,
                    "the " + zone.words() + " is not in the course: there is nothing to leave out");
        } else if (session.leftOut(zone).isPresent()) {
            wrong.put(NotCharted.Place.REASON, "this was written down before, and stands");
        } else if (!Reason.says(reason, grave)) {
            wrong.put(
                    NotCharted.Place.REASON,
                    "say why it was not treated"
                            + (grave ? ", in a short sentence" : ", in two words and eight letters at least")
                            + (reason.isBlank() ? "" : "; “" + reason.strip() + "” does not"));
        }
        if (session.last(zone).isPresent() && why.isEmpty()) {
            wrong.put(NotCharted.Place.WHY, "choose why what was charted before is taken back");
        }
        if (!wrong.isEmpty()) {
            throw new NotCharted(wrong);
        }
    }

    private static void requireSaid(
            Session session, ZoneId zone, Done done, Optional<Deviation> deviation, Depth deepest) {
        var wrong = new EnumMap<NotCharted.Place, String>(NotCharted.Place.class);
        if (done.depth().compareTo(SHALLOWEST) < 0) {
            wrong.put(
                    NotCharted.Place.DEPTH,
                    "was " + done.depth() + ", expected " + SHALLOWEST + " to " + deepest
                            + "; a zone that was not needled is not charted: choose “Not treated” below");
        }
        if (done.depth().compareTo(deepest) > 0) {
            wrong.put(
                    NotCharted.Place.DEPTH,
                    "was " + done.depth() + ", and this device reaches " + deepest
                            + " at most: look at the number, and at the device");
        }
        boolean grave =
                deviation.map(Deviation::gravity).filter(Gravity::isGrave).isPresent();
        boolean amends = session.isTold(zone);
        if ((deviation.isPresent() || amends || session.close().isPresent())
                && !done.reason().filter(reason -> Reason.says(reason, grave)).isPresent()) {
            wrong.put(
                    NotCharted.Place.REASON,
                    (amends
                                    ? "this amends what was charted before"
                                    : deviation.map(Deviation::words).orElse("the session is closed"))
                            + ": say " + (grave ? Reason.MORE : Reason.SOME)
                            + done.reason()
                                    .map(said -> "; “" + said + "” does not")
                                    .orElse(""));
        }
        if (grave && done.why().isEmpty()) {
            wrong.put(NotCharted.Place.WHY, "choose why it was done other than planned");
        }
        if (!wrong.isEmpty()) {
            throw new NotCharted(wrong);
        }
    }

    /// As [#close(PatientId, UUID, String, String, int)], on top of whatever was charted.
    @Transactional
    public List<String> close(PatientId patient, UUID session, String note, String password) {
        patients.change(patient, "session closed");
        Session found = store.find(patient, session).orElseThrow(NoSuchPatient::new);
        return close(patient, session, note, password, found.toldSoFar());
    }

    /// Closes the session under the name of whoever acts, and judges the person anew.
    ///
    /// @param onTopOf how much of it was shown, as [Session#toldSoFar()]: that is what is signed
    /// @return why it was not closed; empty when it was
    /// @throws ToldMeanwhile when more was charted since
    @Transactional
    public List<String> close(PatientId patient, UUID session, String note, String password, int onTopOf) {
        patients.change(patient, "session closed");
        Session found = store.find(patient, session).orElseThrow(NoSuchPatient::new);
        if (found.close().isPresent()) {
            return List.of("This session was closed meanwhile by "
                    + found.close().get().signer() + ". Nothing was lost and nothing is left to do; what is added now "
                    + "amends it.");
        }
        if (found.toldSoFar() != onTopOf) {
            throw new ToldMeanwhile(found.toldAfter(onTopOf, Acting.current().zone()));
        }
        var why = new ArrayList<String>();
        List<String> left = courses.find(patient, found.course()).plan().course().planned().stream()
                .filter(zone -> !found.isTold(zone.id()))
                .map(zone -> zone.id().words())
                .toList();
        if (!left.isEmpty() && !Reason.says(note, false)) {
            why.add("Not charted: " + String.join(", ", left)
                    + ". Chart it, say that it was not treated, or write in the note why it was left out, in two words"
                    + " at least.");
        }
        List<String> arose = against.of(found);
        if (!arose.isEmpty() && !Reason.says(note, true)) {
            why.add("After the session began this arose: " + String.join("; ", arose)
                    + ". Write in the note what was done about it: say " + Reason.MORE + ".");
        }
        closedByAnother(found)
                .filter(_ -> arose.isEmpty() && !Reason.says(note, false))
                .ifPresent(
                        planned -> why.add(
                                "The course was planned for " + WhoTreats.words(planned)
                                        + ", and you do not treat as that. Write in the note why you close it, in two words and eight letters at least."));
        accounts.whyNotConfirmed(password).ifPresent(why::add);
        if (why.isEmpty()) {
            if (!store.close(patient, session, note, arose, whoTreats.current(), clock.now(), Acting.current())) {
                return List.of("This session was closed at the same moment by somebody else. Nothing was lost.");
            }
            // The verdict from before the needle says "go"; from now on the person waits.
            screenings.screen(patient);
            next.closed(found);
        }
        return why;
    }

    /// Who is to treat by the course of a session, where whoever acts does not treat as that.
    @Transactional
    public Optional<Operator> closedByAnother(Session session) {
        return Gate.planned(courses.find(session.patient(), session.course()))
                .filter(planned -> !whoTreats.current().equals(Optional.of(planned)));
    }

    /// A session of a person.
    @Transactional
    public Session find(PatientId patient, UUID session) {
        patients.read(patient, "session");
        return store.find(patient, session).orElseThrow(NoSuchPatient::new);
    }

    /// All sessions of a person, newest first.
    @Transactional
    public List<Session> of(PatientId patient) {
        patients.read(patient, "sessions");
        return store.of(patient);
    }
}
