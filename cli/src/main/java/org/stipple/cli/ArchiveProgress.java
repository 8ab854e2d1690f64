package org.stipple.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/// How far an archive is measured, for whoever waits: a bar that is drawn over itself on a terminal, else a
/// line now and then. Mutable, for one thread.
final class ArchiveProgress {

    private static final Duration OF_A_BAR = Duration.ofMillis(100);
    private static final Duration OF_A_LINE = Duration.ofSeconds(10);
    private static final int BAR = 24;
    private static final int COLUMNS = 79;

    private final PrintWriter to;
    private final boolean isTerminal;
    private final long all;
    private final LongSupplier nanos;
    private final long began;
    private long shown;
    private long done;
    private long measured;

    /// @param all lines there will be
    /// @param nanos a clock that never goes back
    ArchiveProgress(PrintWriter to, boolean isTerminal, long all, LongSupplier nanos) {
        this.to = to;
        this.isTerminal = isTerminal;
        this.all = all;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.shown = began;
    }

    /// Whether the standard error of this process is a terminal.
    static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    /// One more line is there.
    ///
    /// @param anew whether it took work, and was not only taken over
    /// @param name what it is about
    void one(boolean anew, String name) {
        done++;
        if (anew) {
            measured++;
        }
        long now = nanos.getAsLong();
        if (now - shown >= (isTerminal ? OF_A_BAR : OF_A_LINE).toNanos() || isTerminal && done == 1) {
            shown = now;
            show(name);
        }
    }

    private void show(String name) {
        String figures = done + (isTerminal ? "/" : " of ") + all + rate();
        if (isTerminal) {
            int full = (int) (BAR * Math.min(done, all) / Math.max(1, all));
            String bar = "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + figures + "  " + printable(name);
            to.print("\r\033[K" + bar.substring(0, Math.min(bar.length(), COLUMNS)));
        } else {
            to.println("stipple: " + figures);
        }
        to.flush();
    }

    private String rate() {
        return left().map(left -> String.format(Locale.ROOT, "  %.2g/s  %s left", measured / seconds(), inWords(left)))
                .orElse("");
    }

    private Optional<Duration> left() {
        return measured == 0 || seconds() <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.round(Math.max(0, all - done) * seconds() / measured)));
    }

    private double seconds() {
        return (nanos.getAsLong() - began) / 1e9;
    }

    static String inWords(Duration time) {
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }

    /// A file name may hold what a terminal would obey.
    private static String printable(String name) {
        return name.replaceAll("\\p{C}", "?");
    }

    /// Takes the bar away, so that what is said next stands on a line of its own.
    void end() {
        if (isTerminal) {
            to.print("\r\033[K");
            to.flush();
        }
    }

    long done() {
        return done;
    }

    long all() {
        return all;
    }
}
