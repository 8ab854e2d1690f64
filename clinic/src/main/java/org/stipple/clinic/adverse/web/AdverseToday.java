package org.stipple.clinic.adverse.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.adverse.AdverseEvent;
import org.stipple.clinic.adverse.AdverseEvents;
import org.stipple.clinic.adverse.Nature;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.TodayList;

/// Events that are open, wait to be looked at, or are due to be told, on the page of the day.
@Component
class AdverseToday implements TodayList {

    /// After the red flags, before what is on the skin.
    private static final int ORDER = 11;

    private final AdverseEvents events;
    private final ClinicClock clock;

    AdverseToday(AdverseEvents events, ClinicClock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String title() {
        return "Adverse events";
    }

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD);
    }

    @Override
    public List<Line> lines() {
        LocalDate today = clock.today();
        return events.waiting(LONGEST + 1).stream().map(one -> line(one, today)).toList();
    }

    private static Line line(AdverseEvents.Of one, LocalDate today) {
        AdverseEvent event = one.event();
        boolean expected = event.nature(today, Acting.current().zone()) == Nature.EXPECTED_RESPONSE;
        int missing = one.completeness().missing().size();
        LocalDate by = event.reportBy(Acting.current().zone());
        return new Line(
                one.person().name(),
                event.said().kind().words() + ": " + AdverseLooks.state(event, today)
                        + (expected || missing == 0 ? "" : "; its report lacks " + missing),
                expected ? "opened " + AdverseLooks.moment(event.openedAt()) : "to be told by " + Days.near(by, today),
                AdverseLooks.href(event),
                event.isSerious() || !expected && missing > 0 && by.isBefore(today));
    }
}
