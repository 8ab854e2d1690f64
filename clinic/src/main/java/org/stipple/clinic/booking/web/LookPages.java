package org.stipple.clinic.booking.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.booking.Absences;
import org.stipple.clinic.booking.DayBook;
import org.stipple.clinic.booking.web.BookingViews.LookLine;
import org.stipple.clinic.booking.web.BookingViews.LookPage;
import org.stipple.clinic.booking.web.BookingViews.MissedLine;
import org.stipple.clinic.booking.web.BookingViews.MissedPage;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Pages;

/// Appointments that somebody has to look at, and how many were missed.
@Controller
class LookPages {

    /// `design`: as many as somebody moves in a morning; the next are shown when these are done.
    private static final int SHOWN = 100;

    /// `design`: a quarter of a year, in which a habit shows and a single week does not.
    private static final int USUAL_DAYS = 91;

    private final Pages pages;
    private final DayBook dayBook;
    private final Absences absences;
    private final ClinicClock clock;

    LookPages(Pages pages, DayBook dayBook, Absences absences, ClinicClock clock) {
        this.pages = pages;
        this.dayBook = dayBook;
        this.absences = absences;
        this.clock = clock;
    }

    @GetMapping("/booking/look")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER})
    ResponseEntity<String> look() {
        List<DayBook.Line> lines = dayBook.toLookAt();
        return pages.show(
                "booking/look",
                "/booking",
                new LookPage(lines.stream().limit(SHOWN).map(LookPages::line).toList(), lines.size() > SHOWN));
    }

    private static LookLine line(DayBook.Line line) {
        var zone = Acting.current().zone();
        return new LookLine(
                BookingPages.href(line.patient()) + "/" + line.appointment(),
                BookingPages.href(line.patient()) + "?move=" + line.appointment(),
                BookingPages.weekday(line.slot().day(zone)) + ", "
                        + BookingPages.clock(line.slot().from()),
                line.name(),
                line.slot().kind().words() + " with " + line.practitioner() + ", " + line.room(),
                line.inTheWay());
    }

    /// Numbers and no names; an administrator reads them too.
    @GetMapping("/booking/missed")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.ADMINISTRATOR})
    ResponseEntity<String> missed(
            @RequestParam(defaultValue = "") String first, @RequestParam(defaultValue = "") String last) {
        var problems = new ArrayList<String>();
        LocalDate until = day(last, problems).orElse(clock.today());
        LocalDate from = day(first, problems).orElse(until.minusDays(USUAL_DAYS - 1));
        if (from.isAfter(until)) {
            problems.add("The first day was " + Days.full(from) + " and the last " + Days.full(until)
                    + ", expected them in order.");
        }
        var counts = absences.counts(from, until);
        var lines = new ArrayList<MissedLine>();
        counts.forEach(count -> lines.add(line(count.kind().words(), count.began(), count.missed())));
        lines.add(line(
                "all",
                counts.stream().mapToInt(Absences.Count::began).sum(),
                counts.stream().mapToInt(Absences.Count::missed).sum()));
        return pages.show(
                problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                "booking/missed",
                "/booking",
                new MissedPage(
                        from.toString(),
                        until.toString(),
                        Days.full(from) + " to " + Days.full(until),
                        lines,
                        problems));
    }

    private static MissedLine line(String kind, int began, int missed) {
        return new MissedLine(kind, began, missed, began == 0 ? "" : Math.round(100.0 * missed / began) + " %");
    }

    private static Optional<LocalDate> day(String text, List<String> problems) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            problems.add("The day was “" + text + "”, expected one such as 2026-12-24.");
            return Optional.empty();
        }
    }
}
