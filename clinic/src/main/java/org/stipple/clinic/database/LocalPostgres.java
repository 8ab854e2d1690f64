package org.stipple.clinic.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.postgresql.ds.PGSimpleDataSource;

/// Stipple's own PostgreSQL: a process that outlives a killed Stipple, is found again by the next one, and is
/// started again when it ends by itself.
///
/// It listens on 127.0.0.1 only, on a port chosen at each start, and lets in whoever proves to know a
/// password derived from the installation's secret.
public final class LocalPostgres implements AutoCloseable {

    static final String SUPERUSER = "postgres";

    /// Longest wait for a server that recovers after a crash. `design`.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final PostgresServer server;
    private final Consumer<String> progress;
    private final Thread watch;
    private volatile PostgresServer.Running running;
    private volatile boolean closing;

    /// Where a server lives.
    ///
    /// @param cluster the database directory of PostgreSQL
    /// @param binariesBelow where the programs are unpacked
    /// @param log where its log goes
    /// @param password of the superuser
    record Place(Path cluster, Path binariesBelow, Path log, String password) {}

    private LocalPostgres(PostgresServer server, PostgresServer.Running running, Consumer<String> progress) {
        this.server = server;
        this.running = running;
        this.progress = progress;
        this.watch = Thread.ofPlatform().daemon().name("stipple-postgres").unstarted(this::keepRunning);
    }

    /// Starts the server, or takes over the one that a killed Stipple left running.
    ///
    /// @param progress is told, a line at a time, what takes long
    static LocalPostgres start(Place place, Consumer<String> progress) {
        try {
            var server = PostgresServer.in(place, Launcher.forThisUser(), progress);
            var local = new LocalPostgres(server, server.adoptOrStart(Optional.empty(), PATIENCE), progress);
            local.watch.start();
            return local;
        } catch (IOException failed) {
            throw new CannotStart("cannot start PostgreSQL: " + failed.getMessage(), failed);
        }
    }

    int port() {
        return running.port();
    }

    ServerProcess process() {
        return running.process();
    }

    /// Where a role connects. The port stays the same for as long as this object lives.
    PGSimpleDataSource connectionsOf(String role, String password, String database) {
        return PostgresServer.connections(running.port(), role, password, database);
    }

    Connection superuser(String database) throws SQLException {
        return connectionsOf(SUPERUSER, server.place().password(), database).getConnection();
    }

    /// Starts the server again where it was killed, so that only the requests of that moment fail.
    private void keepRunning() {
        while (!closing) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
                if (!closing && !running.alive()) {
                    progress.accept("PostgreSQL has ended by itself: starting it again");
                    running = server.adoptOrStart(Optional.of(running.port()), PATIENCE);
                    progress.accept("PostgreSQL is back");
                }
            } catch (CannotStart | IOException failed) {
                progress.accept("PostgreSQL does not start: " + failed.getMessage());
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    /// Stops the server in order: no new connections, open transactions rolled back, everything on the disk.
    @Override
    public void close() {
        closing = true;
        watch.interrupt();
        try {
            watch.join();
            server.stopWhateverRuns();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            progress.accept("PostgreSQL was not stopped and runs on; the next start takes it over: " + failed);
        }
    }

    /// Waits until something holds.
    ///
    /// @return whether it did before the time was over
    static boolean await(BooleanSupplier something, Duration longest) throws IOException {
        long end = System.nanoTime() + longest.toNanos();
        while (!something.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            pause();
        }
        return true;
    }

    static void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted while waiting for PostgreSQL");
        }
    }
}
