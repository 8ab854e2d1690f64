package org.stipple.clinic.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/// How the server is made, found, started and stopped, in the order in which that happens.
final class PostgresServer {

    private static final Duration CHILDREN_END = Duration.ofSeconds(10);
    private static final Duration STOP_IN_ORDER = Duration.ofSeconds(30);
    private static final Duration STOP_AT_ONCE = Duration.ofSeconds(10);
    private static final long TELL_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    /// States of SQL: "the database system is starting up", and the two of a wrong password.
    private static final String STARTING = "57P03";

    private static final String WRONG_LOGIN = "28";

    /// What goes away by itself: a dying process that still holds the directory, a port that somebody took
    /// meanwhile.
    private static final Pattern PASSING =
            Pattern.compile("still in use|already exists|could not bind|could not create any TCP/IP sockets");

    private final LocalPostgres.Place place;
    private final PostgresPrograms programs;
    private final PostgresLog log;
    private final Consumer<String> progress;

    private PostgresServer(LocalPostgres.Place place, PostgresPrograms programs, Consumer<String> progress) {
        this.place = place;
        this.programs = programs;
        this.log = new PostgresLog(place.log());
        this.progress = progress;
    }

    /// A server that is ready for connections.
    ///
    /// @param cluster the directory it works in
    record Running(ServerProcess process, int port, java.nio.file.Path cluster) {
        boolean alive() {
            return process.worksIn(cluster);
        }
    }

    /// The server lives and is not ready in time.
    private static final class Late extends Exception {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private final boolean recovering;

        Late(boolean recovering) {
            this.recovering = recovering;
        }

        CannotStart cannotStart(LocalPostgres.Place place) {
            return new CannotStart("PostgreSQL did not become ready in time"
                    + (recovering ? ": it is still recovering, start again later" : "") + "; its log is in "
                    + place.log());
        }
    }

    /// Unpacks the programs and makes an empty database, where that was not done before.
    static PostgresServer in(LocalPostgres.Place place, Launcher launcher, Consumer<String> progress)
            throws IOException {
        DurableFile.directory(place.binariesBelow());
        DurableFile.directory(place.log());
        var programs = new PostgresPrograms(PostgresBinaries.in(place.binariesBelow()), launcher, place.log());
        if (!Files.isDirectory(place.cluster())) {
            programs.makeCluster(place.cluster(), place.password());
        }
        return new PostgresServer(place, programs, progress);
    }

    LocalPostgres.Place place() {
        return place;
    }

    /// Takes over a server that already works in the directory, and starts one where there is none that can be
    /// used.
    ///
    /// @param port where it must listen; empty for any
    Running adoptOrStart(Optional<Integer> port, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        Optional<Running> found = adopt(port, deadline);
        return found.isPresent() ? found.get() : start(port, deadline);
    }

    private Optional<Running> adopt(Optional<Integer> port, long deadline) throws IOException {
        // After a crash of the main process its children take a moment to notice; a server that has just been
        // started
        // takes a moment to note where it listens.
        LocalPostgres.await(() -> nobodyHere() || mainProcess().isPresent(), CHILDREN_END);
        var main = mainProcess();
        if (main.isEmpty()) {
            return Optional.empty();
        }
        ServerProcess process = main.get().process();
        int there = main.get().port();
        try {
            if (port.isPresent() && port.get() != there) {
                throw new CannotStart("it listens elsewhere");
            }
            if (ready(() -> process.worksIn(place.cluster()), there, deadline)) {
                return Optional.of(new Running(process, there, place.cluster()));
            }
        } catch (Late late) {
            throw late.cannotStart(place);
        } catch (CannotStart unfit) {
            progress.accept(
                    "a PostgreSQL that was left running cannot be used (" + unfit.getMessage() + "): starting another");
            stop(process);
        }
        return Optional.empty();
    }

    private Running start(Optional<Integer> wanted, long deadline) throws IOException {
        while (true) {
            endLeftovers();
            int port = wanted.isPresent() ? wanted.get() : freePort();
            DurableFile.write(place.cluster().resolve("postgresql.conf"), PostgresSettings.file(port, place.log()));
            DurableFile.write(place.cluster().resolve("pg_hba.conf"), PostgresSettings.access());
            var before = log.sizes();
            Process started = programs.startServer(place.cluster());
            var process = new ServerProcess(started.pid());
            try {
                if (ready(started::isAlive, port, deadline)) {
                    return new Running(process, port, place.cluster());
                }
            } catch (Late late) {
                // It goes on recovering, and the next start takes it over.
                throw late.cannotStart(place);
            } catch (CannotStart unfit) {
                stop(process);
                throw unfit;
            }
            String why = log.fatalSince(before);
            if (!PASSING.matcher(why).find() || System.nanoTime() - deadline > 0) {
                throw new CannotStart("PostgreSQL did not start: " + why);
            }
            LocalPostgres.pause();
        }
    }

