package org.stipple.clinic.treatment.web;

import java.time.LocalDate;
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
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.TimelineItem;

/// What sessions tell on a person's page.
@Component
class SessionChapter implements Chapter {

    private final Sessions sessions;
    private final Courses courses;
    private final Consents consents;
    private final ClinicClock clock;

    SessionChapter(Sessions sessions, Courses courses, Consents consents, ClinicClock clock) {
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
        Optional<Link> start = signed.filter(course -> all.stream()
                                .filter(s -> s.course().equals(course.plan().id()))
                                .count()
                        < course.plan()
                                .course()
                                .schedule()
                                .map(schedule -> schedule.sessions().chosen())
                                .orElse(0))
                .filter(course -> consents.inForce(person.id(), Purpose.TREATMENT, Optional.of(ShownCourse.of(course)))
                        .isPresent())
                .map(course -> new Link(
                        "Start a session",
                        "/people/" + person.id() + "/courses/" + course.plan().id() + "/session"));
        return new Told(
                5,
                "Sessions",
                all.isEmpty() ? "None yet." : all.size() + (all.size() == 1 ? " session." : " sessions."),
                Optional.empty(),
                open.or(() -> start),
                Stream.concat(
                                start.stream(),
                                all.stream()
                                        .map(session -> new Link("Session " + session.number(), href(person, session))))
                        .toList(),
                all.stream().map(session -> event(person, session)).toList());
    }

    private static String href(Patient person, Session session) {
        return "/people/" + person.id() + "/sessions/" + session.id();
    }

    private TimelineItem event(Patient person, Session session) {
        var day = LocalDate.ofInstant(session.startedAt(), Acting.current().zone());
        long deviations = session.standing().stream()
                .filter(entry -> entry.deviation().isPresent())
                .count();
        return new TimelineItem(
                "session",
                day.toString(),
                Days.near(day, clock.today()),
                "Session " + session.number() + (session.close().isPresent() ? "" : ", open"),
                session.standing().size() + " zones charted"
                        + (deviations == 0 ? "" : ", " + deviations + " other than planned"),
                href(person, session),
                false);
    }
}
