package org.stipple.bench.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.stipple.phantom.SeedRange;
import org.stipple.phantom.Skin;
import org.stipple.quantities.SkinType;

/// Photographs invented people of all six skin types, has `stipple measure` read the files, and compares what
/// it says with what is true.
///
/// Photos, answers and masks stay in the folder, one for each trial, to be looked at.
public final class Judge {

    private static final int WORKERS = 2;

    private final Program program;
    private final Path folder;
    private final SeedRange seeds;
    private final int people;

    /// @param command what `stipple` is called by
    /// @param folder where photos and answers are kept
    /// @param seeds whom the people are made from
    /// @param people of each skin type; tags are always 40
    public Judge(List<String> command, Path folder, SeedRange seeds, int people) {
        this.program = new Program(command);
        this.folder = folder;
        this.seeds = seeds;
        this.people = people;
    }

    /// Runs all trials: minutes.
    ///
    /// @param on the day, for the page
    /// @param machine in words, for the page
    /// @return the page of results
    /// @throws IOException when the folder cannot be written to
    public String page(String on, String machine) throws IOException {
        var scores = new Scores();
        List<Trial> trials = trials();
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            var findings = new ArrayList<Future<Consumer<Scores>>>();
            for (Trial trial : trials) {
                Path own = folder.resolve(trial.name());
                Files.createDirectories(own);
                Callable<Consumer<Scores>> work = () -> trial.run(own, program);
                findings.add(workers.submit(work));
            }
            for (int i = 0; i < findings.size(); i++) {
                score(trials.get(i), findings.get(i), scores);
            }
        }
        return new JudgePage(scores, seeds, people, on, machine).text();
    }

    private static void score(Trial trial, Future<Consumer<Scores>> finding, Scores scores) {
        try {
            finding.get().accept(scores);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Program.Refused refused) {
                targets(trial).forEach(target -> scores.miss(target, String.valueOf(refused.getMessage())));
            } else {
                throw new IllegalStateException(trial.name(), failed);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(trial.name(), stopped);
        }
    }

    private static List<Target> targets(Trial trial) {
        return switch (trial) {
            case Person _ ->
                List.of(
                        Target.WRINKLE_F1,
                        Target.WRINKLE_LENGTH,
                        Target.PORE_F1,
                        Target.PORE_COUNT,
                        Target.PORE_AREA,
                        Target.SPOT_AREA,
                        Target.ITA,
                        Target.FALSE_CHANGE,
                        Target.FOUND_CHANGE);
            case Series series ->
                List.of(
                        switch (series.kind()) {
                            case DEPTH -> Target.WRINKLE_DEPTH;
                            case RELIEF -> Target.ROUGHNESS;
                            case BLOOD -> Target.ERYTHEMA;
                        });
            case Glance glance ->
                List.of(
                        switch (glance.kind()) {
                            case OIL -> Target.SHINE;
                            case STRETCH_MARKS -> Target.STRETCH_MARK_F1;
                        });
            case Stretched _ -> List.of(Target.REGISTRATION_MEDIAN, Target.REGISTRATION_P95);
            case Tagged _ -> List.of(Target.TAGS, Target.TAG_SCALE);
        };
    }

    private List<Trial> trials() {
        var trials = new ArrayList<Trial>();
        for (SkinType type : SkinType.values()) {
            for (int i = 0; i < people; i++) {
                // Ten seeds for each, because a trial takes the next ones for its further photos.
                long seed = seeds.seed(1000 * type.number() + 10 * i);
                double ita = tone(type, seed);
                trials.add(new Person(type, ita, seed));
                for (var kind : Glance.Kind.values()) {
                    trials.add(new Glance(kind, type, ita, seed + i % 2));
                }
            }
            long seed = seeds.seed(1000 * type.number() + 900);
            for (var kind : Series.Kind.values()) {
                trials.add(new Series(kind, type, tone(type, seed), seed));
            }
            trials.add(new Stretched(type, tone(type, seed + 50), seed + 50));
        }
        for (int i = 0; i < 40; i++) {
            var type = SkinType.values()[i % SkinType.values().length];
            trials.add(new Tagged(type, Skin.itaDegrees(type), seeds.seed(10 * i)));
        }
        return trials;
    }

    /// Within 4 degrees of the one that stands for the type.
    private static double tone(SkinType type, long seed) {
        return Skin.itaDegrees(type) + 8 * (new java.util.Random(seed).nextDouble() - 0.5);
    }
}
