package org.stipple.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stipple.dose.DoseQuestion;
import org.stipple.dose.picture.DensityPicture;
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

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var knowledge = Knowledge.builtIn();
        refuseFilesOfABatch();
        if (file != null && batch == null) {
            one(DoseInput.question(new InputFile(file).document(), knowledge), out);
        } else if (file == null && batch != null) {
            new BatchFile(batch).answer(out, document -> answer(DoseInput.question(document, knowledge)));
        } else {
            throw new UnusableInput("", file == null ? "no file" : "FILE and --batch", "either FILE or --batch");
        }
        out.flush();
        return 0;
    }

    private void refuseFilesOfABatch() {
        if (batch != null && map != null) {
            throw new UnusableInput("--map", map.toString(), "no --map beside --batch: it is a picture of one case");
        }
        if (batch != null && report != null) {
            throw new UnusableInput("--report", report.toString(), "no --report beside --batch: it is of one case");
        }
        if (map != null && report != null && map.toAbsolutePath().equals(report.toAbsolutePath())) {
            throw new UnusableInput("--report", report.toString(), "another file than --map");
        }
    }

    private static Document.Mapping answer(DoseQuestion question) {
        return DoseDetail.document(question, question.estimate());
    }

    /// All is computed before anything is written, so that what cannot be answered leaves nothing behind.
    private void one(DoseQuestion question, PrintWriter out) {
        var mapFile = OutFile.of("--map", map);
        var reportFile = OutFile.of("--report", report);
        var estimate = question.estimate();
        String text =
                json ? Documents.pretty(DoseDetail.document(question, estimate)) : DoseTable.of(question, estimate);
        var files = new LinkedHashMap<OutFile, byte[]>();
        mapFile.ifPresent(file -> files.put(file, DensityPicture.png(question)));
        reportFile.ifPresent(file -> files.put(file, DoseReport.html(question, estimate)));
        OutFile.write(files);
        out.print(text);
    }
}
