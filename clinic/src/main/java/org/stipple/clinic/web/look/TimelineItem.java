package org.stipple.clinic.web.look;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Something that happened or will: `parts/timeline.jte`.
///
/// @param kind which sign it has: `session`, `photo`, `reaction`, `deferral`, `consent`, `note`
/// @param date for machines: `2026-12-12`, or with the time of day
/// @param dateWords for people: `12 Dec, in 3 weeks`
/// @param words what happened
/// @param detail more; may be empty
/// @param href where to read on; may be empty
/// @param future whether it has not happened yet
/// @param picture a photo made small, where it is one
public record TimelineItem(
        String kind,
        String date,
        String dateWords,
        String words,
        String detail,
        String href,
        boolean future,
        Optional<Picture> picture) {

    /// A photo made small.
    public record Picture(String src, int width, int height) {}

    /// Of what has no picture.
    public TimelineItem(
            String kind, String date, String dateWords, String words, String detail, String href, boolean future) {
        this(kind, date, dateWords, words, detail, href, future, Optional.empty());
    }

    /// A moment as the time line orders by it: `2026-12-12T09:04:31`. Of one day, what has no time of day comes
    /// first.
    public static String at(Instant moment, ZoneId clinic) {
        return LocalDateTime.ofInstant(moment, clinic)
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}
