package org.stipple.clinic.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The one directory in which an installation keeps everything: `postgres/`, `photos/`, `log/`, `secrets`,
/// `lock`, `written-by`, `erasures` and, where the clinic has one, `overlay.yaml`. One Stipple uses it at a
/// time.
///
/// What can be known to be wrong is found before anything in the directory is changed.
public final class DataDirectory implements AutoCloseable {

    /// The program itself (unpacked 75 MB), a fresh database (40 MB) and the write-ahead log at its limit of
    /// 256 MB, rounded up: below this a start could fill the disk. `design`.
    static final long NEEDED_BYTES = 512L << 20;

    static final String ERASURES = "erasures";

    private final Path root;
    private final Kind kind;
    private final DirectoryLock lock;
    private final Secrets secrets;

    /// Whose data these are. The demo never touches a clinic's directory, nor the other way round.
    public enum Kind {
        CLINIC,
        DEMO
    }

    private DataDirectory(Path root, Kind kind, DirectoryLock lock, Secrets secrets) {
        this.root = root;
        this.kind = kind;
        this.lock = lock;
        this.secrets = secrets;
    }

    /// Where the data live unless a person says otherwise: `stipple` (the demo: `stipple-demo`) in
    /// `$XDG_DATA_HOME`, or in `~/.local/share` where that is not set. A relative `$XDG_DATA_HOME` is
    /// ignored, as its specification asks.
    ///
    /// @param environment looks up an environment variable; null where it is not set
    public static Path usual(Kind kind, Function<String, @Nullable String> environment) {
        Path dataHome = Optional.ofNullable(environment.apply("XDG_DATA_HOME"))
                .filter(given -> given.startsWith("/"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share"));
        return dataHome.resolve(kind == Kind.DEMO ? "stipple-demo" : "stipple");
    }

    /// Takes the directory for this process, making it on the first start.
    ///
    /// @param program the version of this program, for `written-by`
    /// @throws CannotStart when it cannot be used; then nothing in it was changed
    public static DataDirectory open(Path directory, Kind kind, String program) {
        return open(directory, kind, program, Migrations.newestKnown(), NEEDED_BYTES);
    }

    static DataDirectory open(Path directory, Kind kind, String program, int knownSchema, long neededBytes) {
        Path root = directory.toAbsolutePath().normalize();
        check(root, kind, knownSchema, neededBytes);
        try {
            DurableFile.directory(root);
            var lock = DirectoryLock.take(root);
            try {
                // Again, now that nobody else can change it.
                var written = check(root, kind, knownSchema, neededBytes);
                boolean fresh = !Files.isDirectory(cluster(root)) && !Files.isDirectory(root.resolve("photos"));
                var secrets = Secrets.in(root.resolve("secrets"), fresh);
                if (written.isEmpty()) {
                    DurableFile.write(root.resolve(WrittenBy.FILE), new WrittenBy(kind, program, 0).text());
                }
                DurableFile.directory(root.resolve("photos"));
                DurableFile.directory(root.resolve("log"));
                DurableFile.directory(root.resolve("postgres"));
                return new DataDirectory(root, kind, lock, secrets);
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException unusable) {
            throw new CannotStart("cannot use " + root + ": " + reason(unusable), unusable);
        }
    }

    /// Looks, and changes nothing.
    private static Optional<WrittenBy> check(Path root, Kind kind, int knownSchema, long neededBytes) {
        try {
            Path there = root;
            while (Files.notExists(there, LinkOption.NOFOLLOW_LINKS) && there.getParent() != null) {
                there = there.getParent();
            }
            if (!Files.isDirectory(there)) {
                throw new CannotStart(there + " is not a directory, so no data can be kept in " + root);
            }
            if (!Files.isWritable(there)) {
                throw new CannotStart(there + " is not writable for this user, so no data can be kept in " + root);
            }
            Optional<WrittenBy> written = there.equals(root) ? WrittenBy.in(root) : Optional.empty();
            if (written.isPresent()) {
                written.get().refuseUnlessFor(root, kind, knownSchema);
                refuseAnotherOwner(root);
            } else if (there.equals(root)) {
                refuseForeign(root);
            }
            refuseOtherPostgres(root);
            long free = Files.getFileStore(there).getUsableSpace();
            if (free < neededBytes) {
                throw new CannotStart("only " + (free >> 20) + " MB are free for " + root + ", and "
                        + (neededBytes >> 20) + " MB are needed to start");
            }
            return written;
        } catch (IOException unreadable) {
            throw new CannotStart("cannot read " + root + ": " + reason(unreadable), unreadable);
        }
    }

    private static void refuseForeign(Path root) throws IOException {
        try (var entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                // What a first start leaves behind when it is killed before it has written what it is.
                String name = String.valueOf(entry.getFileName());
                if (!name.equals(DirectoryLock.FILE)
                        && !name.startsWith("secrets")
                        && !name.equals("overlay.yaml")
                        && !name.equals("messages.properties")
                        && !name.endsWith(".new")) {
                    throw new CannotStart(root + " holds " + name
                            + " and was not written by Stipple: give an empty or a new directory");
                }
            }
        }
    }

    /// Root could write here, and would leave files that the owner cannot read.
    private static void refuseAnotherOwner(Path root) throws IOException {
        if (!Files.getAttribute(root, "unix:uid").equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            throw new CannotStart(
                    root + " belongs to the user " + Files.getOwner(root).getName() + ": start Stipple as that user");
        }
    }

    private static void refuseOtherPostgres(Path root) throws IOException {
        Path version = cluster(root).resolve("PG_VERSION");
        if (Files.exists(version)) {
            String major = Files.readString(version).strip();
            if (!major.equals(PostgresBinaries.MAJOR)) {
                throw new CannotStart(root + " holds a database of PostgreSQL " + major + ", and this Stipple brings "
                        + PostgresBinaries.MAJOR + ": use the Stipple that wrote it");
            }
        }
    }

    private static String reason(IOException failure) {
        return failure.getClass().getSimpleName() + " " + failure.getMessage();
    }

    private static Path cluster(Path root) {
        return root.resolve("postgres").resolve("data");
    }

    /// Notes which schema the data have now, so that an older program refuses them before it touches anything.
    void wroteSchema(String program, int schema) {
        try {
            DurableFile.write(root.resolve(WrittenBy.FILE), new WrittenBy(kind, program, schema).text());
        } catch (IOException failed) {
            throw new CannotStart("cannot write in " + root + ": " + reason(failed), failed);
        }
    }

    /// The directory itself, absolute.
    public Path root() {
        return root;
    }

    public Kind kind() {
        return kind;
    }

    /// The file in which a clinic changes the knowledge; there need be none.
    public Path overlay() {
        return root.resolve("overlay.yaml");
    }

    /// Where photos are kept, in files that are already encrypted.
    public Path photos() {
        return root.resolve("photos");
    }

    /// The ledger of what was erased, outside the database: a restore never takes it back.
    public Path erasures() {
        return root.resolve(ERASURES);
    }

    public Path log() {
        return root.resolve("log");
    }

    public Secrets secrets() {
        return secrets;
    }

    /// What Stipple's own PostgreSQL needs to know.
    LocalPostgres.Place postgres() {
        return new LocalPostgres.Place(
                cluster(root), root.resolve("postgres"), log(), secrets.passwordOf(LocalPostgres.SUPERUSER));
    }

    /// Lets another process have the directory.
    @Override
    public void close() {
        lock.close();
    }

    /// Which programs wrote the data: everything that is known before the database is open.
    ///
    /// @param schema number of the newest migration in the database; 0 before the first
    record WrittenBy(Kind kind, String program, int schema) {

        static final String FILE = "written-by";

        static Optional<WrittenBy> in(Path root) throws IOException {
            Path file = root.resolve(FILE);
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            var fields = new java.util.HashMap<String, String>();
            for (String line : Files.readAllLines(file)) {
                String[] word = line.split(" ", 2);
                if (word.length == 2) {
                    fields.put(word[0], word[1].strip());
                }
            }
            try {
                return Optional.of(new WrittenBy(
                        Kind.valueOf(required(fields, "data").toUpperCase(java.util.Locale.ROOT)),
                        required(fields, "stipple"),
                        Integer.parseInt(required(fields, "schema"))));
            } catch (IllegalArgumentException damaged) {
                throw new CannotStart(file + " is damaged: " + damaged.getMessage(), damaged);
            }
        }

        private static String required(Map<String, String> fields, String name) {
            String value = fields.get(name);
            if (value == null) {
                throw new IllegalArgumentException("it has no " + name);
            }
            return value;
        }

        String text() {
            return "stipple " + program + "\nschema " + schema + "\npostgresql " + PostgresBinaries.MAJOR + "\ndata "
                    + kind.name().toLowerCase(java.util.Locale.ROOT) + "\n";
        }

        void refuseUnlessFor(Path root, Kind asked, int knownSchema) {
            if (schema > knownSchema) {
                throw new CannotStart(root + " was written by a newer Stipple (" + program + ", schema " + schema
                        + "; this one knows " + knownSchema + "): use that one");
            }
            if (kind != asked) {
                throw new CannotStart(
                        kind == Kind.DEMO
                                ? root + " belongs to the demo: a clinic needs a directory of its own"
                                : root + " belongs to a clinic: the demo needs a directory of its own");
            }
        }
    }
}
