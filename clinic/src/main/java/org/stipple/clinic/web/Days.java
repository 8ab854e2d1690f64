package org.stipple.clinic.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Dates as words: `in 3 weeks, 12 Dec 2026`. The year always stands there: a record is read years later, and
/// courses
/// go on over New Year.
public final class Days {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private Days() {}

    /// `12 Dec 2026`.
    public static String date(LocalDate day, LocalDate today) {
        return day.format(DAY);
    }

    /// `12 Dec 2026`: a clinical date, which is still read in other years.
    public static String full(LocalDate day) {
        return day.format(DAY);
    }

    /// `12 Dec 2026, in 3 weeks`; `21 Nov 2026, today`.
    public static String fullNear(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        return full(day) + ", " + (days == 0 ? "today" : distance(days));
    }

    /// `20 Nov 2026, 14:05` at the clinic's place.
    public static String fullMoment(Instant at, ZoneId zone) {
        return full(LocalDate.ofInstant(at, zone)) + ", "
                + LocalTime.ofInstant(at, zone).format(CLOCK);
    }

    /// `12 Dec 2026, in 3 weeks`; `today`; `20 Nov 2026, yesterday`.
    public static String near(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        return days == 0 ? "today" : date(day, today) + ", " + distance(days);
    }

    private static String distance(long days) {
        long far = Math.abs(days);
        if (far == 1) {
            return days > 0 ? "tomorrow" : "yesterday";
        }
        String words = far < 14
                ? far + " days"
                : far < 60 ? far / 7 + " weeks" : far < 730 ? far / 30 + " months" : far / 365 + " years";
        return days > 0 ? "in " + words : words + " ago";
    }

    /// `20 Nov 2026, 14:05` at the clinic's place.
    public static String moment(Instant at, ZoneId zone, LocalDate today) {
        return date(LocalDate.ofInstant(at, zone), today) + ", "
                + LocalTime.ofInstant(at, zone).format(CLOCK);
    }
}
