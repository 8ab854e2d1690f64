package org.stipple.dose;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.GlideSpeed;

/// What does the zone receive if things turn out otherwise? One treatment, seen through many scenarios.
///
/// Scenarios that share speed and duty share one simulation; penetration and thickness are closed forms.
/// Everything is checked when it is made.
///
/// @param nominal the treatment as it is told; its own penetrations do not count here
/// @param scenarios 1 to 2000, with at most 101 different pairs of speed and duty
public record RobustQuestion(DoseQuestion nominal, List<Scenario> scenarios) {

    /// A pair of speed and duty: what makes a simulation of its own necessary.
    record Hand(double speed, Fraction contactDuty) {

        static Hand of(Scenario scenario) {
            return new Hand(scenario.speed(), scenario.contactDuty());
        }
    }

    /// @throws UnusableQuestion when there are none or too many, or one of them makes more punctures than the
    ///   design limits allow
    public RobustQuestion {
        scenarios = List.copyOf(scenarios);
        Limit.SCENARIOS.check(scenarios.size());
        var hands = hands(scenarios);
        Limit.SCENARIO_MOTIONS.check(hands.size() - 1);
        for (Hand hand : hands) {
            asked(nominal, hand);
        }
    }

    /// The scenarios of [Scenario#around(DoseQuestion, int, int)].
    ///
    /// @throws UnusableQuestion as the constructor
    public static RobustQuestion around(DoseQuestion nominal, int count, int others) {
        return new RobustQuestion(nominal, Scenario.around(nominal, count, others));
    }

    /// The answer. The same on any number of workers, each of which takes some tens of megabytes.
    ///
    /// @param workers how many simulations run at a time, 1 to 64
    /// @throws UnusableQuestion outside that range
    public RobustDose evaluate(int workers) {
        Limit.WORKERS.check(workers);
        return RobustEvaluation.of(this, workers);
    }

    /// Every pair of speed and duty once, in the order of the scenarios.
    List<Hand> hands() {
        return hands(scenarios);
    }

    private static List<Hand> hands(List<Scenario> scenarios) {
        var hands = new LinkedHashSet<Hand>();
        scenarios.forEach(scenario -> hands.add(Hand.of(scenario)));
        return List.copyOf(hands);
    }

    /// The treatment by this hand.
    DoseQuestion asked(Hand hand) {
        return asked(nominal, hand);
    }

    /// @throws UnusableQuestion when a scenario's glide lies outside the range, though the one that was told
    ///   does not
    private static GlideSpeed glide(double millimetresPerSecond) {
        if (!(millimetresPerSecond >= Limit.GLIDE.min() && millimetresPerSecond <= Limit.GLIDE.max())) {
            throw new UnusableQuestion(
                    Limit.GLIDE.field(),
                    String.format(
                            Locale.ROOT, "such that in a scenario the glide would be %.4g mm/s", millimetresPerSecond),
                    String.format(Locale.ROOT, "a glide of %.4g to %.4g mm/s", Limit.GLIDE.min(), Limit.GLIDE.max()));
        }
        return GlideSpeed.ofMillimetresPerSecond(millimetresPerSecond);
    }

    private static DoseQuestion asked(DoseQuestion nominal, Hand hand) {
        var told = nominal.technique();
        var technique = told.withContact(hand.contactDuty(), told.efficiency());
        return nominal.withTechnique(
                switch (nominal.device()) {
                    case NeedleArray.Pen _ ->
                        technique.withGlide(glide(hand.speed() * told.glide().millimetresPerSecond()));
                    case NeedleArray.Roller _, NeedleArray.Stamp _ -> technique;
                });
    }
}
