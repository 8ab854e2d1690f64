package org.stipple.clinic.planning.web;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Chapter.Link;
import org.stipple.clinic.patient.Chapter.Told;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.CourseRecord.AwaitingSecond;
import org.stipple.clinic.planning.CourseRecord.DraftCourse;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.TimelineItem;

/// What intake, screening and course tell on a person's page.
@Configuration(proxyBeanMethods = false)
class PlanningChapters {

    @Bean
    Chapter screeningChapter(Screenings screenings, ScreeningLooks looks, ClinicClock clock) {
        return person -> screenings
                .latest(person.id())
                .map(made -> new Told(
                        2,
                        "Screening",
                        "",
                        Optional.of(looks.verdict(person, made)),
                        Optional.empty(),
                        List.of(new Link("Open the findings", "/people/" + person.id() + "/screening")),
                        screenings.all(person.id()).stream()
                                .map(one -> new TimelineItem(
                                        one.isDeferral() ? "deferral" : "note",
                                        TimelineItem.at(
                                                one.madeAt(), Acting.current().zone()),
                                        Days.near(one.screening().on(), clock.today()),
                                        one.id().equals(made.id())
                                                ? "Screened: "
                                                        + looks.verdict(person, made)
                                                                .headline()
                                                : "Screened before: " + looks.then(one),
                                        "by " + one.madeBy(),
                                        "/people/" + person.id() + "/screening",
                                        false))
                                .toList()))
                .orElse(new Told(
                        2,
                        "Screening",
                        "Follows from the intake.",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of()));
    }

    @Bean
    Chapter courseChapter(Courses courses, Screenings screenings, SignedVerdict verdicts, ClinicClock clock) {
        return person -> {
            List<CourseRecord> all = courses.of(person.id());
            if (all.isEmpty()) {
                Optional<Link> next = screenings
                        .latest(person.id())
                        .map(_ -> new Link("Look at the screening and plan", "/people/" + person.id() + "/screening"));
                return new Told(3, "Course", "None planned yet.", Optional.empty(), next, List.of(), List.of());
            }
            CourseRecord newest = all.getFirst();
            String href = href(person, newest);
            List<Link> links = all.stream()
                    .map(course -> new Link(words(course), href(person, course)))
                    .toList();
            List<TimelineItem> events =
                    all.stream().map(course -> event(person, course, clock)).toList();
            var verdict = Optional.of(verdicts.of(person.id(), newest));
            boolean changed = !verdicts.changedSince(person.id(), newest).isEmpty();
            return switch (newest) {
                case DraftCourse _ ->
                    new Told(
                            3,
                            "Course",
                            changed
                                    ? "The newest course is a draft that does not hold any more. It is planned anew."
                                    : "The newest course is a draft. A supervising clinician reviews and signs it.",
                            verdict,
                            Optional.of(changed ? planAnew(person) : new Link("Review and sign the course", href)),
                            links,
                            events);
                case AwaitingSecond waiting ->
                    new Told(
                            3,
                            "Course",
                            "Signed by " + waiting.first().signer()
                                    + ", and waits for the signature of a second supervising clinician.",
                            verdict,
                            Optional.of(
                                    changed
                                            ? planAnew(person)
                                            : new Link("Review and sign the course as the second", href)),
                            links,
                            events);
                case SignedCourse signed ->
                    new Told(
                            3,
                            "Course",
                            "Signed by " + signed.signature().signer()
                                    + signed.second()
                                            .map(second -> " and " + second.signer())
                                            .orElse("")
                                    + ".",
                            verdict,
                            Optional.empty(),
                            links,
                            events);
            };
        };
    }

    private static Link planAnew(Patient person) {
        return new Link("Look at the screening, and plan anew", "/people/" + person.id() + "/screening");
    }

    private static String href(Patient person, CourseRecord course) {
        return "/people/" + person.id() + "/courses/" + course.plan().id();
    }

    private static String words(CourseRecord course) {
        var day = java.time.LocalDate.ofInstant(
                course.plan().draftedAt(), Acting.current().zone());
        return "Course of " + Days.full(day)
                + switch (course) {
                    case DraftCourse _ -> ", draft";
                    case AwaitingSecond _ -> ", waits for a second signature";
                    case SignedCourse _ -> ", signed";
                };
    }

    private static TimelineItem event(Patient person, CourseRecord course, ClinicClock clock) {
        var at = switch (course) {
            case DraftCourse draft -> draft.plan().draftedAt();
            case AwaitingSecond waiting -> waiting.first().at();
            case SignedCourse signed -> signed.since();
        };
        var day = java.time.LocalDate.ofInstant(at, Acting.current().zone());
        return new TimelineItem(
                "note",
                TimelineItem.at(at, Acting.current().zone()),
                Days.near(day, clock.today()),
                words(course),
                "",
                href(person, course),
                false);
    }
}
