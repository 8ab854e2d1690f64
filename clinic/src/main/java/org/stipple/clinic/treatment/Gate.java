package org.stipple.clinic.treatment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Scopes;
import org.stipple.clinic.consent.Consent;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.ShownCourse;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.CourseRecord.AwaitingSecond;
import org.stipple.clinic.planning.CourseRecord.DraftCourse;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.PlannedScope;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Item;
import org.stipple.clinic.stock.Kind;
import org.stipple.clinic.stock.Scanning;
import org.stipple.clinic.stock.Wanted;
import org.stipple.clinic.treatment.Obstacle.Step;
import org.stipple.clinic.web.Days;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Operator;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// The gate before the needle: a signed course, consent in force, answers asked again today, today's
/// judgement without anything that the signature does not cover, whoever the course was planned for, a scanned
/// unit, and nothing elsewhere in the record that waits ([AgainstStarting]). It only looks; the page before the
/// session shows what it says, and [SessionStart] asks it again.
@Component
class Gate {

    private final SessionStore store;
    private final NumbingStore numbings;
    private final NeedlingSessions needlings;
    private final Courses courses;
    private final Consents consents;
    private final Intakes intakes;
    private final Screenings screenings;
    private final Scanning scanning;
    private final WhoTreats whoTreats;
    private final Scopes scopes;
    private final Knowledge knowledge;
    private final ClinicClock clock;
    private final List<AgainstStarting> elsewhere;

    Gate(
            SessionStore store,
            NumbingStore numbings,
            NeedlingSessions needlings,
            Courses courses,
            Consents consents,
            Intakes intakes,
            Screenings screenings,
            Scanning scanning,
            WhoTreats whoTreats,
            Scopes scopes,
            Knowledge knowledge,
            ClinicClock clock,
            List<AgainstStarting> elsewhere) {
        this.store = store;
        this.numbings = numbings;
        this.needlings = needlings;
        this.courses = courses;
        this.consents = consents;
        this.intakes = intakes;
        this.screenings = screenings;
        this.scanning = scanning;
        this.whoTreats = whoTreats;
        this.scopes = scopes;
        this.knowledge = knowledge;
        this.clock = clock;
        this.elsewhere = List.copyOf(elsewhere);
    }

    List<Obstacle> against(PatientId patient, CourseRecord course, List<UUID> units) {
        return switch (course) {
            case AwaitingSecond waiting ->
                List.of(new Obstacle(
                        "The course waits for a second signature: "
                                + waiting.first().signer() + " has signed, somebody else who supervises signs too.",
                        Step.SIGN));
            case DraftCourse _ ->
                List.of(new Obstacle("The course is not signed. A supervising clinician signs it first.", Step.SIGN));
            case SignedCourse signed -> open(patient).map(List::of).orElseGet(() -> against(patient, signed, units));
        };
    }

    /// While a session is open nothing else is asked: whoever sees this has most often started it in another
    /// tab.
    private Optional<Obstacle> open(PatientId patient) {
        return store.of(patient).stream()
                .filter(session -> session.close().isEmpty())
                .findFirst()
                .map(open -> new Obstacle(
                        "Session " + open.number() + " is still open: "
                                + open.startedBy() + " started it on "
                                + Days.moment(open.startedAt(), Acting.current().zone())
                                + ". Nothing is lost. Go on with it, and close it before the next.",
                        Step.OPEN_SESSION));
    }

    private List<Obstacle> against(PatientId patient, SignedCourse course, List<UUID> units) {
        var against = new ArrayList<Obstacle>();
        courseInForce(patient, course, against);
        interval(patient, course).ifPresent(against::add);
        askedToday(patient, against);
        screenings
                .today(patient, course.plan())
                .ifPresent(today ->
                        today.against(course).forEach(why -> against.add(new Obstacle(why, Step.LOOK_AT_ANSWERS))));
        consent(patient, course).ifPresent(against::add);
        whoTreats(course).ifPresent(against::add);
        scope(course).ifPresent(against::add);
        against.addAll(units(course, units));
        stillOn(patient).forEach(against::add);
        elsewhere.forEach(one -> against.addAll(one.of(patient)));
        return List.copyOf(against);
    }

    /// Consent to exactly this course; where it was signed at home, confirmed by somebody who saw the person.
    private Optional<Obstacle> consent(PatientId patient, SignedCourse course) {
        Optional<Consent> given = consents.inForce(patient, Purpose.TREATMENT, Optional.of(ShownCourse.of(course)));
        if (given.isEmpty()) {
            return Optional.of(new Obstacle(
                    "There is no consent in force to exactly this course. The person reads and signs it first.",
                    Step.CONSENT));
        }
        return given.filter(Consent::isToBeConfirmed)
                .map(_ -> new Obstacle(
                        "The consent was signed at home, and nobody saw who signed. See who it is, answer what is"
                                + " asked, and confirm it.",
                        Step.CONSENT));
    }

