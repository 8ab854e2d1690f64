package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;

/// Only what the database says of two at once is taken for two at once.
class RacesTest {

    @ParameterizedTest
    @CsvSource({"23505,true", "23P01,true", "40001,true", "40P01,true", "23514,false", "23503,false", "22001,false"})
    void aCheckThatFailsFailsAgainAndIsNoRace(String state, boolean race) {
        assertThat(Problems.isRace(new DataIntegrityViolationException("", new SQLException("", state))))
                .isEqualTo(race);
    }
}
