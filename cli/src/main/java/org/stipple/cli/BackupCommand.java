package org.stipple.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stipple.clinic.Safekeeping;
import org.stipple.clinic.database.CannotStart;
import org.stipple.clinic.database.DataDirectory;
import org.stipple.protocol.document.UnusableInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `stipple backup DIR`: a copy of database and photos while the clinic goes on working.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Copy the clinic's database and photos, while it goes on working.")
final class BackupCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            description = "A new or empty directory. It appears when everything is on the disk.")
    private Path target = Path.of("");

    @Option(names = "--data", paramLabel = "DIR", description = "The data directory ($XDG_DATA_HOME/stipple).")
    private @Nullable Path data;

    @Option(names = "--demo", description = "The demo's data directory instead of the clinic's.")
    private boolean demo;

    @Option(
            names = "--key-to",
            paramLabel = "FILE",
            description =
                    "Also copy the secrets file there. Keep it apart from the backup: who has both has everything.")
    private @Nullable Path keyTo;

    @Option(names = "--database-url", paramLabel = "URL", description = "Refused: see the message.")
    private @Nullable String databaseUrl;

    @Override
    public Integer call() {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (databaseUrl != null) {
            throw new UnusableInput(
                    "--database-url",
                    "given",
                    "the backup of that PostgreSQL by whoever runs it (pg_basebackup with its write-ahead log, or pg_dump), "
                            + "then a copy of photos/, secrets and overlay.yaml of the data directory");
        }
        Path directory = directory(data, demo);
        if (!Files.isDirectory(directory)) {
            throw new UnusableInput("--data", directory.toString(), "the data directory of a Stipple");
        }
        if (keyTo != null && Files.exists(keyTo)) {
            throw new UnusableInput("--key-to", keyTo.toString(), "a file that does not exist yet");
        }
        try {
            long before = System.nanoTime();
            var manifest = Safekeeping.backup(directory, target, line -> err.println("stipple: " + line));
            Optional.ofNullable(keyTo).ifPresent(file -> Safekeeping.keepKey(directory, file));
            out.println("Backup of " + directory + " in " + target + ": "
                    + manifest.files().size() + " files, " + megabytes(manifest.bytes()) + ", " + seconds(before)
                    + ".");
            out.println("Everything that was acknowledged before " + manifest.fact("to")
                    + " of the write-ahead log is in it; made " + manifest.fact("made") + ".");
            out.println("The key " + manifest.fact("key") + " is not in it: keep "
                    + Optional.ofNullable(keyTo).orElse(Safekeeping.secretsOf(directory))
                    + " apart. Without it nobody can restore this backup.");
            out.println("Names and dates in it are not encrypted, photos are: keep it where only you can read it.");
            out.println("Now try it: stipple restore " + target + " --verify");
            return CommandLine.ExitCode.OK;
        } catch (CannotStart refused) {
            err.println("stipple: " + refused.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    static Path directory(@Nullable Path data, boolean demo) {
        return Optional.ofNullable(data)
                .orElseGet(() -> DataDirectory.usual(
                        demo ? DataDirectory.Kind.DEMO : DataDirectory.Kind.CLINIC, System::getenv));
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    static String seconds(long since) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - since) / 1e9);
    }
}