    /// As many sessions as were signed and consented to, under the newest signature. How many the evidence
    /// would still allow is for the next course.
    private void courseInForce(PatientId patient, SignedCourse course, List<Obstacle> against) {
        if (isComplete(patient, course)) {
            against.add(new Obstacle(
                    "The course is complete: all "
                            + course.plan()
                                    .course()
                                    .schedule()
                                    .map(schedule -> schedule.sessions().chosen() + " ")
                                    .orElse("")
                            + "sessions that were signed and consented to are done. Plan a new course, which is signed"
                            + " and consented to anew.",
                    Step.NEW_COURSE));
        }
        courses.inForce(patient)
                .filter(newest -> newest.since().isAfter(course.since()))
                .ifPresent(newer -> against.add(new Obstacle(
                        "A newer course was signed by " + newer.signature().signer() + ". Treat under that one.",
                        Step.NEW_COURSE)));
    }

    /// Whether as many sessions of it were begun as were signed. One that was closed with nothing treated is
    /// still to be had.
    boolean isComplete(PatientId patient, SignedCourse course) {
        int begun = needlings.of(patient, course.plan().id()).size();
        return course.plan()
                .course()
                .schedule()
                .filter(schedule -> begun >= schedule.sessions().chosen())
                .isPresent();
    }

    /// Judged by zone over all sessions of the person: a new course does not heal skin any faster.
    private Optional<Obstacle> interval(PatientId patient, SignedCourse course) {
        return recovery(patient, course)
                .filter(longest -> clock.today().isBefore(longest.from()))
                .map(longest -> new Obstacle(
                        "The last session was on " + Days.full(longest.last()) + " ("
                                + longest.zone().words() + "), and "
                                + longest.early()
                                        .map(early -> "even with the sign-off for an earlier one (“" + early.reason()
                                                + "”) the skin needs its time: from ")
                                        .orElse("the signed course asks for " + longest.shortest()
                                                + " days at least between sessions: from ")
                                + Days.full(longest.from()) + "." + tooSoon(longest),
                        Step.WAIT));
    }

    private static String tooSoon(Recovery zone) {
        return zone.tooSoon()
                .map(day -> " The sign-off for an earlier one was given on " + Days.full(day)
                        + ", before anybody could have seen the skin settle: it counts only when given on "
                        + Days.full(zone.signable()) + " or later. Look at the skin then, plan and sign anew.")
                .orElse("");
    }

    /// How many sessions of it were begun; one that was closed with nothing treated is still to be had.
    int had(PatientId patient, SignedCourse course) {
        return needlings.of(patient, course.plan().id()).size();
    }

    /// From when on the zones of a course have rested, whatever else waits; a sign-off for an earlier session
    /// counts.
    ///
    /// @return empty where nothing of it was needled before
    Optional<LocalDate> restedFrom(PatientId patient, CourseRecord course) {
        return recovery(patient, course).map(Recovery::from);
    }

    /// Days between two sessions of a course, as [#nextFrom] asks for them where nobody signed for fewer.
    int restDays(CourseRecord course) {
        return Recovery.restDays(course, knowledge);
    }

    /// From when a sign-off for an earlier session counts, of the zone for which that is latest; empty where
    /// nothing of the course was needled before.
    Optional<LocalDate> earlySignOffFrom(PatientId patient, CourseRecord course) {
        return Recovery.of(
                        needlings.of(patient),
                        course,
                        knowledge,
                        Acting.current().zone())
                .stream()
                .map(Recovery::signable)
                .max(Comparator.naturalOrder());
    }

    /// Of the zone that has to wait longest.
    private Optional<Recovery> recovery(PatientId patient, CourseRecord course) {
        return Recovery.of(
                        needlings.of(patient),
                        course,
                        knowledge,
                        Acting.current().zone())
                .stream()
                .max(Comparator.comparing(Recovery::from));
    }

    /// What makes it possible to start although something would speak against it, each with who signed for it.
    List<String> permitted(PatientId patient, CourseRecord course) {
        return course instanceof SignedCourse signed
                ? Recovery.of(
                                needlings.of(patient),
                                signed,
                                knowledge,
                                Acting.current().zone())
                        .stream()
                        .filter(zone -> clock.today().isBefore(zone.last().plusDays(zone.shortest())))
                        .flatMap(zone -> zone.early().stream()
                                .map(early -> "Earlier than the " + zone.shortest() + " days of the course after "
                                        + Days.full(zone.last()) + " ("
                                        + zone.zone().words() + "): from "
                                        + Days.full(zone.from()) + ", signed for by "
                                        + signed.signature().signer() + ": “" + early.reason() + "”."))
                        .toList()
                : List.of();
    }

    private void askedToday(PatientId patient, List<Obstacle> against) {
        var zone = Acting.current().zone();
        intakes.latest(patient)
                .filter(intake -> !intake.answeredOn(zone).equals(clock.today()))
                .ifPresent(intake -> against.add(new Obstacle(
                        "The answers are of " + Days.full(intake.answeredOn(zone))
                                + ". Ask again today and confirm them, or enter what has changed.",
                        Step.ASK_AGAIN)));
    }

