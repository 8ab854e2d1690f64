package org.stipple.bench.clinic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/// Starts the program with a crowd in its demo clinic, opens pages of people chosen by a seed, and says how
/// long the server took: one visitor, one page after the other, the time from the request to the last byte on
/// this machine.
public final class ClinicLoad {

    private static final String PASSWORD = "a demo of stipple";
    private static final int WARM_UP = 60;
    private static final int OPENED = 300;
    private static final long SEED = 20_261_121;
    private static final Duration LONGEST_FILLING = Duration.ofHours(2);

    private static final Duration PAGE = Duration.ofMillis(50);
    private static final Duration SEARCH = Duration.ofMillis(100);
    private static final int LARGEST_PAGE = 150_000;

    private static final List<String> NAMES =
            List.of("ada", "be", "costa", "duran", "engel", "fon", "gar", "h", "ito", "jen", "kl", "lop", "ome", "zoe");

    private final List<String> program;
    private final Path data;
    private final int people;

    /// @param program the command that is started
    /// @param data where the demo is kept; used again where it is there
    /// @param people how many are invented
    public ClinicLoad(List<String> program, Path data, int people) {
        this.program = List.copyOf(program);
        this.data = data;
        this.people = people;
    }

    private record Subject(String words, Duration atMost, IntFunction<String> path) {}

    private record Timed(String words, Duration atMost, Duration median, Duration p95, int bytes) {}

    /// Runs it, and says what was found.
    ///
    /// @param on the day, in words
    /// @param machine in words
    /// @throws IOException when the program cannot be started
    public String page(String on, String machine) throws IOException {
        Files.createDirectories(data);
        Path log = data.resolve("load.log");
        var words = new ArrayList<>(program);
        words.addAll(List.of(
                "serve", "--demo", "--port", "0", "--data", data.resolve("demo").toString(), "--crowd", "" + people));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            String address = address(process, log);
            var filling = Duration.ofNanos(System.nanoTime() - begun);
            try (var visitor = Visitor.signedIn(address, "clinician", PASSWORD)) {
                return page(
                        on,
                        machine,
                        filling,
                        subjects().stream()
                                .map(subject -> timed(visitor, subject))
                                .toList());
            }
        } finally {
            process.destroy();
        }
    }

    private static String address(Process process, Path log) throws IOException {
        long until = System.nanoTime() + LONGEST_FILLING.toNanos();
        String last = "";
        while (System.nanoTime() < until && process.isAlive()) {
            for (String line : Files.readAllLines(log)) {
                if (line.startsWith("Stipple is ready: ")) {
                    return line.replaceAll("Stipple is ready: (http://[^/]+).*", "$1");
                }
            }
            String now = Files.readAllLines(log).stream().reduce("", (_, line) -> line);
            if (!now.equals(last)) {
                System.out.println(now);
                last = now;
            }
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
        throw new IllegalStateException("the program did not get ready: " + last);
    }

    private List<Subject> subjects() {
        return List.of(
                new Subject("today", PAGE, _ -> "/today"),
                new Subject("list of people", PAGE, _ -> "/people"),
                new Subject("search", SEARCH, number -> "/people?q=" + NAMES.get(number % NAMES.size())),
                new Subject("a person", PAGE, number -> "/people/" + id("crowd-" + number)),
                new Subject("screening", PAGE, number -> "/people/" + id("crowd-" + number) + "/screening"),
                new Subject("course", PAGE, number -> course(number, "")),
                new Subject("before the session", PAGE, number -> course(number, "/session")),
                new Subject("asked again", PAGE, number -> course(number, "/recheck")),
                new Subject("a session's page", PAGE, number -> session(number, "")),
                new Subject("visit report", PAGE, number -> session(number, "/report")),
                new Subject("intake", PAGE, number -> "/people/" + id("crowd-" + number) + "/intake"),
                new Subject("stock", PAGE, _ -> "/stock"));
    }

    private static String course(int number, String rest) {
        return "/people/" + id("crowd-" + number) + "/courses/" + id("crowd-course-" + number) + rest;
    }

    private static String session(int number, String rest) {
        return "/people/" + id("crowd-" + number) + "/sessions/" + id("crowd-" + number + "-7") + rest;
    }

    /// As the database makes it out of the same words.
    private static String id(String words) {
        try {
            String hex = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(words.getBytes(StandardCharsets.UTF_8)));
            return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Timed timed(Visitor visitor, Subject subject) {
        var random = new SplittableRandom(SEED);
        var took = new ArrayList<Duration>();
        int largest = 0;
        for (int i = 0; i < WARM_UP + OPENED; i++) {
            String path = subject.path().apply(random.nextInt(people));
            var opened = visitor.open(path);
            if (opened.status() != 200) {
                throw new IllegalStateException(path + " answered " + opened.status());
            }
            if (i >= WARM_UP) {
                took.add(opened.took());
                largest = Math.max(largest, opened.bytes());
            }
        }
        took.sort(null);
        System.out.println(
                subject.words() + ": p95 " + took.get(took.size() * 95 / 100).toMillis() + " ms");
        return new Timed(
                subject.words(),
                subject.atMost(),
                took.get(took.size() / 2),
                took.get(took.size() * 95 / 100),
                largest);
    }

    private String page(String on, String machine, Duration filling, List<Timed> figures) {
        return """
                # Pages of a clinic whose books are full

                %s, %s. %,d invented people with %,d sessions, made in %d s (start included). One visitor on the same machine,
                one page after the other, %d each after %d to warm up; the people are chosen by seed %d. Time from the request to
                the last byte; size of the page alone over the wire. Made by `./stipple bench DATE "MACHINE" clinic`.

                | page | median ms | p95 ms | asked | kB | |
                |---|---|---|---|---|---|
                %s
                """.formatted(
                        on,
                        machine,
                        people,
                        people * 10L,
                        filling.toSeconds(),
                        OPENED,
                        WARM_UP,
                        SEED,
                        figures.stream().map(ClinicLoad::row).collect(Collectors.joining("\n")));
    }

    private static String row(Timed timed) {
        boolean reached = timed.p95().compareTo(timed.atMost()) <= 0 && timed.bytes() <= LARGEST_PAGE;
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %d | %.1f | %s |",
                timed.words(),
                timed.median().toNanos() / 1e6,
                timed.p95().toNanos() / 1e6,
                timed.atMost().toMillis(),
                timed.bytes() / 1e3,
                reached ? "reached" : "**missed**");
    }
}
