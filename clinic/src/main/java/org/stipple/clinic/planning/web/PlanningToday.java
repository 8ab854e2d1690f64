package org.stipple.clinic.planning.web;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.planning.Waiting;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.TodayList;

/// Courses that wait for a signature, and people whose wait is over.
@Configuration(proxyBeanMethods = false)
class PlanningToday {

    @Bean
    TodayList coursesToSign(Waiting waiting, ClinicClock clock) {
        return new Lines(
                20,
                "Courses to sign",
                List.of(Role.SUPERVISING_CLINICIAN),
                () -> waiting.toSign(TodayList.LONGEST + 1).stream()
                        .map(course -> new TodayList.Line(
                                course.name(),
                                course.second() ? "Signed by one; a second signs too" : "Drafted, not signed",
                                Days.near(
                                        LocalDate.ofInstant(
                                                course.draftedAt(),
                                                Acting.current().zone()),
                                        clock.today()),
                                "/people/" + course.patient() + "/courses/" + course.course(),
                                false))
                        .toList());
    }

    @Bean
    TodayList deferredNowDue(Waiting waiting, ClinicClock clock) {
        return new Lines(
                40,
                "Deferred, and now due",
                List.of(Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN),
                () -> waiting.nowDue(TodayList.LONGEST + 1).stream()
                        .map(person -> new TodayList.Line(
                                person.name(),
                                "The wait is over; ask again and screen",
                                "Since " + Days.near(person.until(), clock.today()),
                                "/people/" + person.patient(),
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
