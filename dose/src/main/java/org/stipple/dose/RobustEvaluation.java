package org.stipple.dose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.stipple.dose.RobustQuestion.Hand;
import org.stipple.quantities.Fraction;

/// From many scenarios to their outcomes: one simulation for each pair of speed and duty, in parallel, and closed
/// forms for the rest.
final class RobustEvaluation {

    private RobustEvaluation() {}

    static RobustDose of(RobustQuestion question, int workers) {
        var surfaces = simulated(question, workers);
        var nominal = question.nominal();
        double setMm = nominal.technique().depth().asMillimetres();
        var needle = nominal.device().needle();
        var depths = new HashMap<Fraction, DepthSpread>();
        var outcomes = new ArrayList<RobustDose.Outcome>();
        for (var scenario : question.scenarios()) {
            var depth = depths.computeIfAbsent(
                    scenario.penetration(), penetration -> new DepthSpread(setMm, penetration.value(), needle));
            var hand = Hand.of(scenario);
            var asked = question.asked(hand);
            double perMm2 = nominal.device()
                    .densityPerMm2(asked.technique(), asked.technique().glide().millimetresPerSecond());
            outcomes.add(new RobustDose.Outcome(
                    scenario,
                    Objects.requireNonNull(surfaces.get(hand), "every hand was simulated"),
                    depth.reach(nominal.thickness(), scenario.thicknessDeviations()),
                    new InjuredVolume(100 * depth.injuredMm3PerMm2(perMm2))));
        }
        return new RobustDose(outcomes);
    }

    /// Every worker has maps of its own and takes the next simulation that nobody has taken. Which of them
    /// makes it does not change it.
    private static Map<Hand, SurfaceDose> simulated(RobustQuestion question, int workers) {
        var hands = question.hands();
        var next = new AtomicInteger();
        var surfaces = new HashMap<Hand, SurfaceDose>();
        int needed = Math.min(workers, hands.size());
        try (var pool = Executors.newFixedThreadPool(needed)) {
            var shares = new ArrayList<Future<Map<Hand, SurfaceDose>>>();
            for (int worker = 0; worker < needed; worker++) {
                shares.add(pool.submit(() -> share(question, hands, next)));
            }
            for (var share : shares) {
                surfaces.putAll(share.get());
            }
            return surfaces;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a simulation failed", e.getCause());
        }
    }

    private static Map<Hand, SurfaceDose> share(RobustQuestion question, List<Hand> hands, AtomicInteger next) {
        var nominal = question.nominal();
        var maps = new PunctureMaps(nominal.outline(), nominal.device());
        var share = new HashMap<Hand, SurfaceDose>();
        for (int i = next.getAndIncrement(); i < hands.size(); i = next.getAndIncrement()) {
            var asked = question.asked(hands.get(i));
            double glide = asked.technique().glide().millimetresPerSecond();
            share.put(hands.get(i), Simulation.of(asked, glide, maps).surface());
        }
        return share;
    }
}
