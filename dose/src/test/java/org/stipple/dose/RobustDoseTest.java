package org.stipple.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.Interval;

class RobustDoseTest {

    private static final SkinLayers EYELID = new SkinLayers(
            Examples.mm(0.17), Examples.mm(0.02), Examples.mm(0.58), Examples.mm(0.11), "ultrasound, Meng 2022");

    static Stream<DoseQuestion> questions() {
        var pen = Examples.fourteenPinPen();
        var roller = Examples.dermarollerMf8();
        return Stream.of(
                DoseQuestion.of(pen, Examples.technique(pen, 3, 2, 30), Examples.leaningShapeWithHole())
                        .withThickness(EYELID),
                DoseQuestion.of(
                        pen,
                        Examples.technique(pen, 2, 2, 45).withContact(Fraction.ofValue(0.7), Fraction.ofValue(0.9)),
                        Examples.rectangle(23, 11)),
                DoseQuestion.of(roller, Examples.technique(roller, 14, 4), Examples.leaningShapeWithHole())
                        .withThickness(EYELID));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void anyNumberOfWorkersGivesTheSameAnswer(DoseQuestion question) {
        var robust = RobustQuestion.around(question, 60, 7);
        assertThat(robust.evaluate(2)).isEqualTo(robust.evaluate(1)).isEqualTo(robust.evaluate(5));
    }

    /// The slow and obvious way: each scenario asked as a question of its own.
    @ParameterizedTest
    @MethodSource("questions")
    void everyScenarioIsWhatItsOwnQuestionAnswers(DoseQuestion question) {
        var robust = RobustQuestion.around(question, 24, 5);
        var outcomes = robust.evaluate(2).outcomes();
        assertThat(outcomes).hasSize(24);
        for (int i = 0; i < 24; i++) {
            var scenario = robust.scenarios().get(i);
            assertThat(outcomes.get(i).scenario()).isEqualTo(scenario);
            var alone = alone(question, scenario).estimate();
            assertThat(outcomes.get(i).surface()).isEqualTo(alone.surface());
            assertThat(outcomes.get(i).injuredVolume()).isEqualTo(alone.injuredVolume());
            if (scenario.thicknessDeviations() == 0) {
                assertThat(outcomes.get(i).reach())
                        .isEqualTo(alone.depth().getFirst().reach());
            }
        }
    }

    private static DoseQuestion alone(DoseQuestion question, Scenario scenario) {
        var told = question.technique();
        var technique = told.withContact(scenario.contactDuty(), told.efficiency());
        if (question.device() instanceof NeedleArray.Pen) {
            technique = technique.withGlide(GlideSpeed.ofMillimetresPerSecond(
                    scenario.speed() * told.glide().millimetresPerSecond()));
        }
        return question.withTechnique(technique).withPenetration(List.of(scenario.penetration()));
    }

    @Test
    void scenariosSpanWhatTheUncertaintySpansAndMore() {
        var question = questions().findFirst().orElseThrow();
        var scenarios = Scenario.around(question, 200, 20);
        assertThat(scenarios).hasSize(200);
        assertThat(scenarios.stream().map(Scenario::speed).distinct()).hasSize(20 - 2 + 1);
        assertThat(scenarios.stream().map(RobustQuestion.Hand::of).distinct()).hasSize(21);
        assertThat(scenarios.stream().map(Scenario::penetration).distinct())
                .containsExactlyInAnyOrderElementsOf(question.penetration());
        assertThat(scenarios.stream().map(Scenario::thicknessDeviations).distinct())
                .containsExactlyInAnyOrder(-1.0, 0.0, 1.0);
        for (double speed : List.of(0.7, 1.3)) {
            for (double duty : List.of(0.6, 1.0)) {
                assertThat(scenarios)
                        .anyMatch(one -> Math.abs(one.speed() - speed) < 1e-9
                                && Math.abs(one.contactDuty().value() - duty) < 1e-9);
            }
        }
        var range = new RobustQuestion(question, scenarios)
                .evaluate(2)
                .range(one -> one.surface().density().expected());
        double told = 100 * question.device().densityPerMm2(question.technique(), 30);
        assertThat(range.min().perSquareCentimetre())
                .isCloseTo(told * 0.6 / 1.3, org.assertj.core.api.Assertions.within(1e-6));
        assertThat(range.max().perSquareCentimetre())
                .isCloseTo(told / 0.7, org.assertj.core.api.Assertions.within(1e-6));
    }

    @Test
    void thinnerSkinAndDeeperPenetrationAreTheWorstCase() {
        var question = questions().findFirst().orElseThrow();
        var outcomes = RobustQuestion.around(question, 60, 1).evaluate(1).outcomes();
        var worst = Collections.max(
                outcomes,
                java.util.Comparator.comparing(one -> one.reach() instanceof DermisReach.Reached reached
                        ? reached.beyondDermis()
                        : Fraction.ofValue(0)));
        assertThat(worst.scenario().thicknessDeviations()).isEqualTo(-1);
        assertThat(worst.scenario().penetration()).isEqualTo(Fraction.ofValue(1));
    }

    @Test
    void aBandLeavesOutTheEnds() {
        var question = questions().findFirst().orElseThrow();
        var outcomes = new java.util.ArrayList<RobustDose.Outcome>();
        var one = RobustQuestion.around(question, 1, 0).evaluate(1).outcomes().getFirst();
        for (int i = 20; i >= 0; i--) {
            outcomes.add(new RobustDose.Outcome(one.scenario(), one.surface(), one.reach(), new InjuredVolume(i)));
        }
        var dose = new RobustDose(outcomes);
        assertThat(dose.range(RobustDose.Outcome::injuredVolume))
                .isEqualTo(Interval.of(new InjuredVolume(0), new InjuredVolume(20)));
        assertThat(dose.band(RobustDose.Outcome::injuredVolume, Fraction.ofValue(0.05), Fraction.ofValue(0.95)))
                .isEqualTo(Interval.of(new InjuredVolume(1), new InjuredVolume(19)));
    }

    @Test
    void refusesWhatCannotBeEvaluated() {
        var question = questions().findFirst().orElseThrow();
        var one = Fraction.ofValue(1);
        refused("scenarios", () -> new RobustQuestion(question, List.of()));
        refused("scenarios", () -> RobustQuestion.around(question, 2_001, 0));
        refused("scenarios.others", () -> RobustQuestion.around(question, 2_000, 101));
        refused("scenarios.speed", () -> new Scenario(one, 0, Double.NaN, one));
        refused("scenarios.thicknessDeviations", () -> new Scenario(one, Double.NaN, 1, one));
        refused("technique.contactDuty", () -> new Scenario(one, 0, 1, Fraction.ofValue(0)));
        refused("penetration", () -> new Scenario(Fraction.ofValue(0), 0, 1, one));
        refused("workers", () -> RobustQuestion.around(question, 1, 0).evaluate(0));
        refused("technique.glideMmPerS", () -> {
            var pen = Examples.fourteenPinPen();
            var slow = DoseQuestion.of(pen, Examples.technique(pen, 1, 1, 0.4), Examples.rectangle(2, 1));
            new RobustQuestion(slow, List.of(new Scenario(one, 0, 0.2, one)));
        });
    }

    private static void refused(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable made) {
        assertThatThrownBy(made)
                .isInstanceOf(UnusableQuestion.class)
                .hasMessageMatching(java.util.regex.Pattern.quote(field) + ": was .+, expected .+");
    }
}
