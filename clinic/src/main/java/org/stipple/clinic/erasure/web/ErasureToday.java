package org.stipple.clinic.erasure.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.erasure.Requests;
import org.stipple.clinic.erasure.Standing;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.TodayList;

/// Who asked to be erased, those first of whom something can be erased now.
@Component
class ErasureToday implements TodayList {

    private static final int ORDER = 70;

    private final Requests requests;
    private final ClinicClock clock;

    ErasureToday(Requests requests, ClinicClock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String title() {
        return "Asked to be erased";
    }

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(Role.PRIVACY_AND_SAFETY_LEAD);
    }

    @Override
    public List<Line> lines() {
        return requests.waiting(LONGEST + 1).stream()
                .map(waiting -> new Line(
                        waiting.person().name(),
                        waiting.isDue()
                                ? "can be erased now: "
                                        + LedgerLooks.classes(waiting.standing().stream()
                                                .filter(Standing::isErasable)
                                                .map(Standing::of)
                                                .toList())
                                : "something stands against it",
                        "asked " + Days.near(waiting.request().askedOn(), clock.today()),
                        "/people/" + waiting.person().id() + "/erasure",
                        false))
                .toList();
    }
}
