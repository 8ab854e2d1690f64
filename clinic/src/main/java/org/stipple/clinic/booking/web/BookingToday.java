package org.stipple.clinic.booking.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.booking.DayBook;
import org.stipple.clinic.web.TodayList;

/// Who is next, and what stands in the way.
@Component
class BookingToday implements TodayList {

    /// After what cannot wait and what runs, before what is due.
    private static final int ORDER = 17;

    private final DayBook dayBook;

    BookingToday(DayBook dayBook) {
        this.dayBook = dayBook;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String title() {
        return "Next today";
    }

    @Override
    public boolean isFor(Actor actor) {
        return actor.isOneOf(Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER);
    }

    @Override
    public List<Line> lines() {
        return dayBook.stillToday(LONGEST + 1).stream().map(BookingToday::line).toList();
    }

    private static Line line(DayBook.Line line) {
        String against = DayPages.inTheWay(line);
        return new Line(
                line.name(),
                line.slot().kind().words() + " with " + line.practitioner() + ", " + line.room()
                        + (line.cannotCome() ? ", says that they cannot come" : "")
                        + (against.isEmpty() ? "" : ": " + against),
                BookingPages.clock(line.slot().from()),
                BookingPages.href(line.patient()) + "/" + line.appointment(),
                false);
    }
}
