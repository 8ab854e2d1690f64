package org.stipple.clinic.database;

import java.nio.file.Path;
import java.sql.SQLException;
import org.stipple.clinic.database.DataDirectory.Kind;

/// A data directory with a server that runs, for tests that look at it from outside.
public final class TestInstallation implements AutoCloseable {

    private final DataDirectory directory;
    private final Database database;

    private TestInstallation(DataDirectory directory, Database database) {
        this.directory = directory;
        this.database = database;
    }

    public static TestInstallation in(Path root) throws Exception {
        var directory = DataDirectory.open(root, Kind.CLINIC, "test");
        TestPostgres.lendBinaries(directory);
        var database = Database.local(directory, _ -> {});
        database.migrate("test");
        return new TestInstallation(directory, database);
    }

    public DataDirectory directory() {
        return directory;
    }

    /// Connections of the application's role.
    public javax.sql.DataSource application() {
        return database.applicationDataSource();
    }

    /// What a query for one number gives, asked as the superuser.
    public long number(String query) throws SQLException {
        try (var connection = database.server().orElseThrow().superuser(Database.NAME);
                var statement = connection.createStatement()) {
            statement.execute("set search_path = stipple");
            try (var row = statement.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    public byte[] photoKey() {
        return directory.secrets().keyFor("photos");
    }

    /// As the superuser, who may do everything.
    public void sql(String statements) throws SQLException {
        try (var connection = database.server().orElseThrow().superuser(Database.NAME);
                var statement = connection.createStatement()) {
            statement.execute("set search_path = stipple; " + statements);
        }
    }

    @Override
    public void close() {
        database.close();
        directory.close();
        try {
            TestPostgres.takeBinariesBack(directory.root());
        } catch (java.io.IOException left) {
            throw new java.io.UncheckedIOException(left);
        }
    }
}
