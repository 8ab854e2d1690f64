package org.stipple.clinic.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What calendar programs are given holds to RFC 5545, read back with a parser and looked at octet by octet.
class CalendarFileTest {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000007");
    private static final Instant STAMP = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant FROM = Instant.parse("2027-03-14T14:30:00Z");

    private static CalendarFile.Event event(String summary, String where) {
        return new CalendarFile.Event(ID, STAMP, FROM, FROM.plusSeconds(1800), summary, where, "");
    }

    private static ICalendar read(String file) {
        return Objects.requireNonNull(Biweekly.parse(file).first());
    }

    @Test
    void aCalendarWithoutTimesHoldsSomethingAllTheSame() {
        for (String file : List.of(CalendarFile.several(List.of()), CalendarFile.feed("Hillside", List.of()))) {
            assertThat(file)
                    .contains("BEGIN:VTIMEZONE\r\nTZID:Etc/UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n")
                    .contains("END:STANDARD\r\nEND:VTIMEZONE\r\nEND:VCALENDAR\r\n")
                    .doesNotContain("METHOD:");
            assertThat(read(file).getEvents()).isEmpty();
        }
        assertThat(CalendarFile.feed("Hillside", List.of(event("Appointment", ""))))
                .contains("METHOD:PUBLISH");
    }

    @Test
    void anEventIsReadBackWithItsTimesInUtc() {
        String file = CalendarFile.one(event("Appointment", "Room 1"));
        assertThat(file)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains("\r\nVERSION:2.0\r\n", "\r\nPRODID:-//Stipple//EN\r\n")
                .contains("\r\nUID:" + ID + "@stipple\r\n")
                .contains("\r\nDTSTAMP:20261120T090000Z\r\n")
                .contains("\r\nDTSTART:20270314T143000Z\r\n")
                .contains("\r\nDTEND:20270314T150000Z\r\n");
        var event = read(file).getEvents().getFirst();
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(FROM);
        assertThat(event.getSummary().getValue()).isEqualTo("Appointment");
        assertThat(event.getLocation().getValue()).isEqualTo("Room 1");
    }

    @Test
    void whatMeansSomethingInTheFormatIsEscapedAndComesBackAsItWas() {
        String odd = "Rooms, doors; and \\ lines\nBEGIN:VEVENT";
        String file = CalendarFile.one(event(odd, odd));
        assertThat(file).contains("SUMMARY:Rooms\\, doors\\; and \\\\ lines\\nBEGIN:VEVENT");
        assertThat(file.split("\r\nBEGIN:VEVENT", -1)).hasSize(2);
        assertThat(read(file).getEvents().getFirst().getSummary().getValue()).isEqualTo(odd);
    }

    @Test
    void noLineIsLongerThanSeventyFiveOctetsAndNoCharacterIsBroken() {
        String name =
                "Praxis für Hautgesundheit “Über den Dächern” 皮膚科 😀 ".repeat(6).strip();
        String file = CalendarFile.feed(name, List.of(event(name, name)));
        assertThat(file.split("\r\n", -1)).allSatisfy(line -> {
            byte[] octets = line.getBytes(StandardCharsets.UTF_8);
            assertThat(octets.length).isLessThanOrEqualTo(75);
            assertThat(new String(octets, StandardCharsets.UTF_8)).isEqualTo(line);
        });
        assertThat(file.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(read(file).getEvents().getFirst().getSummary().getValue()).isEqualTo(name);
        assertThat(file).as("some line was folded").contains("\r\n ");
    }

    @Test
    void aFoldIsMadeExactlyWhenALineWouldBecomeTooLong() {
        assertThat(CalendarFile.folded("x".repeat(75) + "\r\n")).isEqualTo("x".repeat(75) + "\r\n");
        assertThat(CalendarFile.folded("x".repeat(76) + "\r\n")).isEqualTo("x".repeat(75) + "\r\n x\r\n");
        assertThat(CalendarFile.folded("x".repeat(74) + "é\r\n")).isEqualTo("x".repeat(74) + "\r\n é\r\n");
    }
}
