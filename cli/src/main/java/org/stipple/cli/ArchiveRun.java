package org.stipple.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.stipple.darkroom.Darkroom;
import org.stipple.protocol.document.UnusableInput;

/// One start of `stipple measure-all`, from the first folder to the last. Several pairs are measured at once and
/// written in order; no more are begun than are soon written, so that the size of the archive does not matter.
/// Mutable, for one thread.
final class ArchiveRun {

    /// `design`: what two photos of 24 megapixels and what is computed from them take, with room.
    private static final long MEMORY_OF_A_PAIR = 700L << 20;

    private static final int NAMED = 10;

    private final Archive archive;
    private final ArchiveOptions options;
    private final Path file;
    private final PrintWriter err;
    private final int atOnce = Math.clamp(
            Runtime.getRuntime().maxMemory() / MEMORY_OF_A_PAIR,
            1,
            Runtime.getRuntime().availableProcessors());
    private final Deque<Future<ArchivePair.Outcome>> begun = new ArrayDeque<>();
    private final Map<String, String> seen = new HashMap<>();
    private final List<String> refused = new ArrayList<>();
    private String series = "";
    private long kept;
    private long measured;
    private long refusals;

    ArchiveRun(Archive archive, ArchiveOptions options, Path file, PrintWriter err) {
        this.archive = archive;
        this.options = options;
        this.file = file;
        this.err = err;
    }

