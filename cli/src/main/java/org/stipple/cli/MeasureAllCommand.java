package org.stipple.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stipple.imaging.View;
import org.stipple.protocol.document.UnusableInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `stipple measure-all`: measures an archive of photos into one file, a line for each pair.
@Command(
        name = "measure-all",
        mixinStandardHelpOptions = true,
        description = {
            "Measure an archive of photos: every folder in DIR that has photos is one series of one piece of skin.",
            "Photos stand in the order of their names; each later one is compared with the first. A series.yaml",
            "beside them may say view, scale, baseline, photos, zones and landmarks: see docs/data/archive.md.",
            "FILE gets one line for each pair, in the order of the names. Started again, it goes on after what is",
            "there, and measures anew what has changed by content."
        })
final class MeasureAllCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "A folder of folders with photos.")
    private @Nullable Path directory;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "NDJSON: a line for each pair of photos, or for a photo that is alone. Outside DIR.")
    private @Nullable Path out;

    @Option(names = "--view", paramLabel = "V", description = "As measure takes it, where a series says none.")
    private String view = View.FRONTAL.id();

    @Option(names = "--scale", paramLabel = "S", description = "As measure takes it, where a series says none.")
    private List<String> scales = new ArrayList<>();

    @Option(names = "--landmark-models", paramLabel = "DIR", description = "As measure takes it.")
    private @Nullable Path landmarkModels;

    @Option(names = "--repeatability", paramLabel = "FILE", description = "As measure takes it.")
    private @Nullable Path repeatability;

    @Override
    public Integer call() {
        var archive = Archive.at(Objects.requireNonNull(directory));
        Path file = outside(archive);
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        var options = ArchiveOptions.of(
                view,
                scales,
                repeatability,
                landmarkModels,
                words -> line.getErr().println("stipple: " + words));
        long all = lines(archive, options, file);
        try {
            return new ArchiveRun(archive, options, file, line.getErr()).of(all);
        } catch (IOException unwritten) {
            return failed(line.getErr(), file, unwritten);
        } catch (UncheckedIOException unwritten) {
            return failed(line.getErr(), file, Objects.requireNonNull(unwritten.getCause()));
        }
    }

    private static int failed(PrintWriter err, Path file, IOException why) {
        err.println("stipple: failed before the end of the archive, " + file + " can be gone on with: "
                + String.valueOf(why.getMessage()).replaceAll("\\s+", " "));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private Path outside(Archive archive) {
        Path asked = Objects.requireNonNull(out);
        OutFile.of("--out", asked, repeatability == null ? List.of() : List.of(repeatability));
        Path file = real(asked);
        if (archive.holds(file)) {
            throw new UnusableInput("--out", asked + ", which lies in DIR", "a file outside the archive");
        }
        ArchiveAnswers.check(file);
        return file;
    }

    private static Path real(Path path) {
        try {
            return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        } catch (IOException unreadable) {
            throw new UnusableInput("--out", path + ", which cannot be read", "a file that can be written");
        }
    }

    /// How many lines there will be; a first walk, which looks at no photo.
    private static long lines(Archive archive, ArchiveOptions options, Path file) {
        var all = new long[1];
        archive.each(piece -> {
            switch (piece) {
                case Archive.Piece.Closed _ -> all[0]++;
                case Archive.Piece.Series series -> {
                    all[0] += lines(series, options);
                    refuseToRead(series, file);
                }
            }
        });
        if (all[0] == 0) {
            throw archive.empty();
        }
        return all[0];
    }

    private static int lines(Archive.Piece.Series series, ArchiveOptions options) {
        try {
            return SeriesFile.of(series, options.view(), options.scales()).lines();
        } catch (UnusableInput broken) {
            return 1; // which says so
        }
    }

    /// By a link, a file outside may be one of the archive.
    private static void refuseToRead(Archive.Piece.Series series, Path file) {
        if (!Files.exists(file)) {
            return;
        }
        for (String photo : series.photos()) {
            Path path = series.folder().resolve(photo);
            try {
                if (Files.isSymbolicLink(path) && Files.exists(path) && Files.isSameFile(path, file)) {
                    throw new UnusableInput(
                            "--out", file + ", to which " + path + " leads", "a file that is no photo of the archive");
                }
            } catch (IOException unreadable) {
                continue; // it gets its line
            }
        }
    }
}
