package org.stipple.clinic.asking.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.asking.OwnIntakes;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.TodayList;

/// Answers that came by a link and wait to be looked at; whom somebody must call first comes first.
@Component
class AskingToday implements TodayList {

    private final OwnIntakes own;
    private final ClinicClock clock;

    AskingToday(OwnIntakes own, ClinicClock clock) {
        this.own = own;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public String title() {
        return "Answers to look at";
    }

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN);
    }

    @Override
    public List<Line> lines() {
        return own.waiting(TodayList.LONGEST + 1).stream()
                .map(waits -> new Line(
                        waits.name(),
                        waits.callFirst()
                                ? "Call before a date is kept: something stands against treatment"
                                : "Answered by their own link",
                        Days.near(
                                LocalDate.ofInstant(waits.at(), Acting.current().zone()), clock.today()),
                        "/people/" + waits.patient() + "/intake/links",
                        waits.callFirst()))
                .toList();
    }
}
