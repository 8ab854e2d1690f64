package org.stipple.clinic.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinutesAndSecondsTest {

    @ParameterizedTest
    @CsvSource({"2:05, 125", "125, 125", "0:09, 9", "00:09, 9", "180:00, 10800", "0, 0"})
    void aTimeIsReadAsOffAWatchOrAsSeconds(String typed, long seconds) {
        assertThat(MinutesAndSeconds.read(typed)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2:5", "2:60", "1:00:00", "-5", "1.5", "1,5", "soon", ":30", "5:", "999999999999"})
    void whatIsNeitherIsNotGuessed(String typed) {
        assertThat(MinutesAndSeconds.read(typed)).isEmpty();
    }

    @Test
    void secondsHaveTwoDigits() {
        assertThat(MinutesAndSeconds.words(Duration.ofSeconds(65))).isEqualTo("1:05");
        assertThat(MinutesAndSeconds.words(Duration.ofMillis(59_600))).isEqualTo("1:00");
        assertThat(MinutesAndSeconds.words(Duration.ofHours(3))).isEqualTo("180:00");
    }
}
