package org.stipple.clinic.web.look;

/// Something that happened or will: `parts/timeline.jte`.
///
/// @param kind which sign it has: `session`, `photo`, `reaction`, `deferral`, `consent`, `note`
/// @param date for machines: `2026-12-12`
/// @param dateWords for people: `12 Dec, in 3 weeks`
/// @param words what happened
/// @param detail more; may be empty
/// @param href where to read on; may be empty
/// @param future whether it has not happened yet
public record TimelineItem(
        String kind, String date, String dateWords, String words, String detail, String href, boolean future) {}
