package org.stipple.clinic.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes a data directory of a backup. Every file is compared with the manifest while it is copied; a backup of
/// which one is damaged, missing, exchanged or too many is refused with its name, and nothing is left.
public final class Restore {

    /// Directories that PostgreSQL wants to find, and that hold nothing worth copying.
    private static final List<String> EMPTY = List.of(
            "pg_wal/archive_status",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_stat",
            "pg_subtrans",
            "pg_tblspc",
            "pg_twophase",
            "pg_commit_ts",
            "pg_logical/snapshots",
            "pg_logical/mappings");

    private Restore() {}

    /// Fills a data directory.
    ///
    /// @param backup as [Backup] wrote it
    /// @param secrets the secrets file of the installation that was backed up
    /// @param erasures the ledger of what was erased since, which the next start erases again; empty where it
    ///   is lost
    /// @param target does not exist, or is empty; it appears as a whole
    /// @throws BrokenBackup naming the file
    /// @throws CannotStart when the directory cannot be used
    public static BackupManifest into(
            Path backup, Path secrets, Optional<Path> erasures, Path target, Consumer<String> progress) {
        Path from = backup.toAbsolutePath().normalize();
        Path to = target.toAbsolutePath().normalize();
        try {
            refuseUnlessEmpty(to);
            if (!Files.isRegularFile(secrets)) {
                throw new CannotStart(secrets + " is not there: a backup does not hold the secrets file of its "
                        + "installation; give it with --secrets");
            }
            var key = Secrets.in(secrets, false);
            BackupManifest manifest = BackupManifest.read(from, key);
            refuseStrangers(from, manifest);
            Path part = to.resolveSibling(
                    to.getFileName() + ".part-" + ProcessHandle.current().pid());
            DurableFile.deleteTree(part);
            try {
                copy(from, manifest, part, progress);
                DurableFile.write(part.resolve("secrets"), Files.readString(secrets));
                if (erasures.isPresent()) {
                    DurableFile.write(part.resolve(DataDirectory.ERASURES), Files.readString(erasures.get()));
                }
                Files.deleteIfExists(to);
                DurableFile.rename(part, to);
                return manifest;
            } finally {
                DurableFile.deleteTree(part);
            }
        } catch (IOException failed) {
            throw new CannotStart(
                    "nothing was restored: " + failed.getClass().getSimpleName() + " " + failed.getMessage(), failed);
        }
    }

    /// Throws away what was restored to be looked at.
    public static void discard(Path scratch) {
        try {
            DurableFile.deleteTree(scratch);
        } catch (IOException left) {
            throw new CannotStart("left behind, delete it: " + scratch, left);
        }
    }

    private static void refuseUnlessEmpty(Path to) throws IOException {
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS)) {
                throw new CannotStart(to + " is no directory");
            }
            try (var entries = Files.newDirectoryStream(to)) {
                if (entries.iterator().hasNext()) {
                    throw new CannotStart(to + " is not empty: a restore never writes over anything");
                }
            }
        }
    }

    /// A file that the manifest does not name could be one that PostgreSQL reads.
    private static void refuseStrangers(Path from, BackupManifest manifest) throws IOException {
        var strangers = new ArrayList<String>();
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                String inside = from.relativize(file).toString();
                if (!inside.equals(BackupManifest.FILE) && !manifest.files().containsKey(inside)) {
                    strangers.add(inside);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        if (!strangers.isEmpty()) {
            throw new BrokenBackup(strangers.getFirst(), "there", "only what the manifest names");
        }
    }

    private static void copy(Path from, BackupManifest manifest, Path part, Consumer<String> progress)
            throws IOException {
        var copy = new HashedCopy("restoring", manifest.bytes(), progress);
        for (var file : manifest.files().entrySet()) {
            String path = file.getKey();
            if (path.startsWith("/") || Path.of(path).normalize().startsWith("..") || path.contains("..")) {
                throw new BrokenBackup(path, "a path that leaves the backup", "a path within it");
            }
            BackupManifest.Content content;
            try {
                content = copy.copy(from.resolve(path), part.resolve(place(path)));
            } catch (NoSuchFileException missing) {
                throw new BrokenBackup(
                        path, "not there", "a file of " + file.getValue().bytes() + " bytes");
            }
            if (content.bytes() != file.getValue().bytes()) {
                throw new BrokenBackup(
                        path, content.bytes() + " bytes long", file.getValue().bytes() + " bytes");
            }
            if (!content.sha256().equals(file.getValue().sha256())) {
                throw new BrokenBackup(path, "changed", "the content that was copied (SHA-256 differs)");
            }
        }
        for (String directory : EMPTY) {
            DurableFile.directory(part.resolve("postgres").resolve("data").resolve(directory));
        }
        DurableFile.directory(part.resolve("photos"));
        DurableFile.directory(part.resolve("log"));
    }

    private static String place(String path) {
        return path.startsWith("database/") ? "postgres/data/" + path.substring("database/".length()) : path;
    }
}
