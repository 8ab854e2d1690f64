package org.stipple.clinic.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/// A real PostgreSQL for tests: one server for all tests of a process, started when the first asks, and a
/// fresh, migrated database for whoever asks.
///
/// ```
/// static final Database database = TestPostgres.fresh();
/// ```
public final class TestPostgres {

    private static final String TEMPLATE = "stipple_template";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestPostgres() {}

    /// A database that nobody else uses, with all migrations and no rows. Its server stops with the tests.
    public static Database fresh() {
        return copyOf(TEMPLATE);
    }

    /// Like [#fresh], without the migrations.
    static Database empty() {
        return copyOf("template1");
    }

    /// Connections of the owner of the schema, for what the application may not do.
    public static DataSource owner(Database database) {
        return database.ownerDataSource();
    }

    static LocalPostgres server() {
        return Server.SHARED.postgres;
    }

    private static Database copyOf(String template) {
        String name = "test_" + NUMBER.incrementAndGet();
        try (Connection superuser = Server.SHARED.postgres.superuser("postgres");
                var statement = superuser.createStatement()) {
            statement.execute("create database " + name + " template " + template + " owner " + Roles.OWNER
                    + " strategy file_copy");
            return Database.sharing(Server.SHARED.postgres, Server.SHARED.secrets, name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// A place for a server of one's own, with programs that are unpacked and an empty database that is made
    /// already.
    static LocalPostgres.Place place(Path directory) throws IOException {
        var place = new LocalPostgres.Place(
                directory.resolve("data"), binaries(), directory.resolve("log"), "correct horse battery staple");
        if (Files.notExists(place.cluster())) {
            DurableFile.directory(place.log());
            Path made = binaries().resolve("cluster");
            try (var _ = turn()) {
                if (Files.notExists(made)) {
                    new PostgresPrograms(PostgresBinaries.in(binaries()), Launcher.forThisUser(), place.log())
                            .makeCluster(made, place.password());
                }
            }
            copy(made, place.cluster());
        }
        return place;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        if (Files.isDirectory(from)) {
            try (var entries = Files.newDirectoryStream(from)) {
                for (Path entry : entries) {
                    copy(entry, to.resolve(entry.getFileName()));
                }
            }
        }
    }

    /// Saves a data directory the unpacking, which takes longer than the test.
    static void lendBinaries(DataDirectory directory) throws IOException {
        Path unpacked = PostgresBinaries.in(binaries()).directory();
        Path link = linkIn(directory.root());
        if (Files.notExists(link)) {
            Files.createSymbolicLink(link, unpacked);
        }
    }

    /// So that nobody who clears up a test's directory follows the link.
    static void takeBinariesBack(Path root) throws IOException {
        Files.deleteIfExists(linkIn(root));
    }

    private static Path linkIn(Path root) {
        return root.resolve("postgres").resolve("postgresql-" + PostgresBinaries.VERSION);
    }

    /// Where the programs are unpacked once for all runs.
    static Path binaries() {
        return Programs.UNPACKED;
    }

    private static final class Programs {

        static final Path UNPACKED = unpacked();

        private static Path unpacked() {
            Path below = Path.of("target", "postgresql").toAbsolutePath();
            try (var _ = turn()) {
                PostgresBinaries.in(below);
                return below;
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    /// Tests run in two processes, and only one of them unpacks or makes what both use.
    private static FileChannel turn() throws IOException {
        Path held = Path.of("target", "postgresql.lock").toAbsolutePath();
        var file = FileChannel.open(held, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.lock();
        return file;
    }

    private record Server(LocalPostgres postgres, Secrets secrets) {

        static final Server SHARED = start();

        private static Server start() {
            try {
                Path directory = Files.createTempDirectory("stipple-test-");
                var secrets = Secrets.in(directory.resolve("secrets"), true);
                var postgres = LocalPostgres.start(
                        new LocalPostgres.Place(
                                directory.resolve("data"),
                                binaries(),
                                directory.resolve("log"),
                                secrets.passwordOf(LocalPostgres.SUPERUSER)),
                        _ -> {});
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, directory)));
                Roles.inOwnServer(postgres, secrets, TEMPLATE);
                try (var template = Database.sharing(postgres, secrets, TEMPLATE)) {
                    template.migrate("test");
                }
                return new Server(postgres, secrets);
            } catch (IOException | SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static void stop(LocalPostgres postgres, Path directory) {
            postgres.close();
            try {
                DurableFile.deleteTree(directory);
            } catch (IOException left) {
                System.err.println("left behind: " + directory);
            }
        }
    }
}
