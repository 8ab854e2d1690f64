package org.stipple.clinic.treatment.web;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.treatment.Gravity;
import org.stipple.clinic.treatment.NextSessions;
import org.stipple.clinic.treatment.Numbings;
import org.stipple.clinic.treatment.Reviews;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.TodayList;

/// What cannot wait, sessions that run, and sessions that are due.
@Configuration(proxyBeanMethods = false)
class TreatmentToday {

    /// Reactions that were not expected, and what went over a limit: the rest of the reviews is counted beside.
    @Bean
    TodayList redFlags(Reviews reviews, Patients patients, ClinicClock clock) {
        return new Lines(
                10,
                "Red flags",
                List.of(Role.SUPERVISING_CLINICIAN),
                () -> reviews.open().stream()
                        .filter(review -> review.charted()
                                .gravity()
                                .filter(Gravity::isGrave)
                                .isPresent())
                        .limit(TodayList.LONGEST + 1)
                        .map(review -> new TodayList.Line(
                                patients.read(review.patient(), "red flag").name(),
                                review.charted().zone().words() + ": "
                                        + review.charted().deviation().orElse(""),
                                Days.moment(
                                        review.charted().recordedAt(),
                                        Acting.current().zone()),
                                "/reviews",
                                true))
                        .toList());
    }

    /// What nobody has taken off, first what is over the label's time.
    @Bean
    TodayList anaestheticsOn(Numbings numbings, ClinicClock clock) {
        return new Lines(
                12,
                "Anaesthetic on the skin",
                List.of(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN),
                () -> numbings.standing(TodayList.LONGEST + 1).stream()
                        .map(on -> line(on, clock))
                        .toList());
    }

    private static TodayList.Line line(Numbings.Standing on, ClinicClock clock) {
        var zone = Acting.current().zone();
        boolean over = on.offBy().filter(clock.now()::isAfter).isPresent();
        return new TodayList.Line(
                on.name(),
                on.words() + ", on since " + Days.moment(on.since(), zone)
                        + (over ? ": over the label’s time, take it off now" : ""),
                on.offBy().map(at -> "off by " + Days.moment(at, zone)).orElse("the label names no longest time"),
                "/people/" + on.patient()
                        + on.session()
                                .map(session -> "/sessions/" + session)
                                .orElseGet(() -> "/courses/" + on.course() + "/session#numb-it"),
                over);
    }

    @Bean
    TodayList runningSessions(NextSessions sessions) {
        return new Lines(
                15,
                "Sessions that are open",
                List.of(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN),
                () -> sessions.running(TodayList.LONGEST + 1).stream()
                        .map(session -> new TodayList.Line(
                                session.name(),
                                "Begun by " + session.startedBy() + ", not closed",
                                Days.moment(session.since(), Acting.current().zone()),
                                "/people/" + session.patient() + "/sessions/" + session.session(),
                                false))
                        .toList());
    }

    @Bean
    TodayList sessionsDue(NextSessions sessions, ClinicClock clock) {
        return new Lines(
                30,
                "Next sessions that are due",
                List.of(Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN),
                () -> sessions.due(TodayList.LONGEST + 1).stream()
                        .map(person -> new TodayList.Line(
                                person.name(),
                                person.due().isBefore(clock.today()) ? "Overdue" : "Due",
                                Days.near(person.due(), clock.today()),
                                Acting.current().isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN)
                                        ? "/people/" + person.patient() + "/courses/" + person.course() + "/session"
                                        : "/people/" + person.patient(),
                                false))
                        .toList());
    }

    private record Lines(int order, String title, List<Role> roles, Supplier<List<TodayList.Line>> from)
            implements TodayList {
        @Override
        public boolean isFor(Actor actor) {
            return actor.isOneOf(roles.toArray(Role[]::new));
        }

        @Override
        public List<TodayList.Line> lines() {
            return from.get();
        }
    }
}
