package org.stipple.dose;

import java.util.List;
import java.util.function.Function;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Interval;

/// What a zone receives in each of many scenarios.
///
/// @param outcomes one a scenario, in their order; at least one
public record RobustDose(List<Outcome> outcomes) {

    /// @param scenario what was assumed
    /// @param surface what the surface receives
    /// @param reach which part of the punctures gets into and through the dermis
    /// @param injuredVolume by closed form
    public record Outcome(Scenario scenario, SurfaceDose surface, DermisReach reach, InjuredVolume injuredVolume) {}

    /// @throws IllegalArgumentException when there are none
    public RobustDose {
        outcomes = List.copyOf(outcomes);
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException("outcomes must be one or more, were none");
        }
    }

    /// Least and most of a figure over all scenarios.
    ///
    /// `dose.range(outcome -> outcome.surface().density().n95())`
    public <T extends Comparable<? super T>> Interval<T> range(Function<Outcome, T> figure) {
        return band(figure, Fraction.ofValue(0), Fraction.ofValue(1));
    }

    /// A figure's values below which, and up to which, these parts of the scenarios lie: 0.05 and 0.95 leave
    /// out the lowest and the highest twentieth. Always values that occur.
    ///
    /// @throws IllegalArgumentException when `from` is above `to`
    public <T extends Comparable<? super T>> Interval<T> band(Function<Outcome, T> figure, Fraction from, Fraction to) {
        var sorted = outcomes.stream().map(figure).sorted().toList();
        int last = sorted.size() - 1;
        return Interval.of(
                sorted.get((int) Math.floor(from.value() * last)), sorted.get((int) Math.ceil(to.value() * last)));
    }
}
