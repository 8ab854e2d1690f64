package org.stipple.clinic.booking.web;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.booking.DayBook;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.TodayList;

/// Appointments of the next days in whose way something came since they were taken.
@Component
class LookToday implements TodayList {

    /// After sessions that are due.
    private static final int ORDER = 34;

    /// `design`: a week, so that another time can be found; all of them stand on their own page.
    private static final Duration AHEAD = Duration.ofDays(7);

    private final DayBook dayBook;

    LookToday(DayBook dayBook) {
        this.dayBook = dayBook;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String title() {
        return "Appointments to be looked at";
    }

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER);
    }

    @Override
    public List<Line> lines() {
        return dayBook.toLookAt(AHEAD, LONGEST + 1).stream()
                .map(line -> new Line(
                        line.name(),
                        line.slot().kind().words() + ": " + String.join(" ", line.inTheWay()),
                        Days.moment(line.slot().from(), Acting.current().zone()),
                        BookingPages.href(line.patient()) + "/" + line.appointment(),
                        false))
                .toList();
    }
}
