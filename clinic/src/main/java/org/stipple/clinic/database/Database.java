package org.stipple.clinic.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// The clinic's PostgreSQL, used by two roles: its owner migrates, the application serves.
///
/// ```
/// try (var directory = DataDirectory.open(path, Kind.CLINIC, "0.1.0");
///         var database = Database.local(directory, System.err::println)) {
///     database.migrate();
///     database.refuseUnlessIsolated(new Isolation.Exceptions(Set.of(), Set.of()));
///     serve(database.applicationDataSource());
/// }
/// ```
public final class Database implements AutoCloseable {

    static final String NAME = "stipple";

    /// How many requests can talk to the database at once; the others wait for five seconds at most. `design`.
    private static final int CONNECTIONS = 16;

    private final Optional<DataDirectory> directory;
    private final Optional<LocalPostgres> server;
    private final DataSource owner;
    private final PGSimpleDataSource application;
    private @Nullable HikariDataSource pool;

    private Database(
            Optional<DataDirectory> directory,
            Optional<LocalPostgres> server,
            DataSource owner,
            PGSimpleDataSource application) {
        this.directory = directory;
        this.server = server;
        this.owner = owner;
        this.application = application;
    }

    /// Stipple's own PostgreSQL in the data directory. It runs when this returns.
    ///
    /// @param progress is told, a line at a time, what takes long
    /// @throws CannotStart where it does not start, or could lose what it acknowledges
    public static Database local(DataDirectory directory, Consumer<String> progress) {
        LocalPostgres server = LocalPostgres.start(directory.postgres(), progress);
        try {
            Roles.inOwnServer(server, directory.secrets(), NAME);
            var database = in(server, directory.secrets(), NAME, Optional.of(directory));
            database.refuseUnlessDurable();
            return database;
        } catch (SQLException failed) {
            server.close();
            throw new CannotStart("PostgreSQL was not set up: " + failed.getMessage(), failed);
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    private static Database in(LocalPostgres server, Secrets secrets, String name, Optional<DataDirectory> directory) {
        return new Database(
                directory,
                Optional.of(server),
                server.connectionsOf(Roles.OWNER, secrets.passwordOf(Roles.OWNER), name),
                server.connectionsOf(Roles.APPLICATION, secrets.passwordOf(Roles.APPLICATION), name));
    }

    /// One of several databases of a server that somebody else closes.
    static Database sharing(LocalPostgres server, Secrets secrets, String name) {
        var own = in(server, secrets, name, Optional.empty());
        return new Database(Optional.empty(), Optional.empty(), own.owner, own.application);
    }

    /// A PostgreSQL that somebody else runs. The role in the URL owns the schema and migrates it; for serving
    /// the role `stipple_app` is made, or given a password from the secret of the data directory.
    ///
    /// @param url `jdbc:postgresql://host/database?user=…`; the password may stand in `~/.pgpass`
    public static Database external(String url, DataDirectory directory) {
        var owner = new PGSimpleDataSource();
        var application = new PGSimpleDataSource();
        try {
            owner.setUrl(url);
            application.setUrl(url);
        } catch (IllegalArgumentException notPostgres) {
            throw new CannotStart(
                    "the database URL must look like jdbc:postgresql://host/database?user=name", notPostgres);
        }
        application.setUser(Roles.APPLICATION);
        application.setPassword(directory.secrets().passwordOf(Roles.APPLICATION));
        var database = new Database(Optional.of(directory), Optional.empty(), owner, application);
        String where = owner.getServerNames()[0] + "/" + owner.getDatabaseName();
        try (Connection connection = owner.getConnection()) {
            External.refuseUnlessFit(connection);
            Roles.inOthersServer(connection, application, directory.secrets());
            database.refuseUnlessDurable();
            return database;
        } catch (SQLException failed) {
            throw new CannotStart("cannot use the database " + where + ": " + failed.getMessage(), failed);
        }
    }

    private void refuseUnlessDurable() throws SQLException {
        for (DataSource role : new DataSource[] {owner, application}) {
            try (Connection connection = role.getConnection()) {
                PostgresSettings.refuseUnlessDurable(connection);
            }
        }
    }

    /// Brings the schema up to date.
    ///
    /// @param program the version of this program, noted in the data directory
    /// @return the number of the newest migration in the database
    /// @throws CannotStart when the database was written by a newer Stipple; then nothing was changed
    public int migrate(String program) {
        int schema = Migrations.run(owner, Roles.APPLICATION);
        directory.ifPresent(noted -> noted.wroteSchema(program, schema));
        return schema;
    }

    /// Refuses to serve where the database could show one clinic the rows of another, whatever the program
    /// forgets.
    ///
    /// @param exceptions what was looked at by a person and is meant to be so
    /// @throws CannotStart with everything that is wrong
    public void refuseUnlessIsolated(Isolation.Exceptions exceptions) {
        try (Connection connection = applicationDataSource().getConnection()) {
            Isolation.refuseUnlessIsolated(connection, exceptions);
        } catch (SQLException failed) {
            throw new CannotStart("the database cannot be examined: " + failed.getMessage(), failed);
        }
    }

    /// Connections of the application's role, pooled. The same object each time; closed with this.
    public synchronized DataSource applicationDataSource() {
        if (pool == null) {
            var settings = new HikariConfig();
            application.setCurrentSchema(Migrations.SCHEMA);
            application.setApplicationName("stipple");
            settings.setDataSource(application);
            settings.setPoolName("stipple");
            settings.setMaximumPoolSize(CONNECTIONS);
            settings.setMinimumIdle(2);
            settings.setConnectionTimeout(5_000);
            pool = new HikariDataSource(settings);
        }
        return pool;
    }

    /// Connections of the owner, for migrations and for nothing else.
    DataSource ownerDataSource() {
        return owner;
    }

    Optional<LocalPostgres> server() {
        return server;
    }

    /// Ends the connections, and stops PostgreSQL where it is Stipple's own.
    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
        server.ifPresent(LocalPostgres::close);
    }
}
