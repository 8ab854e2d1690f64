package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-20 | 20 Nov 2026, today",
                "2026-11-19 | 19 Nov 2026, yesterday",
                "2026-11-21 | 21 Nov 2026, tomorrow",
                "2026-12-12 | 12 Dec 2026, in 3 weeks",
                "2025-11-20 | 20 Nov 2025, 12 months ago"
            })
    void aDayStandsWithItsYearAndHowFarItIs(LocalDate day, String words) {
        assertThat(Days.near(day, TODAY)).isEqualTo(words);
    }

    @Test
    void aMomentStandsWithItsYearAndTheClockOfTheClinic() {
        assertThat(Days.moment(Instant.parse("2026-11-20T23:30:00Z"), ZoneId.of("Europe/Berlin")))
                .isEqualTo("21 Nov 2026, 00:30");
    }
}
