package org.stipple.dose.settings;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.RobustQuestion;
import org.stipple.dose.Scenario;
import org.stipple.dose.SurfaceDose;
import org.stipple.dose.Technique;
import org.stipple.quantities.Fraction;

/// All combinations by closed forms; what none beats is simulated, and leaves if the simulation breaks a hard
/// cap.
final class Search {

    private final SettingsQuestion asked;
    private final int workers;
    private final Map<Technique, SurfaceDose> simulated = new HashMap<>();

    Search(SettingsQuestion asked, int workers) {
        this.asked = asked;
        this.workers = workers;
    }

    SettingsAnswer answer() {
        var found = Candidates.of(asked);
        var possible = new ArrayList<>(found.all().stream()
                .filter(each -> each.broken().isEmpty())
                .sorted(Candidate.ORDER)
                .toList());
        var broken = new HashSet<Set<Bound>>();
        while (!possible.isEmpty()) {
            var front = front(possible);
            simulate(front);
            var refused = new HashSet<Candidate>();
            for (var candidate : front) {
                var above = brokenBySimulation(surface(candidate.question()));
                if (!above.isEmpty()) {
                    refused.add(candidate);
                    broken.add(above);
                }
            }
            if (refused.isEmpty()) {
                return new SettingsAnswer.Found(
                        front.stream().map(this::setting).toList());
            }
            possible.removeAll(refused);
        }
        found.all().forEach(each -> broken.add(each.broken()));
        return infeasible(found, broken);
    }

    /// Those that no other beats, and one of those that are alike.
    ///
    /// @param sorted in [Candidate#ORDER], in which nothing is beaten by what comes after it
    static List<Candidate> front(List<Candidate> sorted) {
        var front = new ArrayList<Candidate>();
        for (var candidate : sorted) {
            if (front.stream().noneMatch(better -> better.atMost(candidate))) {
                front.add(candidate);
            }
        }
        return front;
    }

    /// Every way of gliding once, as many at a time as there are workers.
    private void simulate(List<Candidate> front) {
        var waiting = front.stream()
                .map(each -> gliding(each.question()))
                .filter(each -> !simulated.containsKey(each.technique()))
                .distinct()
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        try (var pool = Executors.newFixedThreadPool(Math.min(workers, waiting.size()))) {
            var running = new LinkedHashMap<Technique, Future<SurfaceDose>>();
            for (var question : waiting) {
                running.put(question.technique(), pool.submit(() -> simulated(question)));
            }
            for (var each : running.entrySet()) {
                simulated.put(each.getKey(), each.getValue().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a simulation failed", e.getCause());
        }
    }

    private static SurfaceDose simulated(DoseQuestion question) {
        var asTold = new Scenario(
                question.penetration().getFirst(), 0, 1, question.technique().contactDuty());
        return new RobustQuestion(question, List.of(asTold))
                .evaluate(1)
                .outcomes()
                .getFirst()
                .surface();
    }

    /// The same at the least depth: where a puncture falls does not depend on how deep it goes.
    private DoseQuestion gliding(DoseQuestion question) {
        var told = question.technique();
        return question.withTechnique(new Technique(
                asked.available().depths().getFirst(),
                told.passes(),
                told.directions(),
                told.glide(),
                told.contactDuty(),
                told.efficiency(),
                told.glideVariation(),
                told.jitter()));
    }

    private SurfaceDose surface(DoseQuestion question) {
        return Objects.requireNonNull(simulated.get(gliding(question).technique()), "every member was simulated");
    }

    private Set<Bound> brokenBySimulation(SurfaceDose surface) {
        var broken = EnumSet.noneOf(Bound.class);
        if (Candidates.isHardAndAbove(
                asked.bounds().coverage(), surface.coverage().monteCarlo())) {
            broken.add(Bound.COVERAGE);
        }
        if (Candidates.isHardAndAbove(
                asked.bounds().duplicates(), surface.duplicates().monteCarlo())) {
            broken.add(Bound.DUPLICATES);
        }
        return broken;
    }

    private Setting setting(Candidate candidate) {
        var question = candidate.question();
        var surface = surface(question);
        return new Setting(
                question.technique(),
                candidate.told(),
                candidate.worst(),
                candidate.pace(),
                surface,
                Candidates.deepest(question),
                cautions(question, surface));
    }

    /// Caps that are exceeded: hard ones never are.
    private List<Bound> cautions(DoseQuestion question, SurfaceDose surface) {
        var cautions = new ArrayList<Bound>();
        Candidates.beyondDermis(question, asked.bounds().beyondDermis()).ifPresent(cautions::add);
        if (isAbove(asked.bounds().coverage(), surface.coverage().monteCarlo())) {
            cautions.add(Bound.COVERAGE);
        }
        if (isAbove(asked.bounds().duplicates(), surface.duplicates().monteCarlo())) {
            cautions.add(Bound.DUPLICATES);
        }
        return cautions;
    }

    private static boolean isAbove(Optional<Cap> cap, Fraction part) {
        return cap.isPresent() && part.compareTo(cap.get().most()) > 0;
    }

    /// The smallest sets of bounds that some combination breaks: were one of them lifted, that would be left.
    private SettingsAnswer infeasible(Candidates.Found found, Set<Set<Bound>> broken) {
        if (found.all().isEmpty()) {
            broken.add(Set.of(found.tooMany() ? Bound.SIZE : Bound.NEEDLE_LENGTH));
        }
        broken.remove(Set.of());
        int fewest = broken.stream().mapToInt(Set::size).min().orElse(0);
        var smallest = new TreeSet<String>();
        var sets = new HashMap<String, List<Bound>>();
        for (var set : broken) {
            if (set.size() == fewest) {
                var sorted = List.copyOf(new TreeSet<>(set));
                smallest.add(sorted.toString());
                sets.put(sorted.toString(), sorted);
            }
        }
        return new SettingsAnswer.Infeasible(
                smallest.stream().map(sets::get).map(Objects::requireNonNull).toList());
    }
}
