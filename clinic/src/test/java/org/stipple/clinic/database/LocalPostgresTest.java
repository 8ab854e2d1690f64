package org.stipple.clinic.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real servers, started, killed and found again.
class LocalPostgresTest {

    @TempDir
    private Path directory;

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    private LocalPostgres start() throws IOException {
        return LocalPostgres.start(TestPostgres.place(directory), told::add);
    }

    private static void execute(LocalPostgres server, String sql) throws SQLException {
        try (Connection connection = server.superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String show(LocalPostgres server, String setting) throws SQLException {
        try (Connection connection = server.superuser("postgres")) {
            return PostgresSettings.show(connection, setting);
        }
    }

    private List<ServerProcess> processes() throws IOException {
        return ServerProcess.allIn(directory.resolve("data"));
    }

    @Test
    void keepsItsDataThroughAStopAndLeavesNoProcessBehind() throws Exception {
        try (LocalPostgres first = start()) {
            execute(first, "create table kept as select 41 + 1 as answer");
        }
        assertThat(processes()).isEmpty();
        assertThat(directory.resolve("data").resolve("postmaster.pid")).doesNotExist();
        try (LocalPostgres second = start()) {
            execute(second, "do $$ begin assert (select answer from kept) = 42; end $$");
        }
        assertThat(told).isEmpty();
    }

    @Test
    void listensOnThisMachineAloneAndLetsNobodyInWithoutThePassword() throws Exception {
        try (LocalPostgres server = start()) {
            assertThat(show(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(server, "unix_socket_directories")).isEmpty();
            assertThat(show(server, "data_checksums")).isEqualTo("on");
            assertThat(Files.getPosixFilePermissions(directory.resolve("data"))).hasSize(3);
            assertThatThrownBy(() -> server.connectionsOf("postgres", "wrong", "postgres")
                            .getConnection()
                            .close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    /// The control raises the log's level within one session, which shows that the search would find the word.
    @Test
    void neverLogsWhatAPersonTyped() throws Exception {
        try (LocalPostgres server = start()) {
            execute(server, "create table patient (name text primary key)");
            fail(server, "insert into patient values ('canary'), ('canary')");
            fail(server, "select 'canary'::uuid");
            fail(server, "select canary from");
            assertThat(log()).doesNotContain("canary");
            fail(server, "set log_min_messages = error; select 'canary'::uuid");
            LocalPostgres.await(() -> log().contains("canary"), Duration.ofSeconds(5));
            assertThat(log()).contains("canary");
        }
    }

    private static void fail(LocalPostgres server, String sql) {
        assertThatThrownBy(() -> execute(server, sql)).isInstanceOf(SQLException.class);
    }

    private String log() {
        var text = new StringBuilder();
        try (var files = Files.newDirectoryStream(directory.resolve("log"))) {
            for (Path file : files) {
                text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        return text.toString();
    }

    @Test
    void refusesToServeWithFsyncOff() throws Exception {
        start().close();
        Files.writeString(directory.resolve("data").resolve("postgresql.auto.conf"), "fsync = off\n");
        assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining("fsync = off");
        assertThat(processes()).isEmpty();
    }

    @Test
    void replacesAServerThatWasLeftRunningWithOtherSettings() throws Exception {
        start().close();
        var programs = new PostgresPrograms(
                PostgresBinaries.in(TestPostgres.binaries()), Launcher.forThisUser(), directory.resolve("log"));
        Process left = programs.startServer(directory.resolve("data"), "-c", "full_page_writes=off");
        assertThat(LocalPostgres.await(() -> log().split("ready to accept").length == 3, Duration.ofSeconds(10)))
                .isTrue();
        try (LocalPostgres server = start()) {
            assertThat(left.isAlive()).isFalse();
            assertThat(show(server, "full_page_writes")).isEqualTo("on");
            assertThat(told).singleElement().asString().contains("full_page_writes = off");
        } finally {
            left.destroyForcibly();
        }
    }

    @Test
    void startsWhereAnotherProgramHasTheNumberOfTheDeadServer() throws Exception {
        try (LocalPostgres server = start()) {
            execute(server, "create table kept as select 42 as answer");
        }
        String ours = Long.toString(ProcessHandle.current().pid());
        Files.writeString(
                directory.resolve("data").resolve("postmaster.pid"),
                ours + "\n" + directory.resolve("data") + "\n1700000000\n5432\n\n127.0.0.1\n\nready   \n");
        try (LocalPostgres server = start()) {
            execute(server, "select answer from kept");
        }
    }

    @Test
    void refusesADatabaseWhoseSecretIsAnother() throws IOException {
        start().close();
        var right = TestPostgres.place(directory);
        var wrong = new LocalPostgres.Place(right.cluster(), right.binariesBelow(), right.log(), "another");
        assertThatThrownBy(() -> LocalPostgres.start(wrong, told::add))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("does not accept the password of its secrets file");
    }

    @Test
    void saysWhyItDoesNotStart() throws Exception {
        start().close();
        Files.delete(directory.resolve("data").resolve("global").resolve("pg_control"));
        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("PostgreSQL did not start: ")
                .hasMessageContaining("could not find the database system");
    }

    @Test
    void refusesRootWhereItCannotGiveUpItsPrivileges() {
        for (String unable : List.of("false", "/no/such/unshare")) {
            assertThatThrownBy(() -> Launcher.refuseUnlessItWorks(List.of(unable)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("PostgreSQL refuses to run as root, and user namespaces are switched off here: "
                            + "start Stipple as an ordinary user");
        }
    }
}
