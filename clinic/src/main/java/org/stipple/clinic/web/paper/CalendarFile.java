package org.stipple.clinic.web.paper;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.Status;
import biweekly.property.Uid;
import biweekly.util.Duration;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/// Times as an iCalendar file (RFC 5545). All times are UTC: a telephone shows them at the clock of the
/// place where it is, and no table of time zones is needed.
public final class CalendarFile {

    private static final String PROGRAM = "-//Stipple//EN";

    /// Octets of a line before its break, section 3.1.
    private static final int LONGEST_LINE = 75;

    private CalendarFile() {}

    /// @param stamp when it was taken; an appointment is never edited, so that is its last change too
    /// @param where may be empty
    /// @param more may be empty
    public record Event(UUID id, Instant stamp, Instant from, Instant to, String summary, String where, String more) {}

    /// What a calendar program asks for again and again. What is cancelled is not in it any more.
    public static String feed(String name, List<Event> events) {
        ICalendar calendar = calendar(events);
        if (!events.isEmpty()) {
            calendar.setMethod("PUBLISH");
        }
        calendar.setName(name);
        // For programs that are older than the property NAME. The library writes the value as it stands.
        calendar.addExperimentalProperty("X-WR-CALNAME", name.replaceAll("[\\p{Cntrl},;\\\\]+", " "));
        calendar.setRefreshInterval(new Duration.Builder().minutes(15).build());
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT15M");
        return written(calendar);
    }

    /// Several things, to be put into a calendar once.
    public static String several(List<Event> events) {
        return written(calendar(events));
    }

    /// One thing, to be put into a calendar.
    public static String one(Event event) {
        return written(calendar(List.of(event)));
    }

    /// One thing that was changed, or is gone.
    public static String one(Change change) {
        return written(calendar(change));
    }

    /// What became of something that stands in a calendar: the same identifier, and a higher number than the
    /// last time (RFC 5546).
    ///
    /// @param number how often it was changed before
    /// @param gone whether it does not take place
    public record Change(Event event, int number, boolean gone) {

        /// `REQUEST` or `CANCEL`.
        public String method() {
            return gone ? "CANCEL" : "REQUEST";
        }
    }

    /// A change as it goes by e-mail.
    ///
    /// @param from address of whoever invites
    /// @param to address of whoever comes
    public static String mailed(Change change, String from, String to) {
        ICalendar calendar = calendar(change);
        calendar.setMethod(change.method());
        VEvent entry = calendar.getEvents().getFirst();
        entry.setOrganizer(from);
        entry.addAttendee(to);
        return written(calendar);
    }

    private static ICalendar calendar(Change change) {
        ICalendar calendar = calendar(List.of(change.event()));
        VEvent entry = calendar.getEvents().getFirst();
        entry.setSequence(change.number());
        if (change.gone()) {
            calendar.setMethod(change.method());
            entry.setStatus(Status.cancelled());
        }
        return calendar;
    }

    private static ICalendar calendar(List<Event> events) {
        var calendar = new ICalendar();
        calendar.setProductId(PROGRAM);
        for (Event event : events) {
            var entry = new VEvent();
            entry.setUid(new Uid(event.id() + "@stipple"));
            entry.setDateTimeStamp(Date.from(event.stamp()));
            entry.setDateStart(Date.from(event.from()));
            entry.setDateEnd(Date.from(event.to()));
            entry.setSummary(event.summary());
            entry.setStatus(Status.confirmed());
            if (!event.where().isEmpty()) {
                entry.setLocation(event.where());
            }
            if (!event.more().isEmpty()) {
                entry.setDescription(event.more());
            }
            calendar.addEvent(entry);
        }
        if (events.isEmpty()) {
            addClock(calendar);
        }
        return calendar;
    }

    /// A calendar holds one thing at least (RFC 5545, section 3.4): where there is no time, the zone that the
    /// times would be in.
    private static void addClock(ICalendar calendar) {
        var zone = calendar.addExperimentalComponent("VTIMEZONE");
        zone.addExperimentalProperty("TZID", "Etc/UTC");
        var standard = zone.addExperimentalComponent("STANDARD");
        standard.addExperimentalProperty("DTSTART", "19700101T000000");
        standard.addExperimentalProperty("TZOFFSETFROM", "+0000");
        standard.addExperimentalProperty("TZOFFSETTO", "+0000");
    }

    private static String written(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            // The library folds after so many characters; the standard counts octets.
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return folded(text.toString());
    }

    /// Breaks lines so that none is longer than 75 octets, and never within a character.
    static String folded(String text) {
        var folded = new StringBuilder();
        int octets = 0;
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            String written = Character.toString(letter);
            int more = written.getBytes(StandardCharsets.UTF_8).length;
            if (letter == '\r' || letter == '\n') {
                octets = 0;
            } else {
                if (octets + more > LONGEST_LINE) {
                    folded.append("\r\n ");
                    octets = 1;
                }
                octets += more;
            }
            folded.append(written);
            i += written.length();
        }
        return folded.toString();
    }
}
