package org.stipple.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The built program as a process of its own, on a free port of this machine and in a directory of its own.
final class RunningStipple implements AutoCloseable {

    private static final Path JAR = Path.of("..", "cli", "target", "stipple", "stipple.jar");
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /// A demo fills itself first: it draws photos and measures them, on a machine that may have other work. How
    /// long a start may take is not what these tests are about; [FirstVisitInTheBrowserTest] says what it took.
    private static final Duration PATIENCE_AT_THE_START = Duration.ofMinutes(5);
    private static final String READY = "Stipple is ready: ";
    private static final String SET_UP = "Set up your clinic, once, here: ";
    private static final AtomicInteger STARTS = new AtomicInteger();

    private final Process process;
    private final Path data;
    private final Path said;
    private final Duration startedIn;

    private RunningStipple(Process process, Path data, Path said, Duration startedIn) {
        this.process = process;
        this.data = data;
        this.said = said;
        this.startedIn = startedIn;
    }

    /// A directory of that name that does not exist yet, for the data of one test.
    static Path freshData(String name) throws IOException {
        Path data = TARGET.resolve("data").resolve(name);
        deleteTree(data);
        Files.createDirectories(data.getParent());
        return data;
    }

    /// Starts `serve` and returns when it says that it is ready.
    static RunningStipple serve(Path data, String... more) throws IOException {
        if (!Files.isRegularFile(JAR)) {
            throw new AssertionError(
                    JAR.toAbsolutePath().normalize() + " is not there: build it first, with ./mvnw verify");
        }
        Path said = TARGET.resolve("said").resolve(data.getFileName() + "-" + STARTS.incrementAndGet() + ".txt");
        Files.createDirectories(said.getParent());
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString(),
                "serve",
                "--data",
                data.toString()));
        command.addAll(Arrays.asList(more));
        if (!command.contains("--port")) {
            command.addAll(List.of("--port", "0"));
        }
        long before = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(
                        said.resolveSibling(said.getFileName() + "-output").toFile())
                .redirectError(said.toFile())
                .start();
        var stipple = new RunningStipple(process, data, said, Duration.ZERO);
        boolean ready = await(
                PATIENCE_AT_THE_START,
                () -> !process.isAlive() || stipple.after("Stop with Ctrl-C").isPresent());
        if (!ready || !process.isAlive()) {
            stipple.close();
            throw new AssertionError("the program did not start, and said:\n" + Files.readString(said));
        }
        return new RunningStipple(process, data, said, Duration.ofNanos(System.nanoTime() - before));
    }

    /// From the command to the first answer.
    Duration startedIn() {
        return startedIn;
    }

    /// Such as `http://127.0.0.1:40123`, without a slash at the end.
    String address() {
        return after(READY).orElseThrow().replaceFirst("/?( .*)?$", "");
    }

    /// The one-time link of a clinic that does not exist yet.
    String setUpLink() {
        return after(SET_UP).orElseThrow(() -> new AssertionError("no link to set up the clinic was said"));
    }

    /// Everything that it has said on standard error so far, line by line.
    List<String> said() {
        try {
            return Files.readAllLines(said);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private Optional<String> after(String beginning) {
        return said().stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()).strip())
                .findFirst();
    }

    /// Kills the program as `kill -9` does. Its PostgreSQL runs on.
    void kill() {
        process.destroyForcibly();
        await(() -> !process.isAlive());
    }

    /// Kills all processes of its PostgreSQL at once, as `kill -9` does.
    void killDatabase() {
        postgres().ifPresent(server -> {
            var all = new ArrayList<>(server.descendants().toList());
            all.add(server);
            all.forEach(ProcessHandle::destroyForcibly);
            await(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        });
    }

    /// The process that the directory of the database names, if that is a PostgreSQL of this very directory.
    private Optional<ProcessHandle> postgres() {
        Path noted = data.resolve("postgres").resolve("data").resolve("postmaster.pid");
        try {
            return Files.readAllLines(noted).stream()
                    .findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(server -> isOurs(server.pid()));
        } catch (IOException notRunning) {
            return Optional.empty();
        }
    }

    private boolean isOurs(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .contains(data.toAbsolutePath().toString());
        } catch (IOException ended) {
            return false;
        }
    }

    /// Stops it in order, and kills what does not stop.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException interrupted) {
            kill();
            Thread.currentThread().interrupt();
        }
        killDatabase();
    }

    static boolean await(Supplier<Boolean> something) {
        return await(PATIENCE, something);
    }

    private static boolean await(Duration patience, Supplier<Boolean> something) {
        long end = System.nanoTime() + patience.toNanos();
        while (!something.get()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static void deleteTree(Path root) throws IOException {
        if (Files.notExists(root)) {
            return;
        }
        try (var all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
