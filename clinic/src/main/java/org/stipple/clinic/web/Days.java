package org.stipple.clinic.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Dates as words: `12 Dec 2026, in 3 weeks`. The year always stands with them: a record is read years later, a
/// page is printed, and a day without its year has been taken for another.
public final class Days {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private Days() {}

    /// `12 Dec 2026`.
    public static String full(LocalDate day) {
        return day.format(DAY);
    }

    /// `12 Dec 2026, in 3 weeks`; `20 Nov 2026, today`; `19 Nov 2026, yesterday`.
    public static String near(LocalDate day, LocalDate today) {
        return full(day) + ", " + distance(ChronoUnit.DAYS.between(today, day));
    }

    /// `20 Nov 2026, 14:05` at the clinic's place.
    public static String moment(Instant at, ZoneId zone) {
        return full(LocalDate.ofInstant(at, zone)) + ", "
                + LocalTime.ofInstant(at, zone).format(CLOCK);
    }

    private static String distance(long days) {
        long far = Math.abs(days);
        if (far == 0) {
            return "today";
        }
        if (far == 1) {
            return days > 0 ? "tomorrow" : "yesterday";
        }
        String words = far < 14
                ? far + " days"
                : far < 60 ? far / 7 + " weeks" : far < 730 ? far / 30 + " months" : far / 365 + " years";
        return days > 0 ? "in " + words : words + " ago";
    }
}
