package org.stipple.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.stipple.bench.clinic.ClinicLoad;
import org.stipple.bench.judge.Judge;
import org.stipple.phantom.SeedRange;
import org.stipple.protocol.document.Documents;

/// Runs the benchmarks of a subject and writes `DATE-subject.json` and `.md`.
///
/// `Bench FOLDER DATE "MACHINE" [screening|loading|planning|dose|search|imaging-speed|imaging …]`: the day and
/// the machine are said by whoever measures, because a figure without them says nothing.
///
/// `imaging` and `imaging-tuning` are no benchmarks: they judge what `stipple measure` reads (see [Judge]), on
/// the held-out seeds into `imaging.md`, or on fewer people of the tuning seeds, which is shown and not kept.
/// They run by name only. So does `clinic`, which opens the pages of a clinic with 100,000 people.
public final class Bench {

    private static final List<String> SUBJECTS =
            List.of("screening", "loading", "planning", "dose", "search", "imaging-speed");

    private static final String JUDGED = "imaging";
    private static final String TUNED = "imaging-tuning";
    private static final String CLINIC = "clinic";

    /// With ten sessions each: what the pages are asked for.
    private static final int CROWD = 100_000;

    /// Of each skin type.
    private static final int JUDGED_PEOPLE = 5;

    private static final int TUNED_PEOPLE = 2;

    private Bench() {}

    /// @param arguments as described above
    /// @throws RunnerException when a benchmark fails
    /// @throws IOException when the results cannot be written
    public static void main(String[] arguments) throws RunnerException, IOException {
        if (arguments.length < 3) {
            System.err.println("usage: FOLDER DATE \"MACHINE\" [SUBJECT …]; subjects: " + String.join(", ", SUBJECTS)
                    + "; by name only: " + CLINIC + ", " + JUDGED + ", " + TUNED);
            System.exit(2);
        }
        var folder = Path.of(arguments[0]);
        var on = LocalDate.parse(arguments[1]);
        var subjects = arguments.length > 3 ? Arrays.asList(arguments).subList(3, arguments.length) : SUBJECTS;
        for (String subject : subjects) {
            if (subject.equals(CLINIC)) {
                clinic(folder, on, arguments[2]);
                continue;
            }
            if (subject.equals(JUDGED) || subject.equals(TUNED)) {
                judge(subject, folder, on, arguments[2]);
                continue;
            }
            if (!SUBJECTS.contains(subject)) {
                throw new IllegalArgumentException("no such subject: " + subject + "; there are " + SUBJECTS);
            }
            write(folder.resolve(on + "-" + subject), measured(subject, on, arguments[2]));
        }
    }

    /// Into `clinic.md`; the demo with its crowd stays in `bench/target/clinic` and is used again.
    private static void clinic(Path folder, LocalDate on, String machine) throws IOException {
        var bench = Objects.requireNonNull(folder.toAbsolutePath().normalize().getParent());
        var load = new ClinicLoad(
                List.of(bench.resolveSibling("stipple").toString()),
                bench.resolve("target").resolve(CLINIC),
                Integer.getInteger("stipple.crowd", CROWD));
        String page = load.page(on.toString(), machine);
        System.out.println(page);
        Files.writeString(folder.resolve("clinic.md"), page);
    }

    private static void judge(String subject, Path folder, LocalDate on, String machine) throws IOException {
        boolean isTuning = subject.equals(TUNED);
        // The results stand in bench/results of a source tree, and the program in its root.
        var bench = Objects.requireNonNull(folder.toAbsolutePath().normalize().getParent());
        var judge = new Judge(
                List.of(bench.resolveSibling("stipple").toString()),
                bench.resolve("target").resolve(subject),
                isTuning ? SeedRange.TUNING : SeedRange.HELD_OUT,
                isTuning ? TUNED_PEOPLE : JUDGED_PEOPLE);
        String page = judge.page(on.toString(), machine);
        System.out.println(page);
        if (!isTuning) {
            Files.writeString(folder.resolve("imaging.md"), page);
        }
    }

    private static Results measured(String subject, LocalDate on, String machine) throws RunnerException {
        double before = Machine.load();
        String type = Arrays.stream(subject.split("-"))
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining())
                + "Benchmark";
        var options = new OptionsBuilder()
                .include("\\." + type + "\\.")
                .shouldFailOnError(true)
                .jvmArgsAppend("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders")
                .build();
        var figures = new ArrayList<Figure>();
        for (var result : new Runner(options).run()) {
            figures.add(Figure.of(result));
        }
        return new Results(subject, on, new Machine(machine, before, Machine.load()), figures);
    }

    private static void write(Path file, Results results) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(Path.of(file + ".json"), Documents.pretty(results.document()));
        Files.writeString(Path.of(file + ".md"), results.page());
        System.out.println(results.page());
    }
}
