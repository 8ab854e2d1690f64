package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionTest {

    private static final Contents CONTENTS = Knowledge.builtIn().contents();

    /// What each condition on a fact can look at.
    private static final Map<Fact.Shape, List<Class<?>>> FITS = Map.of(
            Fact.Shape.FLAG, List.of(Condition.Is.class),
            Fact.Shape.ZONES, List.of(Condition.Is.class),
            Fact.Shape.DAY, List.of(Condition.Is.class, Condition.Within.class),
            Fact.Shape.WORD, List.of(Condition.OneOf.class),
            Fact.Shape.WHOLE, List.of(Condition.Between.class),
            Fact.Shape.DEPTH, List.of());

    private static Case answered() {
        var facts = Cases.clear();
        var cases = new RandomCases(47);
        for (var fact : Fact.values()) {
            facts = facts.with(fact, cases.harmless(fact));
        }
        return new Case(CONTENTS, facts.with(Fact.PEEL, new Answer.Day(Cases.ON)), Cases.ON);
    }

    /// The reader refuses such a rule; one that comes about otherwise is never taken for a no.
    @ParameterizedTest
    @EnumSource(Fact.class)
    void refusesToCompareAFactWithAnAnswerThatItCannotHave(Fact fact) {
        var patient = answered();
        for (var condition : List.of(
                new Condition.Is(fact, true),
                new Condition.OneOf(fact, Set.of("none")),
                new Condition.Between(fact, 0, 3),
                new Condition.Within(fact, Period.ofDays(3)))) {
            if (FITS.getOrDefault(fact.shape(), List.of()).contains(condition.getClass())) {
                condition.holds(patient);
            } else {
                assertThatThrownBy(() -> condition.holds(patient))
                        .as("%s", condition)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(fact.path());
            }
        }
    }

    @Test
    void looksAtEveryFactOfItsParts() {
        var age = new Condition.Between(Fact.AGE, 0, 3);
        var sex = new Condition.OneOf(Fact.SEX, Set.of("other"));
        var skin = new Condition.Circumstantial(Circumstance.SKIN_TYPE_OUTSIDE_LABEL);
        assertThat(Fact.of(new Condition.Any(List.of(age, new Condition.Not(sex), skin)).facts()))
                .containsExactly(Fact.AGE, Fact.SEX, Fact.FITZPATRICK);
    }

    /// In the last centuries of the calendar a wait ends with the calendar.
    @Test
    void aWaitEndsInsideTheCalendar() {
        var last = LocalDate.of(Condition.LAST_YEAR, 1, 1);
        assertThat(Condition.end(last, Period.ofDays(1))).isEqualTo(LocalDate.MAX);
        assertThat(Condition.end(last.minusDays(1), Period.ofDays(1))).isEqualTo(last);
    }
}
