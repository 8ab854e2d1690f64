package org.stipple.clinic.disclosure.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.disclosure.CopyLinks;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.TodayList;

/// Links to a copy that ended because the date of birth was wrong: the person may have mistyped it, or somebody
/// else has their phone.
@Component
class CopiesToday implements TodayList {

    private final CopyLinks links;
    private final ClinicClock clock;

    CopiesToday(CopyLinks links, ClinicClock clock) {
        this.links = links;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 55;
    }

    @Override
    public String title() {
        return "Links to a copy that ended";
    }

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN);
    }

    @Override
    public List<Line> lines() {
        return links.waiting(TodayList.LONGEST + 1).stream()
                .map(locked -> new Line(
                        locked.name(),
                        "The date of birth was wrong three times: ask the person whether it was them",
                        Days.near(
                                LocalDate.ofInstant(
                                        locked.at(), Acting.current().zone()),
                                clock.today()),
                        "/people/" + locked.patient() + "/copy",
                        false))
                .toList();
    }
}
