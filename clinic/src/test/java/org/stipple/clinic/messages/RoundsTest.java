package org.stipple.clinic.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Acting;

/// Work that is looked for again and again goes on, whatever one round or one clinic comes to.
class RoundsTest {

    @TempDir
    static Path directory;

    @Test
    void anErrorInOneRoundIsNotTheLastRound() throws Exception {
        var rounds = new CountDownLatch(3);
        var failing = new Rounds("failing", Duration.ofMillis(5), Duration.ofSeconds(1)) {
            @Override
            protected void round() {
                rounds.countDown();
                if (rounds.getCount() == 2) {
                    throw new NoClassDefFoundError("gone");
                }
                throw new IllegalStateException("broken");
            }
        };
        failing.start();
        assertThat(rounds.await(5, TimeUnit.SECONDS)).isTrue();
        failing.stop();
    }

    @Test
    void whatFailsForOneClinicIsDoneForTheOthers() {
        try (var stipple = ClinicUnderTest.serving(
                directory, "--server.port=0", "--stipple.messages.every=0s", "--stipple.concerns.every=0s")) {
            stipple.clinic("Hillside", "one-of-three");
            stipple.clinic("Harbour", "two-of-three");
            stipple.clinic("Meadow", "three-of-three");
            var served = new ArrayList<String>();
            assertThatThrownBy(() -> stipple.the(ClinicsServed.class)
                            .each(new AccountId(new UUID(0, 9)), "a test", () -> {
                                served.add(Acting.current().clinicName());
                                if (served.size() == 1) {
                                    throw new IllegalStateException("broken");
                                }
                                throw new StackOverflowError("deep");
                            }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(served).containsExactlyInAnyOrder("Hillside", "Harbour", "Meadow");
        }
    }
}
