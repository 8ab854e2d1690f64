package org.stipple.clinic.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A change can be told from none exactly where its interval does not reach zero.
class ChangeIntervalTest {

    private static ChangeInterval of(String change, String limit) {
        return new ChangeInterval(new BigDecimal(change), new BigDecimal(limit));
    }

    @ParameterizedTest
    @CsvSource({
        "-3.2, 1.1, -4.3, -2.1, true",
        "-1.1, 1.1, -2.2, 0.0, false",
        "-1.2, 1.1, -2.3, -0.1, true",
        "0, 1.1, -1.1, 1.1, false",
        "1.0, 1.1, -0.1, 2.1, false",
        "37, 2, 35, 39, true"
    })
    void itReachesOneLimitToEachSide(String change, String limit, String low, String high, boolean tellable) {
        var interval = of(change, limit);
        assertThat(interval.low()).isEqualByComparingTo(low);
        assertThat(interval.high()).isEqualByComparingTo(high);
        assertThat(interval.isTellable()).isEqualTo(tellable);
    }

    /// The limit of a difference of two readings, each with the standard error s, is 1.96 √2 s: of s = 0.4 that
    /// is 1.1087, which stands at both ends.
    @Test
    void theLimitOfTwoReadingsIsTheirIntervalInClosedForm() {
        var limit = BigDecimal.valueOf(1.959964 * Math.sqrt(2) * 0.4);
        var interval = new ChangeInterval(new BigDecimal("-2"), limit);
        assertThat(interval.low().doubleValue()).isCloseTo(-3.10872, org.assertj.core.data.Offset.offset(1e-4));
        assertThat(interval.high().doubleValue()).isCloseTo(-0.89128, org.assertj.core.data.Offset.offset(1e-4));
    }

    @Test
    void withoutALimitThereIsNoInterval() {
        var alone = new StoredReading(
                "patch",
                "shine",
                "%",
                Optional.of(BigDecimal.ONE),
                Optional.of(BigDecimal.TWO),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(ChangeInterval.of(alone)).isEmpty();
        assertThatThrownBy(() -> of("1", "0")).hasMessageContaining("above 0");
    }
}
