package org.stipple.dose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.stipple.dose.DoseEstimate.DepthScenario;
import org.stipple.dose.DoseEstimate.Uncertainty;
import org.stipple.quantities.Interval;

/// From a question to its answer.
final class Estimation {

    private static final double SPEED_SPREAD = Scenario.SPEED_SPREAD;

    private final DoseQuestion question;
    private final List<DepthSpread> depths;
    private final SharedSimulations shared;

    private Estimation(DoseQuestion question, SharedSimulations shared) {
        this.question = question;
        this.shared = shared;
        this.depths = question.penetration().stream()
                .map(penetration -> shared.depth(question, penetration))
                .toList();
    }

    static DoseEstimate of(DoseQuestion question, SharedSimulations shared) {
        return new Estimation(question, shared).estimate();
    }

    private DoseEstimate estimate() {
        double glide = question.technique().glide().millimetresPerSecond();
        var asked = shared.simulation(question, glide);
        var scenarios = new ArrayList<DepthScenario>();
        double volume = 0;
        for (int i = 0; i < depths.size(); i++) {
            var injured = injured(depths.get(i), glide);
            volume += injured.cubicMillimetresPerSquareCentimetre() / depths.size();
            scenarios.add(new DepthScenario(
                    question.penetration().get(i),
                    DepthSpread.BIN_MM,
                    depths.get(i).histogram(),
                    depths.get(i).reach(question.thickness(), 0),
                    injured));
        }
        return new DoseEstimate(
                asked.surface(),
                scenarios,
                new InjuredVolume(volume),
                pace(glide),
                Healing.OCCLUDED,
                Healing.OPEN,
                Healing.TIMELINE,
                uncertainty(asked.surface(), glide),
                Assumptions.of(question, asked),
                question.seed(),
                asked.map());
    }

    private Uncertainty uncertainty(SurfaceDose asked, double glide) {
        var lowest = asked;
        var highest = asked;
        var volumes = new ArrayList<InjuredVolume>();
        for (double each : glides(glide)) {
            var surface = shared.simulation(question, each).surface();
            lowest = lowest.lower(surface);
            highest = highest.higher(surface);
            depths.forEach(depth -> volumes.add(injured(depth, each)));
        }
        return new Uncertainty(
                lowest,
                highest,
                reachOverAll(-1),
                reachOverAll(1),
                Interval.of(Collections.min(volumes), Collections.max(volumes)),
                pace((1 + SPEED_SPREAD) * glide),
                pace((1 - SPEED_SPREAD) * glide));
    }

    /// The glides that the uncertainty spans: only a pen's density depends on it.
    private List<Double> glides(double glide) {
        return switch (question.device()) {
            case NeedleArray.Pen _ -> List.of((1 - SPEED_SPREAD) * glide, glide, (1 + SPEED_SPREAD) * glide);
            case NeedleArray.Roller _, NeedleArray.Stamp _ -> List.of(glide);
        };
    }

    private InjuredVolume injured(DepthSpread depth, double glide) {
        double perMm2 = question.device().densityPerMm2(question.technique(), glide);
        return shared.injured(depth, perMm2);
    }

    /// @param sign 1 for the most of each part over scenarios and thickness ± 1 SD, -1 for the least
    private DermisReach reachOverAll(int sign) {
        // The thinner the skin, the more gets through.
        DermisReach extreme = depths.getFirst().reach(question.thickness(), -sign);
        for (DepthSpread depth : depths) {
            if (depth.reach(question.thickness(), -sign) instanceof DermisReach.Reached(var reaching, var beyond)
                    && extreme instanceof DermisReach.Reached(var reachingSoFar, var beyondSoFar)) {
                extreme = new DermisReach.Reached(
                        sign * reaching.compareTo(reachingSoFar) > 0 ? reaching : reachingSoFar,
                        sign * beyond.compareTo(beyondSoFar) > 0 ? beyond : beyondSoFar);
            }
        }
        return extreme;
    }

    private Pace pace(double glide) {
        return switch (question.device()) {
            case NeedleArray.Pen pen ->
                new Pace.Motorised(
                        question.outline().areaMm2()
                                * question.technique().passes()
                                / (pen.swath().millimetres() * glide),
                        pen.strokesPerSecond());
            case NeedleArray.Roller _, NeedleArray.Stamp _ -> new Pace.ByHand();
        };
    }
}
