package org.stipple.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stipple.dose.DoseQuestion;
import org.stipple.protocol.DoseDocument;
import org.stipple.protocol.Knowledge;
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

    @Option(names = "--map", paramLabel = "OUT.png", description = "Density map. Not there yet.")
    private @Nullable Path map;

    @Option(names = "--report", paramLabel = "OUT.html", description = "Printable report. Not there yet.")
    private @Nullable Path report;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (map != null) {
            throw new UnusableInput("--map", map.toString(), "no --map: density maps are not there yet");
        }
        if (report != null) {
            throw new UnusableInput("--report", report.toString(), "no --report: reports are not there yet");
        }
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var knowledge = Knowledge.builtIn();
        if (file != null && batch == null) {
            one(DoseInput.question(new InputFile(file).document(), knowledge), out);
        } else if (file == null && batch != null) {
            new BatchFile(batch)
                    .answer(
                            out,
                            document -> DoseDocument.of(
                                    DoseInput.question(document, knowledge).estimate()));
        } else {
            throw new UnusableInput("", file == null ? "no file" : "FILE and --batch", "either FILE or --batch");
        }
        out.flush();
        return 0;
    }

    private void one(DoseQuestion question, PrintWriter out) {
        var estimate = question.estimate();
        out.print(json ? Documents.pretty(DoseDocument.of(estimate)) : DoseTable.of(question, estimate));
    }
}
