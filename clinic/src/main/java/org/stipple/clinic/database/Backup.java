package org.stipple.clinic.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A copy of everything an installation keeps, made while it serves: the files of the database between
/// `pg_backup_start` and `pg_backup_stop`, the write-ahead log between the two, and after that the photos,
/// which never change and are on the disk before the database names them. What was acknowledged before the end
/// is in it.
///
/// The installation's secret is not: whoever finds a backup cannot open its photos.
public final class Backup {

    /// What a start makes anew, what belongs to a running server alone, and the log, which is copied after.
    private static final Set<String> NOT_THE_CONTENT = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> NOT_AT_ALL = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "current_logfiles",
            "backup_label",
            "tablespace_map",
            "backup_manifest");

    /// Beside the database: what a person wrote, and what says who wrote the data.
    static final List<String> BESIDE = List.of("written-by", "overlay.yaml", "messages.properties");

    private static final long SEGMENT_BYTES = 16L << 20;

    private final Path root;
    private final Path part;
    private final Secrets secrets;
    private final Consumer<String> progress;
    private final SortedMap<String, BackupManifest.Content> files = new TreeMap<>();

    private Backup(Path root, Path part, Secrets secrets, Consumer<String> progress) {
        this.root = root;
        this.part = part;
        this.secrets = secrets;
        this.progress = progress;
    }

    /// Makes a backup of an installation, whether its server runs or not.
    ///
    /// @param data the data directory
    /// @param target does not exist, or is empty; it appears as a whole when everything is on the disk
    /// @param about further facts for the manifest
    /// @param progress is told, a line at a time, what takes long
    /// @throws CannotStart when it cannot be made; then nothing that looks like a backup is left
    public static BackupManifest take(Path data, Path target, Map<String, String> about, Consumer<String> progress) {
        Path root = data.toAbsolutePath().normalize();
        Path to = target.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(cluster(root))) {
                throw new CannotStart(root + " holds no database of Stipple: give the data directory with --data");
            }
            refuse(to, root);
            var secrets = Secrets.in(root.resolve("secrets"), false);
            removeWhatWasCutOff(to);
            Path part = to.resolveSibling(
                    to.getFileName() + ".part-" + ProcessHandle.current().pid());
            DurableFile.deleteTree(part);
            try {
                DurableFile.directory(part);
                return new Backup(root, part, secrets, progress).copyAll(to, about);
            } finally {
                DurableFile.deleteTree(part);
            }
        } catch (IOException failed) {
            throw new CannotStart(
                    "the backup was not made, nothing of it is left: "
                            + failed.getClass().getSimpleName() + " " + failed.getMessage(),
                    failed);
        } catch (SQLException failed) {
            throw new CannotStart("the backup was not made, nothing of it is left: " + failed.getMessage(), failed);
        }
    }

    /// Copies the secret of an installation to a file that only its owner can read.
    public static void copySecrets(Path data, Path file) {
        try {
            DurableFile.write(file.toAbsolutePath(), Files.readString(data.resolve("secrets")));
        } catch (IOException failed) {
            throw new CannotStart("the key was not copied to " + file + ": " + failed.getMessage(), failed);
        }
    }

    private static Path cluster(Path root) {
        return root.resolve("postgres").resolve("data");
    }

    private static void refuse(Path to, Path root) throws IOException {
        if (to.startsWith(root)) {
            throw new CannotStart("a backup within " + root + " is lost with it: give a directory elsewhere");
        }
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS)) {
                throw new CannotStart(to + " is no directory");
            }
            try (var entries = Files.newDirectoryStream(to)) {
                if (entries.iterator().hasNext()) {
                    throw new CannotStart(to + " is not empty: each backup gets a directory of its own");
                }
            }
        }
        Path there = to;
        while (Files.notExists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        long needed = size(cluster(root)) + size(root.resolve("photos")) + (64L << 20);
        long free = Files.getFileStore(there).getUsableSpace();
        if (free < needed) {
            throw new CannotStart("only " + (free >> 20) + " MB are free for " + to + ", and about " + (needed >> 20)
                    + " MB are needed");
        }
    }

    /// Of backups to this place that were killed half-way.
    private static void removeWhatWasCutOff(Path to) throws IOException {
        Path parent = to.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return;
        }
        String beginning = to.getFileName() + ".part-";
        try (var entries = Files.newDirectoryStream(parent)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (name.startsWith(beginning)
                        && name.substring(beginning.length()).matches("[0-9]{1,10}")
                        && ProcessHandle.of(Long.parseLong(name.substring(beginning.length())))
                                .isEmpty()) {
                    DurableFile.deleteTree(entry);
                }
            }
        }
    }

    private BackupManifest copyAll(Path to, Map<String, String> about) throws IOException, SQLException {
        var facts = new LinkedHashMap<String, String>();
        facts.put("made", Instant.now().toString());
        facts.putAll(about);
        facts.put("data", kind());
        facts.put("key", secrets.fingerprint());
        facts.put("postgresql", PostgresBinaries.VERSION);
        SortedMap<String, BackupManifest.Between> rows;
        try (var server = Serving.of(root, secrets, progress)) {
            rows = copyDatabase(server, facts);
        }
        progress.accept("photos");
        var photos = new HashedCopy("photos", size(root.resolve("photos")), progress);
        copyPhotos(photos);
        for (String name : BESIDE) {
            if (Files.isRegularFile(root.resolve(name))) {
                files.put(name, photos.copy(root.resolve(name), part.resolve(name)));
            }
        }
        var manifest = new BackupManifest(facts, rows, files);
        DurableFile.write(part.resolve(BackupManifest.FILE), manifest.text(secrets));
        forceDirectories();
        Files.deleteIfExists(to);
        DurableFile.rename(part, to);
        return manifest;
    }

    private String kind() throws IOException {
        return Files.readAllLines(root.resolve("written-by")).stream()
                .filter(line -> line.startsWith("data "))
                .map(line -> line.substring("data ".length()).strip())
                .findFirst()
                .orElse("clinic");
    }

    private void forceDirectories() throws IOException {
        Files.walkFileTree(part, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes about) throws IOException {
                DurableFile.force(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private SortedMap<String, BackupManifest.Between> copyDatabase(Serving server, Map<String, String> facts)
            throws IOException, SQLException {
        try (Connection session = server.superuser()) {
            Map<String, Long> before = RowCounts.of(session);
            // Keeps the write-ahead log until this session ends, however much is written meanwhile.
            one(
                    session,
                    "select slot_name::text from pg_create_physical_replication_slot('stipple_backup_' || pg_backend_pid(), true, true)");
            progress.accept("database: checkpoint");
            String start = one(session, "select pg_backup_start('stipple backup', true)::text");
            copyCluster();
            Stopped stopped = stop(session);
            Map<String, Long> after = RowCounts.of(session);
            DurableFile.write(part.resolve("database").resolve("backup_label"), stopped.label());
            note("backup_label");
            copyLog(session, start, stopped.lsn());
            facts.put("from", start);
            facts.put("to", stopped.lsn());
            var rows = new TreeMap<String, BackupManifest.Between>();
            before.forEach((table, count) ->
                    rows.put(table, new BackupManifest.Between(count, after.getOrDefault(table, count))));
            return rows;
        }
    }

    private void note(String name) throws IOException {
        Path file = part.resolve("database").resolve(name);
        Path again = part.resolve("database").resolve(name + ".again");
        files.put("database/" + name, new HashedCopy(name, 0, progress).copy(file, again));
        Files.delete(again);
    }

    private void copyCluster() throws IOException {
        Path cluster = cluster(root);
        var copy = new HashedCopy("database", size(cluster), progress);
        Path control = Path.of("global", "pg_control");
        Files.walkFileTree(cluster, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes about) throws IOException {
                Path inside = cluster.relativize(directory);
                DurableFile.directory(into(inside));
                boolean skipped = NOT_THE_CONTENT.contains(inside.toString())
                        || String.valueOf(directory.getFileName()).startsWith("pgsql_tmp");
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
                Path inside = cluster.relativize(file);
                if (about.isSymbolicLink()) {
                    throw new IOException(
                            inside + " is a link: a tablespace elsewhere cannot be backed up by this command");
                }
                if (!NOT_AT_ALL.contains(inside.toString())
                        && !inside.equals(control)
                        && !String.valueOf(file.getFileName()).startsWith("pg_internal.init")) {
                    copy(copy, file, inside);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failed;
            }
        });
        DurableFile.directory(into(Path.of("pg_wal", "archive_status")));
        // Last of all, so that it never names a checkpoint that is later than what was copied with it.
        copy(copy, cluster.resolve(control), control);
    }

    private Path into(Path inside) {
        return part.resolve("database").resolve(inside.toString());
    }

    private void copy(HashedCopy copy, Path file, Path inside) throws IOException {
        try {
            files.put("database/" + inside, copy.copy(file, into(inside)));
        } catch (NoSuchFileException dropped) {
            // Dropped since the directory was read; the write-ahead log knows of it.
            Files.deleteIfExists(into(inside));
        }
    }

    private record Stopped(String lsn, String label) {}

    private static Stopped stop(Connection session) throws SQLException {
        try (var query = session.createStatement();
                var row = query.executeQuery("select lsn::text, labelfile from pg_backup_stop(false)")) {
            row.next();
            return new Stopped(row.getString(1), row.getString(2));
        }
    }

    private void copyLog(Connection session, String start, String stop) throws IOException, SQLException {
        String first = one(session, "select pg_walfile_name('" + start + "'::pg_lsn)");
        String last = one(session, "select pg_walfile_name('" + stop + "'::pg_lsn)");
        var names = new ArrayList<String>();
        try (var entries = Files.newDirectoryStream(cluster(root).resolve("pg_wal"), "[0-9A-F]*")) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (name.length() == 24 && name.compareTo(first) >= 0 && name.compareTo(last) <= 0) {
                    names.add(name);
                }
            }
        }
        if (names.size() != segment(last) - segment(first) + 1) {
            throw new IOException("the write-ahead log from " + first + " to " + last + " is not complete");
        }
        var copy = new HashedCopy("write-ahead log", names.size() * SEGMENT_BYTES, progress);
        for (String name : names.stream().sorted().toList()) {
            Path inside = Path.of("pg_wal", name);
            files.put("database/" + inside, copy.copy(cluster(root).resolve(inside), into(inside)));
        }
    }

    /// Number of a segment of 16 MB: eight digits of timeline, eight of log, eight of segment (256 a log).
    private static long segment(String name) {
        return Long.parseLong(name.substring(8, 16), 16) * 256 + Long.parseLong(name.substring(16), 16);
    }

    private void copyPhotos(HashedCopy copy) throws IOException {
        Path photos = root.resolve("photos");
        DurableFile.directory(part.resolve("photos"));
        if (!Files.isDirectory(photos)) {
            return;
        }
        Files.walkFileTree(photos, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
                // What is being written just now is named by no row yet.
                if (String.valueOf(file.getFileName()).endsWith(".sealed")) {
                    String inside = "photos/" + photos.relativize(file);
                    try {
                        files.put(inside, copy.copy(file, part.resolve(inside)));
                    } catch (NoSuchFileException erased) {
                        // Between the listing and the copy; where the copied rows name it, a verification says so.
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failed;
            }
        });
    }

    private static String one(Connection session, String query) throws SQLException {
        try (var statement = session.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    static long size(Path tree) throws IOException {
        if (!Files.isDirectory(tree)) {
            return 0;
        }
        var sum = new long[1];
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                sum[0] += about.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return sum[0];
    }

    /// The server of an installation: the one that runs, or one that is started for the backup alone.
    private record Serving(Path root, Secrets secrets, int port, Optional<AutoCloseable> own) implements AutoCloseable {

        static Serving of(Path root, Secrets secrets, Consumer<String> progress) throws IOException {
            var running = ServerProcess.notedIn(cluster(root))
                    .filter(noted -> noted.process().worksIn(cluster(root)));
            if (running.isPresent()) {
                return new Serving(root, secrets, running.get().port(), Optional.empty());
            }
            progress.accept("the server does not run: its database is started for the backup");
            var lock = DirectoryLock.take(root);
            try {
                var server = LocalPostgres.start(
                        new LocalPostgres.Place(
                                cluster(root),
                                root.resolve("postgres"),
                                root.resolve("log"),
                                secrets.passwordOf(LocalPostgres.SUPERUSER)),
                        progress);
                return new Serving(root, secrets, server.port(), Optional.of(() -> {
                    server.close();
                    lock.close();
                }));
            } catch (RuntimeException failed) {
                lock.close();
                throw failed;
            }
        }

        Connection superuser() throws SQLException {
            return PostgresServer.connections(
                            port, LocalPostgres.SUPERUSER, secrets.passwordOf(LocalPostgres.SUPERUSER), Database.NAME)
                    .getConnection();
        }

        @Override
        public void close() throws IOException {
            if (own.isPresent()) {
                try {
                    own.get().close();
                } catch (Exception failed) {
                    throw new IOException("the database that was started for the backup does not stop", failed);
                }
            }
        }
    }
}