    /// Who is to treat was judged with the course: the law of some places depends on it.
    private Optional<Obstacle> whoTreats(SignedCourse course) {
        Optional<Operator> planned = planned(course);
        Optional<Operator> here = whoTreats.current();
        if (planned.isEmpty() || planned.equals(here)) {
            return Optional.empty();
        }
        String words = WhoTreats.words(planned.get());
        return Optional.of(new Obstacle(
                here.map(other -> "The course was planned for " + words + ", and you treat as "
                                + WhoTreats.words(other) + ". Let " + words
                                + " start, or change “Who treats” in the answers and plan anew.")
                        .orElse("The course was planned for " + words + ". "
                                + (WhoTreats.maySay()
                                        ? "Say as what you treat."
                                        : "Your account states no profession: an administrator states it under"
                                                + " Accounts.")),
                Step.WHO_TREATS));
    }

    /// Whoever starts is within their own scope.
    private Optional<Obstacle> scope(SignedCourse course) {
        List<String> beyond = PlannedScope.beyond(scopes.mine(), course.plan());
        return beyond.isEmpty()
                ? Optional.empty()
                : Optional.of(new Obstacle(
                        "The course is beyond your own scope: " + String.join("; ", beyond)
                                + ". Let somebody treat whose scope it is, or plan anew within yours.",
                        Step.WHO_TREATS));
    }

    static Optional<Operator> planned(CourseRecord course) {
        return Field.root(course.plan().request())
                .optional("operator")
                .filter(field -> field.document() instanceof Document.Text)
                .flatMap(field -> Operator.find(field.text()));
    }

    /// What the needling needs was scanned, and each is judged as it is now: a lot may have been recalled
    /// since.
    private List<Obstacle> units(SignedCourse course, List<UUID> units) {
        var wanted = wanted(course.plan());
        var kinds = units.stream()
                .flatMap(unit -> scanning.find(unit).stream())
                .map(Item::kind)
                .toList();
        var against = new ArrayList<Obstacle>();
        if (!kinds.contains(Kind.CARTRIDGE)) {
            against.add(new Obstacle("No cartridge was scanned.", Step.SCAN));
        }
        if (!kinds.contains(Kind.HANDPIECE) && scanning.keepsHandpieces(wanted.device())) {
            against.add(new Obstacle(
                    "No handpiece was scanned. The clinic keeps some, so each session names its own.", Step.SCAN));
        }
        units.stream()
                .flatMap(unit -> scanning.whyNot(unit, wanted).stream())
                .forEach(why -> against.add(new Obstacle(why, Step.SCAN)));
        if (kinds.contains(Kind.ANAESTHETIC)) {
            against.add(new Obstacle(
                    "An anaesthetic was scanned and is not on the skin yet. Put it on, or remove it.", Step.NUMB));
        }
        return against;
    }

    /// No label of an anaesthetic speaks of needled skin: it is off before the needle, or somebody signs for
    /// it.
    private List<Obstacle> stillOn(PatientId patient) {
        return numbings.of(patient).stream()
                .filter(numbing -> numbing.off().isEmpty() && numbing.override().isEmpty())
                .map(numbing -> new Obstacle(
                        "The anaesthetic is on the skin since "
                                + Days.moment(numbing.onAt(), Acting.current().zone()) + ": " + numbing.words()
                                + ". Wipe it off completely, and write that down.",
                        Step.NUMB))
                .toList();
    }

    /// What a plan wants of the stock.
    static Wanted wanted(CourseRecord.Plan plan) {
        return new Wanted(
                plan.device(),
                plan.course().planned().stream()
                        .map(zone -> zone.depth().chosen())
                        .max(Comparator.naturalOrder()));
    }

    /// The first day on which the next session may be: the later of what needled skin needs and of the waits
    /// that the signature does not cover. Before a course is signed, no sign-off shortens it.
    ///
    /// @return empty where nothing of it was needled before and nothing waits, and where the course is complete
    Optional<LocalDate> nextFrom(PatientId patient, CourseRecord course) {
        if (course instanceof SignedCourse signed && isComplete(patient, signed)) {
            return Optional.empty();
        }
        return Stream.of(
                        recovery(patient, course).map(Recovery::from),
                        screenings.today(patient, course.plan()).flatMap(today -> today.waitsUntil(course)))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /// For when the course plans its next session.
    ///
    /// @return empty before its first
    Optional<LocalDate> nextPlanned(PatientId patient, SignedCourse course) {
        var zone = Acting.current().zone();
        return needlings.of(patient, course.plan().id()).stream()
                .map(session -> LocalDate.ofInstant(session.startedAt(), zone))
                .max(LocalDate::compareTo)
                .flatMap(last -> course.plan()
                        .course()
                        .schedule()
                        .map(schedule -> last.plusDays(schedule.intervalDays().chosen())));
    }
}
