package org.stipple.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stipple.dose.DoseEstimate;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.picture.DensityPicture;
import org.stipple.dose.picture.DepthPicture;
import org.stipple.dose.picture.SettingsPicture;
import org.stipple.dose.settings.SessionAnswer;
import org.stipple.dose.settings.SettingsAnswer;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.UnusableInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `stipple dose`: what a zone of skin receives from a device and a technique.
@Command(
        name = "dose",
        mixinStandardHelpOptions = true,
        description = "What a zone of skin receives: density, coverage, depths, injured volume, time.")
final class DoseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "JSON or YAML: device, technique, zone.")
    private @Nullable Path file;

    @Option(names = "--json", description = "One JSON document instead of a table.")
    private boolean json;

    @Option(
            names = "--batch",
            paramLabel = "FILE.ndjson",
            description = "Instead of FILE: one case a line in, one JSON answer a line out.")
    private @Nullable Path batch;

    @Option(names = "--map", paramLabel = "OUT.png", description = "Density map, PNG.")
    private @Nullable Path map;

    @Option(names = "--report", paramLabel = "OUT.html", description = "Printable report that needs no other file.")
    private @Nullable Path report;

    @Option(
            names = "--search",
            paramLabel = "GOAL",
            description = "JSON or YAML: density and depth to come near to, with bounds. Adds the settings that no"
                    + " other beats, or what stands in the way.")
    private @Nullable Path search;

    @Option(names = "--pareto", paramLabel = "OUT.svg", description = "What the settings found give and cost, SVG.")
    private @Nullable Path pareto;

    @Option(names = "--depths", paramLabel = "OUT.svg", description = "Depth histogram, SVG.")
    private @Nullable Path depths;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var knowledge = Knowledge.builtIn();
        refuseFilesOfABatch();
        if (file != null && batch == null) {
            var document = new InputFile(file).document();
            one(DoseInput.question(document, knowledge), goal(document, knowledge), out);
        } else if (file == null && batch != null) {
            new BatchFile(batch).answer(out, document -> answer(DoseInput.question(document, knowledge)));
        } else {
            throw new UnusableInput("", file == null ? "no file" : "FILE and --batch", "either FILE or --batch");
        }
        out.flush();
        return 0;
    }

    private Optional<GoalInput.Asked> goal(Document document, Knowledge knowledge) {
        if (search == null) {
            return Optional.empty();
        }
        var goal = new InputFile(search);
        try {
            return Optional.of(GoalInput.read(goal.document(), document, knowledge));
        } catch (UnusableInput unusable) {
            throw unusable.under("--search");
        }
    }

    private void refuseFilesOfABatch() {
        var files = new LinkedHashMap<String, Path>();
        put(files, "--map", map);
        put(files, "--report", report);
        put(files, "--depths", depths);
        put(files, "--pareto", pareto);
        if (batch != null) {
            put(files, "--search", search);
            files.forEach((option, path) -> {
                throw new UnusableInput(option, path.toString(), "no " + option + " beside --batch: it is of one case");
            });
        }
        if (pareto != null && search == null) {
            throw new UnusableInput("--pareto", pareto.toString(), "--search beside it: without a goal there is none");
        }
        var seen = new HashMap<Path, String>();
        files.forEach((option, path) -> {
            var other = seen.putIfAbsent(path.toAbsolutePath().normalize(), option);
            if (other != null) {
                throw new UnusableInput(option, path.toString(), "another file than " + other);
            }
        });
    }

    private static void put(Map<String, Path> files, String option, @Nullable Path path) {
        if (path != null) {
            files.put(option, path);
        }
    }

    private static Document.Mapping answer(DoseQuestion question) {
        return DoseDetail.document(question, question.estimate());
    }

    /// What a search found, beside what it was asked.
    private record Searched(GoalInput.Asked asked, SessionAnswer answer) {

        GoalWords words() {
            return new GoalWords(asked, answer);
        }
    }

    /// All is computed before anything is written, so that what cannot be answered leaves nothing behind.
    private void one(DoseQuestion question, Optional<GoalInput.Asked> goal, PrintWriter out) {
        var read = Stream.of(file, search).filter(Objects::nonNull).toList();
        var mapFile = OutFile.of("--map", map, read);
        var depthsFile = OutFile.of("--depths", depths, read);
        var paretoFile = OutFile.of("--pareto", pareto, read);
        var reportFile = OutFile.of("--report", report, read);
        var estimate = question.estimate();
        var searched = goal.map(asked -> new Searched(asked, asked.session().search(DoseDetail.workers())));
        var files = new LinkedHashMap<OutFile, byte[]>();
        mapFile.ifPresent(file -> files.put(file, DensityPicture.png(question)));
        depthsFile.ifPresent(file -> files.put(file, bytes(DepthPicture.svg(question, estimate))));
        searched.ifPresent(found -> paretoFile.ifPresent(file -> files.put(file, pareto(file, found.answer()))));
        reportFile.ifPresent(
                file -> files.put(file, DoseReport.html(question, estimate, searched.map(Searched::words))));
        String text = json ? json(question, estimate, searched) : words(question, estimate, searched);
        OutFile.write(files);
        out.print(text);
    }

    private static String json(DoseQuestion question, DoseEstimate estimate, Optional<Searched> searched) {
        var document = DoseDetail.document(question, estimate);
        return Documents.pretty(searched.map(
                        found -> document.with("search", GoalAnswer.document(found.asked(), found.answer())))
                .orElse(document));
    }

    private static String words(DoseQuestion question, DoseEstimate estimate, Optional<Searched> searched) {
        return DoseTable.of(question, estimate)
                + searched.map(found -> found.words().text()).orElse("");
    }

    /// The first zone's settings.
    private static byte[] pareto(OutFile file, SessionAnswer answer) {
        return switch (answer.zones().getFirst()) {
            case SettingsAnswer.Found found -> bytes(SettingsPicture.svg(found));
            case SettingsAnswer.Infeasible _ ->
                throw new UnusableInput(
                        "--pareto", file.path() + ", though no setting fits", "bounds within which one does");
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
