package org.stipple.clinic.booking.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.booking.Arrangements;
import org.stipple.clinic.booking.Closures;
import org.stipple.clinic.booking.DayBook;
import org.stipple.clinic.booking.Practitioner;
import org.stipple.clinic.booking.Room;
import org.stipple.clinic.booking.web.BookingViews.Column;
import org.stipple.clinic.booking.web.BookingViews.DayLine;
import org.stipple.clinic.booking.web.BookingViews.DayPage;
import org.stipple.clinic.web.Pages;

/// A day of the desk: a column for each practitioner, on a telephone one below the other.
@Controller
class DayPages {

    private final Pages pages;
    private final DayBook dayBook;
    private final Arrangements arrangements;
    private final Closures closures;
    private final ClosureWords words;
    private final ClinicClock clock;

    DayPages(
            Pages pages,
            DayBook dayBook,
            Arrangements arrangements,
            Closures closures,
            ClosureWords words,
            ClinicClock clock) {
        this.pages = pages;
        this.dayBook = dayBook;
        this.arrangements = arrangements;
        this.closures = closures;
        this.words = words;
        this.clock = clock;
    }

    /// @param day absent for today
    @GetMapping("/booking")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.ADMINISTRATOR})
    ResponseEntity<String> day(@RequestParam(defaultValue = "") String day) {
        LocalDate shown = read(day).orElse(clock.today());
        boolean seesPeople =
                Acting.current().isOneOf(Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER);
        List<DayBook.Line> lines = seesPeople ? dayBook.of(shown) : List.of();
        var columns = new ArrayList<Column>();
        List<Practitioner> practitioners = arrangements.practitioners();
        for (Practitioner one : practitioners) {
            List<DayBook.Line> theirs = lines.stream()
                    .filter(line -> line.slot().practitioner().equals(one.id()))
                    .toList();
            String hours = hours(one, shown);
            if (!theirs.isEmpty() || !hours.isEmpty()) {
                columns.add(new Column(
                        one.id().toString(),
                        one.name(),
                        hours.isEmpty() ? "does not work that day" : hours,
                        theirs.stream().map(DayPages::line).toList()));
            }
        }
        // Who is booked with somebody who left is not lost with their account.
        lines.stream()
                .filter(line -> practitioners.stream()
                        .noneMatch(one -> one.id().equals(line.slot().practitioner())))
                .collect(Collectors.groupingBy(
                        line -> line.slot().practitioner(), LinkedHashMap::new, Collectors.toList()))
                .forEach((gone, theirs) -> columns.add(new Column(
                        gone.toString(),
                        theirs.getFirst().practitioner(),
                        "does not treat here any more",
                        theirs.stream().map(DayPages::line).toList())));
        return pages.show(
                "booking/day",
                "/booking",
                new DayPage(
                        shown.toString(),
                        BookingPages.weekday(shown) + (shown.equals(clock.today()) ? ", today" : ""),
                        "/booking?day=" + shown.minusDays(1),
                        "/booking?day=" + shown.plusDays(1),
                        columns,
                        closed(shown),
                        seesPeople,
                        Acting.current().isOneOf(Role.MANAGER, Role.ADMINISTRATOR),
                        hints()));
    }

    private static Optional<LocalDate> read(String day) {
        try {
            return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private List<String> closed(LocalDate day) {
        var zone = Acting.current().zone();
        return closures
                .between(
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant())
                .stream()
                .map(words::sentence)
                .toList();
    }

    /// What has to be arranged before anything can be booked.
    private List<String> hints() {
        var hints = new ArrayList<String>();
        if (arrangements.rooms().stream().noneMatch(Room::open)) {
            hints.add("There is no room yet. A manager or administrator adds one under “Rooms and hours”.");
        }
        if (arrangements.practitioners().stream().allMatch(one -> one.times().isEmpty())) {
            hints.add("Nobody’s working hours are written down yet. A manager or administrator does that under “Rooms"
                    + " and hours”.");
        }
        return hints;
    }

    private static String hours(Practitioner one, LocalDate day) {
        return one.on(day).stream().map(time -> time.from() + "–" + time.to()).collect(Collectors.joining(", "));
    }

    private static DayLine line(DayBook.Line line) {
        return new DayLine(
                BookingPages.href(line.patient()) + "/" + line.appointment(),
                BookingPages.clock(line.slot().from()) + "–"
                        + BookingPages.clock(line.slot().to()),
                line.name(),
                line.slot().kind().words() + ", " + line.room()
                        + (line.missed() ? ", did not come" : line.cannotCome() ? ", says that they cannot come" : ""),
                inTheWay(line));
    }

    /// What a session lacks, and what came into the way since.
    static String inTheWay(DayBook.Line line) {
        return Stream.concat(line.missing().stream().map(DayBook.Missing::words), line.inTheWay().stream())
                .collect(Collectors.joining("; "));
    }
}
