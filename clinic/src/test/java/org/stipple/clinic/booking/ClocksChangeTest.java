package org.stipple.clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.access.PatientId;

/// A clinic in New York, whose clocks go forward on 14 March 2027 and back on 7 November 2027.
class ClocksChangeTest {

    private static final ZoneId PLACE = ZoneId.of("America/New_York");

    @TempDir
    static Path directory;

    static BookedClinic clinic;

    @BeforeAll
    static void start() {
        clinic = BookedClinic.open(directory, PLACE, "noor-clocks");
        clinic.doing(() -> clinic.stipple()
                .the(Arrangements.class)
                .works(clinic.noor().account(), BookedClinic.everyDay("00:00", "23:59")));
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    /// Late in the evening in New York it is the next day elsewhere, and between the sessions lies a day of 23
    /// hours: the interval counts days of the clinic.
    @Test
    void theIntervalCountsTheDaysOfTheClinicOverAChangeOfItsClocks() {
        clinic.stipple().itIs("2027-03-11T03:30:00Z");
        PatientId amara = clinic.agreed();
        clinic.treats(amara);
        LocalDate last = LocalDate.of(2027, 3, 10);
        LocalDate first = last.plusDays(clinic.restDays(amara));
        assertThat(first).isAfter(LocalDate.of(2027, 3, 14));
        NotTaken refused = catchThrowableOfType(
                NotTaken.class,
                () -> clinic.take(amara, clinic.slot(AppointmentKind.SESSION, first.minusDays(1) + "T22:45")));
        assertThat(refused.first()).contains(first);
        assertThat(clinic.free(amara, AppointmentKind.SESSION, "2027-03-11")
                        .slots()
                        .getFirst()
                        .from())
                .isEqualTo(first.atStartOfDay(PLACE).toInstant());
        clinic.take(amara, clinic.slot(AppointmentKind.SESSION, first + "T00:00"));
    }

    @Test
    void noTimeIsOfferedThatNoClockShows() {
        clinic.stipple().itIs("2027-03-01T12:00:00Z");
        var local = clinic.free(clinic.somebody(), AppointmentKind.CONSULTATION, "2027-03-14").slots().stream()
                .map(slot -> slot.from().atZone(PLACE).toLocalDateTime())
                .filter(at -> at.toLocalDate().equals(LocalDate.of(2027, 3, 14)))
                .map(at -> at.toLocalTime().toString())
                .toList();
        assertThat(local).contains("01:45", "03:00").doesNotContain("02:00", "02:15", "02:30", "02:45");
        assertThat(local).doesNotHaveDuplicates();
    }

    @Test
    void theHourThatComesTwiceIsOfferedOnceAndLastsAsLongAsEveryOther() {
        clinic.stipple().itIs("2027-11-01T12:00:00Z");
        var slots = clinic.free(clinic.somebody(), AppointmentKind.CONSULTATION, "2027-11-07").slots().stream()
                .filter(slot -> slot.day(PLACE).equals(LocalDate.of(2027, 11, 7)))
                .toList();
        assertThat(slots.stream()
                        .map(slot -> slot.from().atZone(PLACE).toLocalTime().toString()))
                .contains("01:30")
                .doesNotHaveDuplicates();
        assertThat(slots)
                .allSatisfy(slot ->
                        assertThat(Duration.between(slot.from(), slot.to())).isEqualTo(Duration.ofMinutes(30)));
    }
}
