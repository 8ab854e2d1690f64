package org.stipple.clinic.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.database.DataDirectory.Kind;

/// A database of one's own and one that somebody else runs. The latter is played by a server with a role that
/// may make roles and nothing more.
class DatabaseTest {

    private static final Isolation.Exceptions LOOKED_AT = new Isolation.Exceptions(
            Set.of("password_try"),
            Set.of(
                    "any_clinic",
                    "account_for_sign_in",
                    "account_for_passkey",
                    "account_for_subject",
                    "subject_is_linked",
                    "set_up_clinic",
                    "message_by_link",
                    "invitation_by_link",
                    "calendar_by_link",
                    "clinics_to_write_for",
                    "erase_record"));

    @TempDir
    private static Path theirs;

    private static LocalPostgres server;

    @TempDir
    private Path ours;

    @BeforeAll
    static void somebodyElseRunsAServer() throws Exception {
        server = LocalPostgres.start(TestPostgres.place(theirs), _ -> {});
        execute("create role keeper login createrole password 'keeps'");
        execute("create role guest login password 'keeps'");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = server.superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String url(String database, String role) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database + "?user=" + role + "&password=keeps";
    }

    private DataDirectory open(String name) {
        return DataDirectory.open(ours.resolve(name), Kind.CLINIC, "test");
    }

    @Test
    void servesFromItsOwnDatabaseAsARoleThatPoliciesBind() throws Exception {
        try (DataDirectory directory = open("own")) {
            TestPostgres.lendBinaries(directory);
            try (Database database = Database.local(directory, _ -> {})) {
                int schema = database.migrate("0.1.0");
                assertThat(schema).isEqualTo(Migrations.newestKnown()).isPositive();
                assertThat(Files.readString(directory.root().resolve("written-by")))
                        .contains("schema " + schema);
                assertServes(database);
                assertThat(database.migrate("0.1.0")).isEqualTo(schema);
            }
            TestPostgres.takeBinariesBack(directory.root());
        }
    }

    private static void assertServes(Database database) throws SQLException {
        database.refuseUnlessIsolated(LOOKED_AT);
        try (Connection connection = database.applicationDataSource().getConnection();
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("select current_user, (select count(*) from clinic)")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("stipple_app");
            }
            assertThatThrownBy(() -> statement.execute("create table mine (a int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("select * from flyway_schema_history"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void servesFromADatabaseThatSomebodyElseRuns() throws Exception {
        execute("create database theirs owner keeper");
        try (DataDirectory directory = open("first")) {
            // Twice, because the second start finds the role there and leaves it.
            for (int start = 0; start < 2; start++) {
                try (Database database = Database.external(url("theirs", "keeper"), directory)) {
                    database.migrate("0.1.0");
                    assertServes(database);
                }
            }
        }
        try (DataDirectory stranger = open("second")) {
            assertThatThrownBy(() -> Database.external(url("theirs", "keeper"), stranger))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith(
                            "the role stipple_app of this server belongs to a Stipple with another secrets " + "file");
        }
        execute("drop database theirs");
        execute("drop role stipple_app");
    }

    @Test
    void saysWhatTheRoleOfTheUrlLacks() throws Exception {
        execute("create database lent");
        execute("revoke create on database lent from public");
        execute("create database given owner guest");
        try (DataDirectory directory = open("lacking")) {
            assertThatThrownBy(() -> Database.external(url("lent", "guest"), directory))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("the role of the database URL may not make the schema stipple: run grant create on "
                            + "database for it");
            assertThatThrownBy(() -> Database.external(url("given", "guest"), directory))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith(
                            "the role guest of the database URL cannot make the role stipple_app and set "
                                    + "its password: give it CREATEROLE");
            assertThatThrownBy(() -> Database.external("jdbc:mysql://host/x?password=hidden", directory))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("the database URL must look like jdbc:postgresql://host/database?user=name");
            assertThatThrownBy(() -> Database.external(url("given", "nobody").replace("keeps", "hidden"), directory))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("cannot use the database 127.0.0.1/given: ")
                    .hasMessageNotContaining("hidden");
        }
    }

    @Test
    void refusesADatabaseThatCouldForgetWhatItAcknowledged() throws Exception {
        execute("create database hasty owner keeper");
        execute("alter database hasty set synchronous_commit = off");
        try (DataDirectory directory = open("hasty")) {
            assertThatThrownBy(() -> Database.external(url("hasty", "keeper"), directory))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("synchronous_commit = off");
        }
        execute("drop role stipple_app");
    }

    @Test
    void refusesADatabaseOfANewerStippleAndChangesNothingInIt() throws Exception {
        try (Database database = TestPostgres.fresh();
                Connection owner = TestPostgres.owner(database).getConnection();
                var statement = owner.createStatement()) {
            statement.execute("""
                    insert into stipple.flyway_schema_history
                        (installed_rank, version, description, type, script, installed_by, execution_time, success)
                    values (999, '999', 'from the future', 'SQL', 'V999__from_the_future.sql', 'test', 1, true)
                    """);
            var before = contents(owner);
            assertThatThrownBy(() -> database.migrate("0.1.0"))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("the database was written by a newer Stipple (it holds migration 999");
            assertThat(contents(owner)).isEqualTo(before);
        }
    }

    /// Moves with every change of the catalogue of tables or of the history of migrations.
    private static java.math.BigDecimal contents(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery("""
                        select sum(hashtextextended(t::text, 0)) from (
                            select oid::text || relname || xmin::text from pg_class
                            union all select h::text from stipple.flyway_schema_history h) as t
                        """)) {
            row.next();
            return row.getBigDecimal(1);
        }
    }

    @Test
    void knowsItsNewestMigrationByTheNamesOfItsFiles() throws IOException {
        try (var files = Files.list(Path.of("src", "main", "resources", "db", "migration"))) {
            int newest = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith("V"))
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .max()
                    .orElseThrow();
            assertThat(Migrations.newestKnown()).isEqualTo(newest);
        }
    }
}
