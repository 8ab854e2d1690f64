package org.stipple.dose;

import java.util.ArrayList;
import java.util.List;
import org.stipple.quantities.Fraction;

/// One way in which a treatment may turn out, other than as it was told.
///
/// @param penetration part of the set depth that is really reached, 0.01 to 1
/// @param thicknessDeviations standard deviations by which both layers of the skin are thicker than the mean, -3
///   to 3
/// @param speed of a pen's glide over the one that was told, 0.2 to 5; without effect on rollers and stamps
/// @param contactDuty share of the strokes in contact, 0.01 to 1
public record Scenario(Fraction penetration, double thicknessDeviations, double speed, Fraction contactDuty) {

    /// How much slower or faster a hand may glide than it was told to. Source: the input contract.
    static final double SPEED_SPREAD = 0.3;

    /// The least duty, as a part of the one that was told. Source: dose reference, robust scenarios "duty 0.6-1".
    private static final double LEAST_DUTY = 0.6;

    /// Inverses of the plastic number and its square: their multiples fill a square evenly (Roberts 2018, the R2
    /// sequence).
    private static final double ACROSS = 0.7548776662466927;

    private static final double ALONG = 0.5698402909980532;

    /// @throws UnusableQuestion outside the ranges
    public Scenario {
        Limit.PENETRATION.check(penetration.value());
        Limit.SCENARIO_THICKNESS.check(thicknessDeviations);
        Limit.SCENARIO_SPEED.check(speed);
        Limit.CONTACT_DUTY.check(contactDuty.value());
    }

    /// Scenarios around a question, without chance: every penetration of the question in turn, skin one standard
    /// deviation thinner, as thick as the mean, and thicker, with the speed and duty that were told and `others`
    /// other pairs of them, which begin with the four extremes of speed ± 30 % and duty 0.6 to 1 times that told.
    ///
    /// @param count how many scenarios, 1 to 2000
    /// @param others pairs of speed and duty beside the told one, each of which is simulated anew, 0 to 100
    /// @throws UnusableQuestion outside the ranges
    public static List<Scenario> around(DoseQuestion question, int count, int others) {
        Limit.SCENARIOS.check(count);
        Limit.SCENARIO_MOTIONS.check(others);
        var penetration = question.penetration();
        var scenarios = new ArrayList<Scenario>();
        for (int i = 0; i < count; i++) {
            int other = i % (others + 1);
            // Begins one further in each round, so that few scenarios mix all, and enough have every combination.
            int depth = (i / (others + 1) + other) % (3 * penetration.size());
            double duty = question.technique().contactDuty().value();
            scenarios.add(new Scenario(
                    penetration.get(depth % penetration.size()),
                    depth / penetration.size() - 1,
                    other == 0 ? 1 : speedOf(other),
                    Fraction.ofValue(other == 0 ? duty : Math.max(Limit.CONTACT_DUTY.min(), duty * dutyOf(other)))));
        }
        return List.copyOf(scenarios);
    }

    private static double speedOf(int other) {
        double part = other <= 4 ? (other - 1) % 2 : part(other * ACROSS);
        return 1 - SPEED_SPREAD + 2 * SPEED_SPREAD * part;
    }

    private static double dutyOf(int other) {
        double part = other <= 4 ? (other - 1) / 2 : part(other * ALONG);
        return LEAST_DUTY + (1 - LEAST_DUTY) * part;
    }

    private static double part(double number) {
        return number - Math.floor(number);
    }
}
