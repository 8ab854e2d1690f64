package org.stipple.clinic.treatment.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.ShownCourse;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.PlannedZones;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.treatment.Charted;
import org.stipple.clinic.treatment.Reviews;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.TimelineItem;

/// What sessions tell on a person's page.
@Component
class SessionChapter implements Chapter {

    private final Sessions sessions;
    private final Courses courses;
    private final Screenings screenings;
    private final Consents consents;
    private final Reviews reviews;
    private final ClinicClock clock;

    SessionChapter(
            Sessions sessions,
            Courses courses,
            Screenings screenings,
            Consents consents,
            Reviews reviews,
            ClinicClock clock) {
        this.screenings = screenings;
        this.reviews = reviews;
        this.sessions = sessions;
        this.courses = courses;
        this.consents = consents;
        this.clock = clock;
    }

    @Override
    public Told tell(Patient person) {
        List<Session> all = sessions.of(person.id());
        Optional<SignedCourse> signed = courses.inForce(person.id());
        Optional<Link> open = all.stream()
                .filter(session -> session.close().isEmpty())
                .findFirst()
                .map(session -> new Link("Go on with session " + session.number(), href(person, session)));
        Optional<Next> next = open.isPresent() ? Optional.empty() : signed.flatMap(course -> next(person, course, all));
        return new Told(
                5,
                "Sessions",
                state(all, signed, next),
                Optional.empty(),
                open.or(() -> next.filter(Next::now).map(Next::link)),
                Stream.concat(
                                next.map(Next::link).stream(),
                                all.stream()
                                        .map(session -> new Link("Session " + session.number(), href(person, session))))
                        .toList(),
                all.stream().map(session -> event(person, session)).toList());
    }

    /// The next session of the course.
    ///
    /// @param from first day on which it may be; empty where nothing waits
    /// @param planned for when the course plans it; empty for the first
    /// @param now whether that is today or past, so that starting is the work of today
    private record Next(Optional<LocalDate> from, Optional<LocalDate> planned, boolean now, Link link) {}

    /// @return empty when all were done, when there is no consent, or where today's judgement refuses it
    private Optional<Next> next(Patient person, SignedCourse course, List<Session> all) {
        long done = of(course, all);
        boolean more = done
                < course.plan()
                        .course()
                        .schedule()
                        .map(schedule -> schedule.sessions().chosen())
                        .orElse(0);
        if (!more
                || refused(person, course)
                || consents.inForce(person.id(), Purpose.TREATMENT, Optional.of(ShownCourse.of(course)))
                        .isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> from = sessions.nextFrom(person.id(), course);
        boolean now = !from.filter(day -> day.isAfter(clock.today())).isPresent();
        return Optional.of(new Next(
                from,
                sessions.nextPlanned(person.id(), course),
                now,
                new Link(
                        now ? "Start a session" : "Before the session, from " + Days.full(from.orElseThrow()),
                        "/people/" + person.id() + "/courses/" + course.plan().id() + "/session")));
    }

    private boolean refused(Patient person, SignedCourse course) {
        return screenings
                .today(person.id(), course.plan())
                .filter(today -> today.refuses(course))
                .isPresent();
    }

    /// How many were had: where nothing was treated, it is still to be had.
    private static long of(SignedCourse course, List<Session> all) {
        var planned = PlannedZones.of(course.plan());
        return all.stream()
                .filter(session -> session.course().equals(course.plan().id()))
                .filter(session -> !session.isWithoutNeedling(planned))
                .count();
    }

    private String state(List<Session> all, Optional<SignedCourse> signed, Optional<Next> next) {
        String done = signed.flatMap(course -> course.plan()
                        .course()
                        .schedule()
                        .map(schedule -> of(course, all) + " of "
                                + schedule.sessions().chosen() + " sessions of the course."
                                + (of(course, all) < schedule.sessions().chosen() ? "" : " It is complete.")))
                .orElse(all.isEmpty() ? "None yet." : all.size() + (all.size() == 1 ? " session." : " sessions."));
        return done + next.map(this::words).orElse("");
    }

    private String words(Next next) {
        return next.from()
                .filter(day -> day.isAfter(clock.today()))
                .map(day -> " The next from " + Days.full(day) + ", in " + ChronoUnit.DAYS.between(clock.today(), day)
                        + " days"
                        + next.planned()
                                .filter(planned -> planned.isAfter(day))
                                .map(planned -> "; planned for " + Days.full(planned))
                                .orElse("")
                        + ".")
                .orElse("");
    }

    private static String href(Patient person, Session session) {
        return "/people/" + person.id() + "/sessions/" + session.id();
    }

    private TimelineItem event(Patient person, Session session) {
        var day = LocalDate.ofInstant(session.startedAt(), Acting.current().zone());
        // Also what was amended away: it was charted, and is looked at.
        long deviations = session.entries().stream()
                .filter(entry -> entry.deviation().isPresent())
                .map(Charted::zone)
                .distinct()
                .count();
        boolean withdrawn = !reviews.withdrawalsOf(person.id(), session.id()).isEmpty();
        return new TimelineItem(
                "session",
                TimelineItem.at(session.startedAt(), Acting.current().zone()),
                Days.near(day, clock.today()),
                "Session " + session.number() + (session.close().isPresent() ? "" : ", open"),
                session.standing().size() + " zones charted"
                        + (deviations == 0 ? "" : ", " + deviations + " other than planned")
                        + (withdrawn ? ", consent withdrawn while it was open" : ""),
                href(person, session),
                false);
    }
}
