package org.stipple.clinic.booking;

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
import org.stipple.clinic.booking.Against.Rule;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.CourseRecord.AwaitingSecond;
import org.stipple.clinic.planning.CourseRecord.DraftCourse;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.ScreeningRecord;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.planning.TodaysJudgement;
import org.stipple.clinic.treatment.AgainstStarting;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.protocol.CourseSchedule;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Kind;
import org.stipple.protocol.Overridable;
import org.stipple.protocol.Verdict;

/// What the record says of when somebody may come: screened, not refused, no wait, skin rested, no more
/// sessions than were signed. It holds a time and permits no needle: the page before the session asks
/// everything again.
@Component
class SlotRules {

    private final AppointmentStore store;
    private final Screenings screenings;
    private final Courses courses;
    private final Sessions sessions;
    private final List<AgainstStarting> againstStarting;
    private final ClinicClock clock;

    SlotRules(
            AppointmentStore store,
            Screenings screenings,
            Courses courses,
            Sessions sessions,
            List<AgainstStarting> againstStarting,
            ClinicClock clock) {
        this.store = store;
        this.screenings = screenings;
        this.courses = courses;
        this.sessions = sessions;
        this.againstStarting = List.copyOf(againstStarting);
        this.clock = clock;
    }

    /// The record has been opened in the same transaction.
    ///
    /// @param replaced an appointment that would be given up, and stands against nothing
    Bookable of(PatientId person, AppointmentKind kind, Optional<UUID> replaced) {
        Optional<ScreeningRecord> screening = screenings.latest(person);
        return switch (kind) {
            case CONSULTATION -> Bookable.freely(kind, List.of());
            case REVIEW -> Bookable.freely(kind, notScreened(screening));
            case SESSION -> session(person, screening, replaced);
        };
    }

    private static List<Against> notScreened(Optional<ScreeningRecord> screening) {
        return screening.isPresent()
                ? List.of()
                : List.of(Against.always(
                        Rule.SCREENED, "This person was not screened yet, so only a consultation can be booked."));
    }

    private Bookable session(PatientId person, Optional<ScreeningRecord> screening, Optional<UUID> replaced) {
        if (screening.isEmpty()) {
            return Bookable.freely(AppointmentKind.SESSION, notScreened(screening));
        }
        Optional<CourseRecord> course = course(person);
        if (course.isEmpty()) {
            return Bookable.freely(
                    AppointmentKind.SESSION,
                    List.of(Against.always(
                            Rule.COURSE,
                            "There is no course yet. A clinician plans one; then sessions can be booked.")));
        }
        return session(person, screening.get(), course.get(), replaced);
    }

    private Bookable session(
            PatientId person, ScreeningRecord screening, CourseRecord course, Optional<UUID> replaced) {
        Optional<SignedCourse> signed = signed(course);
        Optional<TodaysJudgement> today = screenings.today(person, course.plan());
        List<Finding> waits = waits(screening, today, course);
        Booked booked = booked(person, course, replaced);
        Optional<Integer> left = course.plan()
                .course()
                .schedule()
                .map(schedule -> schedule.sessions().chosen() - booked.had() - booked.ofCourse());
        var always = new ArrayList<Against>();
        refused(screening, today, course).ifPresent(always::add);
        unfinished(person).ifPresent(always::add);
        left.filter(number -> number < 1)
                .ifPresent(_ -> always.add(Against.always(
                        Rule.COMPLETE,
                        "All "
                                + course.plan()
                                        .course()
                                        .schedule()
                                        .map(schedule -> schedule.sessions().chosen() + " ")
                                        .orElse("")
                                + "sessions of the course are had or booked. More need a course of their own.")));
        if (waits.stream().anyMatch(wait -> wait.until().isEmpty())) {
            always.add(new Against(
                    Rule.DEFERRAL,
                    "A wait stands in the record that ends with an examination, and on no day by itself.",
                    Optional.empty(),
                    isOverridable(waits)));
        }
        return new Bookable(
                AppointmentKind.SESSION,
                Optional.of(course),
                left,
                always,
                waits.stream().flatMap(wait -> wait.until().stream()).max(Comparator.naturalOrder()),
                isOverridable(waits),
                sessions.restedFrom(person, course),
                sessions.earlySignOffFrom(person, course),
                booked.days(),
                sessions.restDays(course),
                signed.flatMap(one -> sessions.nextPlanned(person, one)));
    }

