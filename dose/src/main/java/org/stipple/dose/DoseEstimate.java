package org.stipple.dose;

import java.util.List;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Interval;

/// What a zone of skin receives. Described in `docs/data/dose.md`. Nothing in it is clinically validated.
///
/// @param surface density, coverage, duplicates and punctures of the treatment that the seed drew
/// @param depth one entry a penetration scenario, in the order asked
/// @param injuredVolume mean of the scenarios, each weighing the same
/// @param pace how long it takes
/// @param occluded how long channels stay open under occlusion
/// @param open how long channels stay open in air
/// @param healing what is published about the time after, in order
/// @param uncertainty range of each figure
/// @param assumptions what was assumed, in words for a person, those of the question first
/// @param seed with which this can be had again
/// @param map where the punctures lie
public record DoseEstimate(
        SurfaceDose surface,
        List<DepthScenario> depth,
        InjuredVolume injuredVolume,
        Pace pace,
        Healing.Closure occluded,
        Healing.Closure open,
        List<Healing.Event> healing,
        Uncertainty uncertainty,
        List<String> assumptions,
        long seed,
        DensityMap map) {

    /// Copies the lists.
    public DoseEstimate {
        depth = List.copyOf(depth);
        healing = List.copyOf(healing);
        assumptions = List.copyOf(assumptions);
    }

    /// The depth–density histogram of this session: channels per cm² by depth, one a penetration scenario, in the
    /// order asked. Those of several sessions add up: [DepthDensity#ofCourse(List)].
    public List<DepthDensity> depthDensity() {
        return depth.stream()
                .map(scenario -> DepthDensity.of(surface.density().mean(), scenario))
                .toList();
    }

    /// The same treatment of more or less skin: punctures and seconds in proportion, and all else as it is. The
    /// map stays that of the skin that was simulated.
    ///
    /// @param times how much more skin it is, more than 0
    public DoseEstimate on(double times) {
        return new DoseEstimate(
                surface.on(times),
                depth,
                injuredVolume,
                pace.on(times),
                occluded,
                open,
                healing,
                new Uncertainty(
                        uncertainty.lowest.on(times),
                        uncertainty.highest.on(times),
                        uncertainty.leastReach,
                        uncertainty.mostReach,
                        uncertainty.injuredVolume,
                        uncertainty.quickest.on(times),
                        uncertainty.slowest.on(times)),
                assumptions,
                seed,
                map);
    }

    /// How deep the channels are if this part of the set depth is really reached.
    ///
    /// @param penetration the scenario
    /// @param binMm width of the bins, in mm
    /// @param fraction of the punctures in each bin; bin k holds depths above k·binMm and up to (k+1)·binMm;
    ///   they sum to 1
    /// @param reach into and through the dermis, at the mean thickness
    /// @param injuredVolume in this scenario
    public record DepthScenario(
            Fraction penetration,
            double binMm,
            List<Fraction> fraction,
            DermisReach reach,
            InjuredVolume injuredVolume) {

        /// Copies the list.
        public DepthScenario {
            fraction = List.copyOf(fraction);
        }
    }

    /// The range of each figure over all penetration scenarios, skin one standard deviation thinner and
    /// thicker, and a pen's glide 30 % slower and faster. Every figure ranges by itself: lows need not occur
    /// together.
    ///
    /// @param lowest of each surface figure
    /// @param highest of each surface figure
    /// @param leastReach of each part of the reach
    /// @param mostReach of each part of the reach
    /// @param injuredVolume least to most
    /// @param quickest time with the faster glide
    /// @param slowest time with the slower glide
    public record Uncertainty(
            SurfaceDose lowest,
            SurfaceDose highest,
            DermisReach leastReach,
            DermisReach mostReach,
            Interval<InjuredVolume> injuredVolume,
            Pace quickest,
            Pace slowest) {}
}
