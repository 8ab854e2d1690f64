package org.stipple.clinic.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whoever asks without end closes nothing but their own door.
class PaceOfEachTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final PaceOfEach pace = new PaceOfEach(10, Duration.ofMinutes(1));

    private long taken(String address, Instant at, int tries) {
        return IntStream.range(0, tries).filter(_ -> pace.take(address, at)).count();
    }

    @Test
    void oneAddressTakesNothingFromAnother() {
        assertThat(taken("192.0.2.1", NOON, 600)).isEqualTo(10);
        assertThat(taken("192.0.2.2", NOON, 10)).isEqualTo(10);
        assertThat(taken("192.0.2.1", NOON.plusSeconds(30), 10)).isEqualTo(5);
    }

    @Test
    void aNetworkOfTheNewKindIsOneAddress() {
        assertThat(taken("2001:db8:1:2:3:4:5:6", NOON, 10)).isEqualTo(10);
        assertThat(taken("2001:db8:1:2:9:9:9:9", NOON, 1)).isZero();
        assertThat(taken("2001:db8:1:3:0:0:0:1", NOON, 1)).isOne();
    }

    @Test
    void noAddressIsKnownLongerThanItCounts() {
        IntStream.range(0, 500).forEach(one -> pace.take("198.51.100." + one, NOON));
        assertThat(pace.known()).isEqualTo(500);
        pace.take("192.0.2.1", NOON.plusSeconds(61));
        assertThat(pace.known()).isOne();
    }

    @Test
    void howEverManyAskOnlySoManyAreRememberedAndNobodyOfThemIsTurnedAway() {
        IntStream.range(0, 20_000).forEach(one -> pace.take("a" + one, NOON));
        assertThat(taken("192.0.2.1", NOON, 20)).isEqualTo(10);
        assertThat(pace.take("a7", NOON)).isTrue();
        assertThat(pace.known()).isLessThanOrEqualTo(20_001);
    }
}
