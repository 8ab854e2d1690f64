package org.stipple.clinic.consent.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.consent.AgreeAgain;
import org.stipple.clinic.consent.PhotoUses;
import org.stipple.clinic.consent.Questions;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.TodayList;

/// Who asked and waits for an answer, what is to be taken back, and who agreed to a text that was changed
/// since.
@Configuration(proxyBeanMethods = false)
class ConsentToday {

    private static String since(Instant at, ClinicClock clock) {
        return "Since " + Days.near(LocalDate.ofInstant(at, Acting.current().zone()), clock.today());
    }

    @Bean
    TodayList consentQuestions(Questions questions, ClinicClock clock) {
        return new Lines(
                15,
                "Questions about consent",
                () -> questions.waiting(TodayList.LONGEST + 1).stream()
                        .map(one -> new TodayList.Line(
                                one.name(),
                                "Asked about " + one.purpose().words(),
                                since(one.since(), clock),
                                "/people/" + one.patient() + "/consent#questions",
                                false))
                        .toList());
    }

    @Bean
    TodayList photosToTakeBack(PhotoUses uses, ClinicClock clock) {
        return new Lines(
                16,
                "Photos to take back",
                () -> uses.waiting(TodayList.LONGEST + 1).stream()
                        .map(one -> new TodayList.Line(
                                one.name(),
                                "Withdrawn: " + one.purpose().words(),
                                since(one.since(), clock),
                                "/people/" + one.patient() + "/consent#uses",
                                false))
                        .toList());
    }

    @Bean
    TodayList toAgreeAgain(AgreeAgain again) {
        return new Lines(
                60,
                "To agree again",
                () -> again.waiting(TodayList.LONGEST + 1).stream()
                        .map(one -> new TodayList.Line(
                                one.name(),
                                one.purpose().words() + ": agreed to version " + one.version() + ", which was changed",
                                "",
                                "/people/" + one.patient() + "/consent#"
                                        + one.purpose().id(),
                                false))
                        .toList());
    }

    private record Lines(int order, String title, Supplier<List<TodayList.Line>> from) implements TodayList {
        @Override
        public boolean isFor(Actor actor) {
            return actor.isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN);
        }

        @Override
        public List<TodayList.Line> lines() {
            return from.get();
        }
    }
}
