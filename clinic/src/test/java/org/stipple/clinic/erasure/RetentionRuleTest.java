package org.stipple.clinic.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stipple.clinic.patient.RecordClass;

/// For how long a record is kept, by the law that the clinic names.
class RetentionRuleTest {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    private static RetentionRule rule(int years, OptionalInt age) {
        return new RetentionRule(RecordClass.TREATMENT, years, age, "a law", Instant.EPOCH, "Lee");
    }

    @Test
    void theYearsCountFromTheLastEntry() {
        assertThat(rule(10, OptionalInt.empty()).keptUntil(LAST, LocalDate.of(1992, 2, 11)))
                .isEqualTo(LocalDate.of(2036, 11, 20));
        assertThat(rule(0, OptionalInt.empty()).keptUntil(LAST, LocalDate.of(1992, 2, 11)))
                .isEqualTo(LAST);
    }

    @Test
    void ofWhoeverWasNotOfAgeItIsKeptUntilTheyHaveTheAgeAtLeast() {
        LocalDate born = LocalDate.of(2010, 3, 1);
        assertThat(rule(3, OptionalInt.of(25)).keptUntil(LAST, born)).isEqualTo(LocalDate.of(2035, 3, 1));
        assertThat(rule(10, OptionalInt.of(25)).keptUntil(LAST, born)).isEqualTo(LocalDate.of(2036, 11, 20));
    }

    @Test
    void onTheirEighteenthBirthdaySomebodyIsOfAge() {
        assertThat(rule(3, OptionalInt.of(25)).keptUntil(LAST, LAST.minusYears(18)))
                .isEqualTo(LAST.plusYears(3));
        assertThat(rule(3, OptionalInt.of(25))
                        .keptUntil(LAST, LAST.minusYears(18).plusDays(1)))
                .isEqualTo(LAST.minusYears(18).plusDays(1).plusYears(25));
    }

    @Test
    void aNumberOutOfItsRangeAndARuleWithoutALawAreNone() {
        assertThatThrownBy(() -> rule(-1, OptionalInt.empty())).hasMessageContaining("0 to 100");
        assertThatThrownBy(() -> rule(101, OptionalInt.empty())).hasMessageContaining("0 to 100");
        assertThatThrownBy(() -> rule(1, OptionalInt.of(0))).hasMessageContaining("1 to 100");
        assertThatThrownBy(
                        () -> new RetentionRule(RecordClass.PHOTOS, 1, OptionalInt.empty(), " ", Instant.EPOCH, "Lee"))
                .hasMessageContaining("law");
    }
}
