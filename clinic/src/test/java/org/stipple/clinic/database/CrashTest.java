package org.stipple.clinic.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.database.DataDirectory.Kind;

/// What was acknowledged is still there, however the processes end. Killing processes does not show what a
/// power cut does: the memory of the system survives it.
class CrashTest {

    private static final long SEED = 20261120;
    private static final int ROUNDS = 5;

    @TempDir
    private Path parent;

    private Path root() {
        return parent.resolve("stipple");
    }

    private Path cluster() {
        return root().resolve("postgres").resolve("data");
    }

    private DataDirectory open() throws Exception {
        var directory = DataDirectory.open(root(), Kind.CLINIC, "test");
        TestPostgres.lendBinaries(directory);
        return directory;
    }

    @AfterEach
    void leaveNoServer() throws Exception {
        killServer();
        TestPostgres.takeBinariesBack(root());
    }

    private void killServer() throws Exception {
        if (Files.isDirectory(cluster())) {
            for (ServerProcess process : ServerProcess.allIn(cluster())) {
                process.kill();
            }
        }
    }

    @Test
    void keepsEveryAcknowledgedWriteWhenAllIsKilledAgainAndAgain() throws Exception {
        open().close();
        var random = new Random(SEED);
        SortedSet<Long> acknowledged = new TreeSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (var stipple = WritingProcess.start(root(), round * 1_000_000L)) {
                acknowledged.addAll(stipple.acknowledged(50 + random.nextInt(400)));
                if (random.nextBoolean()) {
                    killServer();
                    acknowledged.addAll(stipple.killed());
                } else {
                    acknowledged.addAll(stipple.killed());
                    killServer();
                }
            }
        }
        try (DataDirectory directory = open();
                Database database = Database.local(directory, _ -> {})) {
            assertThat(acknowledged).hasSizeGreaterThan(50 * ROUNDS);
            assertThat(WritingProcess.lost(acknowledged, database)).isEmpty();
            // The same ledger with one entry that was never written shows that a loss would be seen.
            acknowledged.add(-7L);
            assertThat(WritingProcess.lost(acknowledged, database)).containsExactly(-7L);
        }
    }

    /// The control of the ledger: where commits are acknowledged before they are on the disk, kills lose some.
    @Test
    void wouldSeeTheLossOfWritesThatWereAcknowledgedTooEarly() throws Exception {
        try (DataDirectory directory = open();
                Database database = Database.local(directory, _ -> {})) {
            long next = 0;
            SortedSet<Long> acknowledged = new TreeSet<>();
            for (int attempt = 0;
                    attempt < 5 && WritingProcess.lost(acknowledged, database).isEmpty();
                    attempt++) {
                try (Connection connection = TestPostgres.owner(database).getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("set synchronous_commit = off");
                    for (int i = 0; i < 1000; i++) {
                        statement.execute("insert into public.ledger values (" + next + ")");
                        acknowledged.add(next++);
                    }
                    killServer();
                } catch (SQLException killed) {
                    throw new AssertionError("the writes were acknowledged before the kill", killed);
                }
                waitUntilServed(database);
            }
            assertThat(WritingProcess.lost(acknowledged, database)).isNotEmpty();
        }
    }

    @Test
    void startsItsServerAgainWhenThatIsKilled() throws Exception {
        try (DataDirectory directory = open();
                Database database = Database.local(directory, _ -> {})) {
            ServerProcess first = database.server().orElseThrow().process();
            long before = System.nanoTime();
            first.kill();
            LocalPostgres server = database.server().orElseThrow();
            LocalPostgres.await(() -> !server.process().equals(first), Duration.ofSeconds(30));
            assertThat(serves(database)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(ServerProcess.allIn(cluster())).isEmpty();
    }

    private static void waitUntilServed(Database database) throws Exception {
        Thread.sleep(300);
        assertThat(LocalPostgres.await(() -> serves(database), Duration.ofSeconds(30)))
                .isTrue();
    }

    private static boolean serves(Database database) {
        try (Connection connection = TestPostgres.owner(database).getConnection()) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Test
    void takesOverTheServerOfAKilledStipple() throws Exception {
        open().close();
        ServerProcess server;
        SortedSet<Long> acknowledged;
        try (var stipple = WritingProcess.start(root(), 0)) {
            acknowledged = stipple.acknowledged(20);
            server = stipple.server();
            acknowledged.addAll(stipple.killed());
        }
        assertThat(server.worksIn(cluster())).isTrue();
        try (DataDirectory directory = open();
                Database database = Database.local(directory, _ -> {})) {
            assertThat(database.server().orElseThrow().process()).isEqualTo(server);
            assertThat(WritingProcess.lost(acknowledged, database)).isEmpty();
        }
        assertThat(server.worksIn(cluster())).isFalse();
    }

    @Test
    void refusesASecondStippleInTheSameDirectory() throws Exception {
        open().close();
        try (var stipple = WritingProcess.start(root(), 0)) {
            stipple.acknowledged(1);
            String before = Files.readString(root().resolve(DirectoryLock.FILE));
            assertThatThrownBy(this::open)
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("another Stipple (process " + stipple.pid() + ") already uses " + root());
            assertThat(root().resolve(DirectoryLock.FILE)).hasContent(before);
            stipple.acknowledged(1);
        }
    }
}
