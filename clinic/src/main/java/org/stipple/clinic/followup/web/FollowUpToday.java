package org.stipple.clinic.followup.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.followup.FollowUps;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.TodayList;

/// Whom to ask how it went, on the page of the day.
@Component
class FollowUpToday implements TodayList {

    /// As [FollowUps] shows them.
    static final int DAYS_AHEAD = FollowUps.DAYS_AHEAD;

    /// After sessions that are due.
    private static final int ORDER = 33;

    private final FollowUps followUps;
    private final ClinicClock clock;

    FollowUpToday(FollowUps followUps, ClinicClock clock) {
        this.followUps = followUps;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String title() {
        return "Follow-ups that are due";
    }

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN);
    }

    @Override
    public List<Line> lines() {
        LocalDate today = clock.today();
        return followUps.due(LONGEST + 1).stream()
                .map(one -> new Line(
                        one.person().name(),
                        "Ask: " + one.followUp().what().words(),
                        "due " + Days.near(one.followUp().due(), today),
                        "/people/" + one.person().id() + "/follow-up",
                        false))
                .toList();
    }
}
