package org.stipple.clinic.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.stipple.clinic.database.DataDirectory.Kind;

/// A Stipple in a process of its own, which writes one row after the other and says so after each commit.
final class WritingProcess implements AutoCloseable {

    private static final String ACKNOWLEDGED = "acknowledged ";
    private static final String END = " .";

    private final Process process;
    private final BufferedReader output;
    private final ServerProcess server;

    private WritingProcess(Process process) throws IOException {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        String line = output.readLine();
        while (line != null && !line.startsWith("server ")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the writing process did not start");
        }
        this.server = new ServerProcess(Long.parseLong(line.substring("server ".length())));
    }

    static WritingProcess start(Path root, long first) throws IOException {
        return new WritingProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingProcess.class.getName(),
                        root.toString(),
                        Long.toString(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    ServerProcess server() {
        return server;
    }

    long pid() {
        return process.pid();
    }

    /// The next so many writes that it acknowledged.
    SortedSet<Long> acknowledged(int count) throws IOException {
        var entries = new TreeSet<Long>();
        while (entries.size() < count && read(entries)) {
            // Reading is all there is to do.
        }
        return entries;
    }

    /// Kills it as `kill -9` does, and gives what it still had acknowledged.
    SortedSet<Long> killed() throws IOException {
        // Not the process itself: that would close the stream, and with it what was acknowledged last.
        process.toHandle().destroyForcibly();
        var entries = new TreeSet<Long>();
        while (read(entries)) {
            // To the end.
        }
        return entries;
    }

    private boolean read(SortedSet<Long> entries) throws IOException {
        String line = output.readLine();
        if (line == null) {
            return false;
        }
        // The last line may be cut short by the kill.
        if (line.startsWith(ACKNOWLEDGED) && line.endsWith(END)) {
            entries.add(Long.parseLong(line.substring(ACKNOWLEDGED.length(), line.length() - END.length())));
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }

    /// Which of the acknowledged entries are not in the database.
    static SortedSet<Long> lost(SortedSet<Long> acknowledged, Database database) throws SQLException {
        var lost = new TreeSet<>(acknowledged);
        try (var connection = TestPostgres.owner(database).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists public.ledger (entry bigint primary key)");
            try (var rows = statement.executeQuery("select entry from public.ledger")) {
                while (rows.next()) {
                    lost.remove(rows.getLong(1));
                }
            }
        }
        return lost;
    }

    public static void main(String[] arguments) throws Exception {
        var directory = DataDirectory.open(Path.of(arguments[0]), Kind.CLINIC, "test");
        var database = Database.local(directory, System.err::println);
        lost(new TreeSet<>(), database);
        System.out.println("server " + database.server().orElseThrow().process().pid());
        try (var connection = TestPostgres.owner(database).getConnection();
                var insert = connection.prepareStatement("insert into public.ledger values (?)")) {
            for (long entry = Long.parseLong(arguments[1]); ; entry++) {
                insert.setLong(1, entry);
                insert.execute();
                System.out.println(ACKNOWLEDGED + entry + END);
                System.out.flush();
            }
        } catch (SQLException serverKilled) {
            // Stays alive until it is killed itself.
            Thread.sleep(60_000);
        }
    }
}
