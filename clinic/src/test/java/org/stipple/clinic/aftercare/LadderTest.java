package org.stipple.clinic.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// When an open concern is laid before whom.
class LadderTest {

    private static final Instant RAISED = Instant.parse("2026-11-21T22:00:00Z");

    private static long minutes(int answerWithin, int step) {
        return Duration.between(RAISED, Ladder.due(RAISED, answerWithin, step)).toMinutes();
    }

    @Test
    void whatIsAnsweredWithinAnHourGoesOnAfterFifteenAndSixtyMinutesAndThenEveryHour() {
        assertThat(minutes(60, 0)).isZero();
        assertThat(minutes(60, 1)).isEqualTo(15);
        assertThat(minutes(60, 2)).isEqualTo(60);
        assertThat(minutes(60, 3)).isEqualTo(120);
        assertThat(minutes(60, 4)).isEqualTo(180);
    }

    @Test
    void anEmergencyIsLaidBeforeEverybodyAtOnceAndAgainEveryQuarterOfAnHour() {
        for (int step = 0; step < Ladder.FIRST_OF_ALL; step++) {
            assertThat(minutes(0, step)).isZero();
        }
        assertThat(minutes(0, 3)).isEqualTo(15);
        assertThat(minutes(0, 4)).isEqualTo(30);
    }

    @Test
    void noStepIsDueBeforeTheOneBeforeItAndEveryStepHasSomebody() {
        for (int within : new int[] {0, 1, 15, 60, 1440, 4320}) {
            for (int step = 1; step < 20; step++) {
                assertThat(Ladder.due(RAISED, within, step)).isAfterOrEqualTo(Ladder.due(RAISED, within, step - 1));
                assertThat(Ladder.roles(step)).isNotEmpty();
            }
        }
    }
}
