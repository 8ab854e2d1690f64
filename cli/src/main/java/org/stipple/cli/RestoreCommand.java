package org.stipple.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stipple.clinic.Safekeeping;
import org.stipple.clinic.database.BrokenBackup;
import org.stipple.clinic.database.CannotStart;
import org.stipple.protocol.document.UnusableInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `stipple restore DIR`: a data directory of a backup, or, with `--verify`, the proof that one could be made.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Make a data directory of a backup, or verify that it can be done.")
final class RestoreCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The backup.")
    private Path backup = Path.of("");

    @Option(
            names = "--verify",
            description = "Restore it into a scratch directory, start its database, look at everything, throw it away.")
    private boolean verify;

    @Option(names = "--data", paramLabel = "DIR", description = "Where to restore to: a new or empty directory.")
    private @Nullable Path data;

    @Option(
            names = "--secrets",
            paramLabel = "FILE",
            description =
                    "The secrets file that belongs to the backup. With --verify, that of this machine's clinic if not given.")
    private @Nullable Path secrets;

    @Option(
            names = "--erasures",
            paramLabel = "FILE",
            description =
                    "The ledger of what was erased since the backup: the file erasures of the data directory that was "
                            + "lost, or its second copy. The next start erases all of it again.")
    private @Nullable Path erasures;

    @Option(names = "--demo", description = "The backup is one of the demo: its secrets file is looked for there.")
    private boolean demo;

    @Option(
            names = "--scratch",
            paramLabel = "DIR",
            description = "Where --verify may restore to (the system's place for "
                    + "temporary files); a new directory within it is used and removed.")
    private @Nullable Path scratch;

    @Override
    public Integer call() {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (verify == (data != null)) {
            throw new UnusableInput(
                    "--data", verify ? "given with --verify" : "missing", "a new directory, or --verify without it");
        }
        Path key = Optional.ofNullable(secrets)
                .orElseGet(() -> Safekeeping.secretsOf(BackupCommand.directory(null, demo)));
        if (!Files.isRegularFile(key)) {
            throw new UnusableInput("--secrets", key.toString(), "the secrets file that belongs to the backup");
        }
        if (erasures != null && (verify || !Files.isRegularFile(erasures))) {
            throw new UnusableInput(
                    "--erasures",
                    verify ? "given with --verify" : erasures.toString(),
                    verify
                            ? "nothing: a verification throws away what it restored"
                            : "the ledger, a file that is there");
        }
        try {
            long before = System.nanoTime();
            return verify
                    ? verify(key, before, out, err)
                    : restore(key, Objects.requireNonNull(data), before, out, err);
        } catch (BrokenBackup broken) {
            throw new UnusableInput(backup.resolve(broken.file()).toString(), broken.was(), broken.expected());
        } catch (CannotStart refused) {
            err.println("stipple: " + refused.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private int restore(Path key, Path into, long before, PrintWriter out, PrintWriter err) {
        var manifest = Safekeeping.restore(
                backup, key, Optional.ofNullable(erasures), into, line -> err.println("stipple: " + line));
        out.println("Restored " + manifest.files().size() + " files, "
                + BackupCommand.megabytes(manifest.bytes()) + ", into " + into + " in " + BackupCommand.seconds(before)
                + ". Every file is what was backed up on " + manifest.fact("made") + ".");
        out.println(
                erasures == null
                        ? "What was erased after that day is back. Where the ledger of erasures is left, restore with --erasures "
                                + "FILE, or copy it to " + into.resolve("erasures") + " before the start."
                        : "The next start erases again what the ledger says was erased.");
        out.println("Start it: stipple serve " + (manifest.fact("data").equals("demo") ? "--demo " : "") + "--data "
                + into);
        return CommandLine.ExitCode.OK;
    }

    private int verify(Path key, long before, PrintWriter out, PrintWriter err) {
        Path place = scratch();
        var found = Safekeeping.verify(backup, key, place, line -> err.println("stipple: " + line));
        var manifest = found.manifest();
        out.println("Backup " + backup + ", made " + manifest.fact("made") + " by Stipple " + manifest.fact("stipple")
                + ", PostgreSQL " + manifest.fact("postgresql") + ", knowledge " + manifest.fact("knowledge") + ".");
        out.println("Files:       " + manifest.files().size() + ", " + BackupCommand.megabytes(manifest.bytes())
                + ", each has the SHA-256 of the manifest; nothing else lies there.");
        out.println("Manifest:    sealed by the key " + manifest.fact("key") + " and unchanged.");
        out.println("Database:    starts, reaches " + manifest.fact("to") + " of its log; "
                + found.database().rows() + " rows of " + manifest.rows().size() + " tables were read; "
                + found.database().clinics() + " " + (found.database().clinics() == 1 ? "clinic" : "clinics") + ".");
        out.println("Kept apart:  "
                + (found.wrong().stream().anyMatch(line -> line.startsWith("clinics are not"))
                        ? "NO, see below."
                        : "row-level security is forced on every table."));
        out.println("Audit trail: " + found.database().auditEntries() + " entries.");
        out.println("Photos:      " + found.photos()
                + " named by the database, every one opened and compared with its hash.");
        out.println("Took:        " + BackupCommand.seconds(before) + ".");
        if (found.wrong().isEmpty()) {
            out.println("This backup can be restored.");
            return CommandLine.ExitCode.OK;
        }
        out.println("THIS BACKUP IS NOT GOOD:");
        found.wrong().forEach(line -> out.println("  " + line));
        throw new UnusableInput(
                backup.toString(), "not good (" + found.wrong().size() + " faults, above)", "a whole backup");
    }

    private Path scratch() {
        try {
            Path base = Optional.ofNullable(scratch).orElse(Path.of(System.getProperty("java.io.tmpdir")));
            return Files.createTempDirectory(base, "stipple-verify-");
        } catch (IOException unusable) {
            throw new UnusableInput(
                    "--scratch",
                    String.valueOf(unusable.getMessage()),
                    "a directory in which a copy of the backup has room");
        }
    }
}
