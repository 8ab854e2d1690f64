package org.stipple.dose.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.PassByPass;
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

    /// Every way of gliding that has not been simulated, as many at a time as there are workers, the longest
    /// first.
    private void simulate(List<Candidate> front) {
        var waiting = new LinkedHashMap<Technique, TreeMap<Integer, Technique>>();
        for (var candidate : front) {
            var gliding = gliding(candidate.question()).technique();
            if (!simulated.containsKey(gliding)) {
                waiting.computeIfAbsent(onePass(gliding), _ -> new TreeMap<>()).put(gliding.passes(), gliding);
            }
        }
        if (waiting.isEmpty()) {
            return;
        }
        var longestFirst = waiting.values().stream()
                .sorted(Comparator.comparingDouble(each ->
                        -each.lastKey() / each.lastEntry().getValue().glide().millimetresPerSecond()))
                .toList();
        try (var pool = Executors.newFixedThreadPool(Math.min(workers, longestFirst.size()))) {
            var running = new ArrayList<Future<Map<Technique, SurfaceDose>>>();
            for (var passes : longestFirst) {
                running.add(pool.submit(() -> simulated(passes)));
            }
            for (var each : running) {
                simulated.putAll(each.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a simulation failed", e.getCause());
        }
    }

    /// Treatments that differ by the number of their passes alone, in one simulation.
    private Map<Technique, SurfaceDose> simulated(TreeMap<Integer, Technique> passes) {
        var longest = asked.zone().withTechnique(passes.lastEntry().getValue());
        var surfaces = PassByPass.surfaces(longest, passes.keySet());
        var found = new HashMap<Technique, SurfaceDose>();
        passes.forEach((number, technique) ->
                found.put(technique, Objects.requireNonNull(surfaces.get(number), "every number was simulated")));
        return found;
    }

    private static Technique onePass(Technique told) {
        return new Technique(
                told.depth(),
                1,
                told.directions(),
                told.glide(),
                told.contactDuty(),
                told.efficiency(),
                told.glideVariation(),
                told.jitter());
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