    /// @param all how many lines there will be
    /// @return the exit status
    /// @throws IOException when the file cannot be written; it can be gone on with
    int of(long all) throws IOException {
        var progress = new ArchiveProgress(err, ArchiveProgress.isTerminal(), all, System::nanoTime);
        ExecutorService workers = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().daemon().name("measure-", 1).factory());
        try (var answers = ArchiveAnswers.into(file);
                var darkroom = Darkroom.standing()) {
            var stopping = new Thread(() -> stop(answers, progress));
            Runtime.getRuntime().addShutdownHook(stopping);
            try {
                archive.each(piece -> begin(piece, workers, answers, darkroom, progress));
                while (!begun.isEmpty()) {
                    settle(answers, progress);
                }
                answers.finish();
            } finally {
                Runtime.getRuntime().removeShutdownHook(stopping);
                progress.end();
            }
        } finally {
            workers.shutdownNow();
        }
        tell();
        return 0;
    }

    /// On Ctrl-C: what is being written is finished, and nothing more is.
    private void stop(ArchiveAnswers answers, ArchiveProgress progress) {
        try {
            answers.stop();
        } catch (IOException unwritten) {
            err.println("stipple: " + unwritten.getMessage());
        }
        progress.end();
        err.println("stipple: stopped after " + progress.done() + " of " + progress.all()
                + "; the same command goes on from there");
        err.flush();
    }

    private void begin(
            Archive.Piece piece,
            ExecutorService workers,
            ArchiveAnswers answers,
            Darkroom darkroom,
            ArchiveProgress progress) {
        try {
            switch (piece) {
                case Archive.Piece.Closed(String name, String why) -> begin(workers, refusal(name, why));
                case Archive.Piece.Series found -> {
                    KeptAnswers.Series before = answers.keptOf(found.name());
                    for (var each = pairs(found, before, darkroom).iterator(); each.hasNext(); ) {
                        begin(workers, each.next());
                        while (begun.size() > 2 * atOnce) {
                            settle(answers, progress);
                        }
                    }
                }
            }
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private void begin(ExecutorService workers, Supplier<ArchivePair.Outcome> work) {
        begun.add(workers.submit(work::get));
    }

    private static Supplier<ArchivePair.Outcome> refusal(String name, String why) {
        var line = new ArchiveLine(name, Optional.empty(), Optional.empty(), Optional.empty());
        return () -> new ArchivePair.Outcome.Refused(line, why);
    }

    /// One after the other, when it is asked for: a pair holds its photos once they are decoded, and a series may
    /// be long.
    private Stream<Supplier<ArchivePair.Outcome>> pairs(
            Archive.Piece.Series found, KeptAnswers.Series before, Darkroom darkroom) {
        ArchiveSeries all;
        try {
            all = new ArchiveSeries(found.name(), SeriesFile.of(found, options.view(), options.scales()), options);
        } catch (UnusableInput broken) {
            return Stream.of(refusal(found.name(), String.valueOf(broken.getMessage())));
        }
        List<String> names = all.file().photos();
        ArchivePhoto baseline = photo(all, found, names.getFirst(), darkroom);
        if (names.size() == 1) {
            return Stream.of(new ArchivePair(all, baseline, Optional.empty(), before)::outcome);
        }
        return names.stream()
                .skip(1)
                .map(later -> Optional.of(photo(all, found, later, darkroom)))
                .map(followup -> new ArchivePair(all, baseline, followup, before)::outcome);
    }

    private static ArchivePhoto photo(
            ArchiveSeries series, Archive.Piece.Series found, String name, Darkroom darkroom) {
        return new ArchivePhoto(series.pathOf(name), found.folder().resolve(name), darkroom);
    }

    /// Writes the oldest of what was begun.
    private void settle(ArchiveAnswers answers, ArchiveProgress progress) throws IOException {
        ArchivePair.Outcome outcome = once(done(begun.removeFirst()));
        switch (outcome) {
            case ArchivePair.Outcome.Kept known -> {
                answers.add(known.before());
                kept++;
            }
            case ArchivePair.Outcome.Measured(ArchiveLine line, var answer) -> {
                answers.add(line.answered(answer));
                measured++;
            }
            case ArchivePair.Outcome.Refused(ArchiveLine line, String why) -> {
                answers.add(line.refused(why));
                refusals++;
                if (refused.size() < NAMED) {
                    refused.add(named(line.words(), why));
                }
            }
        }
        progress.one(
                !(outcome instanceof ArchivePair.Outcome.Kept), outcome.line().words());
    }

    private static ArchivePair.Outcome done(Future<ArchivePair.Outcome> work) throws IOException {
        try {
            return work.get();
        } catch (ExecutionException failed) {
            throw new IOException(String.valueOf(failed.getCause()), failed);
        } catch (InterruptedException stopped) {
            throw new IOException("it was stopped", stopped);
        }
    }

    /// A photo that lies in its series twice shows no second visit.
    private ArchivePair.Outcome once(ArchivePair.Outcome outcome) {
        ArchiveLine line = outcome.line();
        if (!line.series().equals(series)) {
            seen.clear();
            series = line.series();
        }
        if (line.made().isEmpty() || line.followup().isEmpty()) {
            return outcome;
        }
        seen.putIfAbsent(line.made().get().baseline(), line.baseline().orElseThrow());
        String followup = line.followup().get();
        String other = seen.putIfAbsent(line.made().get().followup().orElseThrow(), followup);
        return other == null ? outcome : twice(line, followup, other);
    }

    private static ArchivePair.Outcome twice(ArchiveLine line, String followup, String other) {
        var why = new UnusableInput(
                followup, "the same file as " + other + ", byte for byte", "each photo once in its series");
        return new ArchivePair.Outcome.Refused(
                new ArchiveLine(line.series(), line.baseline(), line.followup(), Optional.empty()),
                String.valueOf(why.getMessage()));
    }

    /// A reason that begins with the photo or the folder names it already.
    private static String named(String what, String why) {
        return why.startsWith(what + ": ") || why.startsWith(what + "/") ? why : what + ": " + why;
    }

    private void tell() {
        err.println("stipple: " + (measured + kept + refusals) + " lines in " + file + ": " + measured + " measured, "
                + kept + " as they stood there, " + refusals + " without an answer");
        refused.forEach(each -> err.println("  " + each));
        if (refusals > refused.size()) {
            err.println("  and " + (refusals - refused.size()) + " more: see \"error\" in the file");
        }
        err.flush();
    }
}