    /// Waits until the server answers, and looks whether it may be used.
    ///
    /// @return false where its process ended first
    private boolean ready(BooleanSupplier alive, int port, long deadline) throws IOException, Late {
        long told = System.nanoTime();
        while (alive.getAsBoolean()) {
            try (Connection connection = connections(port, LocalPostgres.SUPERUSER, place.password(), "postgres")
                    .getConnection()) {
                refuseUnlessOurs(connection);
                return true;
            } catch (SQLException notYet) {
                String state = String.valueOf(notYet.getSQLState());
                if (state.startsWith(WRONG_LOGIN)) {
                    throw new CannotStart(
                            "the database in " + place.cluster()
                                    + " does not accept the password of its secrets file: put back the file that belongs to it");
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new Late(state.equals(STARTING));
                }
                if (System.nanoTime() - told > TELL_EVERY_NANOS) {
                    told = System.nanoTime();
                    progress.accept(
                            state.equals(STARTING)
                                    ? "PostgreSQL is recovering what was written last"
                                    : "waiting for PostgreSQL");
                }
            }
            LocalPostgres.pause();
        }
        return false;
    }

    private void refuseUnlessOurs(Connection connection) throws SQLException {
        PostgresSettings.refuseUnlessOurs(connection);
        String version = PostgresSettings.show(connection, "server_version");
        if (!version.equals(PostgresBinaries.VERSION)) {
            throw new CannotStart("it is PostgreSQL " + version);
        }
        String directory = PostgresSettings.show(connection, "data_directory");
        if (!directory.equals(place.cluster().toString())) {
            throw new CannotStart("it serves " + directory);
        }
    }

    /// PostgreSQL refuses to start while a process of an earlier one still has the directory open.
    private void endLeftovers() throws IOException {
        if (!nobodyHere() && !LocalPostgres.await(this::nobodyHere, STOP_AT_ONCE)) {
            progress.accept("ending PostgreSQL processes that a crash left behind");
            for (ServerProcess process : ServerProcess.allIn(place.cluster())) {
                process.kill();
            }
            LocalPostgres.await(this::nobodyHere, STOP_AT_ONCE);
        }
        // PostgreSQL takes the number in this file for a living server even where another program has that number
        // now, or where the process is dead and was never buried, as happens in containers. Nobody is here: it
        // errs.
        var noted = ServerProcess.notedIn(place.cluster());
        if (noted.isPresent() && noted.get().process().numberInUse()) {
            Files.deleteIfExists(place.cluster().resolve("postmaster.pid"));
        }
    }

    private Optional<ServerProcess.Noted> mainProcess() {
        try {
            return ServerProcess.notedIn(place.cluster())
                    .filter(noted -> noted.process().worksIn(place.cluster()));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private boolean nobodyHere() {
        try {
            return ServerProcess.allIn(place.cluster()).isEmpty();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /// Stops it in order, and where that takes too long without order. In neither case is anything lost.
    void stop(ServerProcess process) throws IOException {
        if (signalled(process, "INT", STOP_IN_ORDER) || signalled(process, "QUIT", STOP_AT_ONCE)) {
            return;
        }
        process.kill();
        LocalPostgres.await(() -> !process.worksIn(place.cluster()), STOP_AT_ONCE);
    }

    /// Stops what runs, even where its start was interrupted.
    void stopWhateverRuns() throws IOException {
        var noted = ServerProcess.notedIn(place.cluster());
        if (noted.isPresent()) {
            stop(noted.get().process());
        }
        for (ServerProcess process : ServerProcess.allIn(place.cluster())) {
            process.kill();
        }
    }

    private boolean signalled(ServerProcess process, String signal, Duration patience) throws IOException {
        if (process.worksIn(place.cluster())) {
            try {
                programs.run("pg_ctl", "kill", signal, Long.toString(process.pid()));
            } catch (CannotStart justEnded) {
                progress.accept("PostgreSQL was not told to stop: " + justEnded.getMessage());
            }
        }
        return LocalPostgres.await(() -> !process.worksIn(place.cluster()), patience);
    }

    /// Below the ports that the system gives to outgoing connections, so that nobody is given it while the
    /// server is away for a moment.
    private static int freePort() throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
            try (var taken = new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
                return taken.getLocalPort();
            } catch (java.net.BindException inUse) {
                continue;
            }
        }
        throw new CannotStart("no free port was found on 127.0.0.1 for PostgreSQL");
    }

    static PGSimpleDataSource connections(int port, String role, String password, String database) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(role);
        source.setPassword(password);
        source.setSslMode("disable");
        source.setProperty(PGProperty.GSS_ENC_MODE, "disable");
        // Whoever else might listen on this port never gets the password: both sides prove that they know it.
        source.setProperty(PGProperty.REQUIRE_AUTH, "scram-sha-256");
        source.setConnectTimeout(5);
        source.setTcpKeepAlive(true);
        return source;
    }
}
