package org.stipple.clinic.booking.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.booking.Absence;
import org.stipple.clinic.booking.Absences;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.TodayList;

/// Who says that they cannot come, and who did not: to call, and to book anew.
@Component
class AbsencesToday implements TodayList {

    /// Right after who is next.
    private static final int ORDER = 18;

    private final Absences absences;

    AbsencesToday(Absences absences) {
        this.absences = absences;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String title() {
        return "Cannot come, or did not";
    }

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER);
    }

    @Override
    public List<Line> lines() {
        return absences.toCall(LONGEST + 1).stream()
                .map(one -> new Line(
                        one.person().name(),
                        one.kind().words() + ": " + one.what().words(),
                        Days.moment(one.from(), Acting.current().zone()),
                        BookingPages.href(one.person().id()) + "/" + one.appointment(),
                        one.what() == Absence.What.CANNOT_COME))
                .toList();
    }
}