    /// The course that a session would be of: the one in force while it has sessions left, else the newest that
    /// was drafted since, which is signed before the session begins.
    private Optional<CourseRecord> course(PatientId person) {
        List<CourseRecord> all = courses.of(person);
        Optional<SignedCourse> inForce = courses.inForce(person);
        Optional<CourseRecord> newer = all.stream()
                .filter(one -> signed(one).isEmpty())
                .filter(one -> inForce.isEmpty()
                        || one.plan().draftedAt().isAfter(inForce.get().plan().draftedAt()))
                .findFirst();
        return inForce.filter(one -> newer.isEmpty() || !isHad(person, one))
                .<CourseRecord>map(one -> one)
                .or(() -> newer);
    }

    private boolean isHad(PatientId person, SignedCourse course) {
        return course.plan()
                .course()
                .schedule()
                .map(CourseSchedule::sessions)
                .filter(number -> sessions.had(person, course) >= number.chosen())
                .isPresent();
    }

    private static Optional<SignedCourse> signed(CourseRecord course) {
        return switch (course) {
            case SignedCourse signed -> Optional.of(signed);
            case DraftCourse _, AwaitingSecond _ -> Optional.empty();
        };
    }

    /// A refusal that was set aside stands under a signature; without one the newest screening counts.
    private static Optional<Against> refused(
            ScreeningRecord screening, Optional<TodaysJudgement> today, CourseRecord course) {
        boolean refused = switch (course) {
            case SignedCourse signed ->
                today.filter(judged -> judged.refuses(signed)).isPresent();
            case DraftCourse _, AwaitingSecond _ -> screening.screening().verdict() == Verdict.REFUSE;
        };
        return refused
                ? Optional.of(Against.always(
                        Rule.REFUSED,
                        "The newest judgement says no to a session. A clinician looks at it; a consultation can be"
                                + " booked."))
                : Optional.empty();
    }

    /// What somebody suffered or reported, and what is not over. It may be over by that day, so that whoever
    /// supervises may hold a time.
    private Optional<Against> unfinished(PatientId person) {
        return againstStarting.stream()
                        .flatMap(one -> one.of(person).stream())
                        .anyMatch(obstacle -> switch (obstacle.step()) {
                            case ADVERSE_EVENT, CONCERN -> true;
                            case SIGN,
                                    ASK_AGAIN,
                                    LOOK_AT_ANSWERS,
                                    WAIT,
                                    CONSENT,
                                    SCAN,
                                    NUMB,
                                    WHO_TREATS,
                                    OPEN_SESSION,
                                    NEW_COURSE,
                                    INCIDENT -> false;
                        })
                ? Optional.of(new Against(
                        Rule.OPEN_EVENT,
                        "Something in the record stands against a session, on no day by itself: whoever treats looks at it"
                                + " first. A consultation can be booked.",
                        Optional.empty(),
                        true))
                : Optional.empty();
    }

    /// Waits of the newest screening and of today's answers that the signature does not cover. That needled
    /// skin rests is no such wait: its day is reckoned from the sessions themselves.
    private static List<Finding> waits(
            ScreeningRecord screening, Optional<TodaysJudgement> today, CourseRecord course) {
        return Stream.concat(
                        screening.screening().findings().stream(),
                        today.stream().flatMap(judged -> judged.course().screening().findings().stream()))
                .filter(finding -> finding.kind() == Kind.DEFER && !ScreeningRecord.isRest(finding))
                .filter(course.plan()::concerns)
                .filter(finding ->
                        signed(course).filter(one -> one.accepts(finding)).isEmpty())
                .toList();
    }

    private static boolean isOverridable(List<Finding> waits) {
        return waits.stream().allMatch(wait -> wait.overridable() == Overridable.CLINICIAN);
    }

    /// What is had of a course and what is booked.
    ///
    /// @param days of all booked sessions, whatever course they are of: skin knows nothing of courses
    private record Booked(int had, int ofCourse, List<LocalDate> days) {}

    private Booked booked(PatientId person, CourseRecord course, Optional<UUID> replaced) {
        var zone = Acting.current().zone();
        // Who is being treated today has the session for which the time was taken.
        boolean begunToday = sessions.of(person).stream()
                .anyMatch(session ->
                        LocalDate.ofInstant(session.startedAt(), zone).equals(clock.today()));
        List<Appointment> coming = store.coming(person, clock.now()).stream()
                .filter(one -> one.slot().kind() == AppointmentKind.SESSION)
                .filter(one -> !replaced.equals(Optional.of(one.id())))
                .filter(one -> !(begunToday && one.slot().day(zone).equals(clock.today())))
                .toList();
        return new Booked(
                signed(course).map(one -> sessions.had(person, one)).orElse(0),
                (int) coming.stream()
                        .filter(one ->
                                one.course().equals(Optional.of(course.plan().id())))
                        .count(),
                coming.stream().map(one -> one.slot().day(zone)).toList());
    }
}
