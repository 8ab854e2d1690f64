package org.stipple.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    private LauncherYard yard;

    LauncherTest(@TempDir Path directory) throws Exception {
        yard = LauncherYard.at(directory);
    }

    @BeforeEach
    void aJavaTooOldIsFirstOnThePath() throws Exception {
        var old = yard.jdk("/usr/lib/jvm/17", 17);
        yard = yard.with("PATH", old.resolve("bin") + ":/usr/bin:/bin").with("JAVA_HOME", old.toString());
    }

    @Test
    void skipsWhatIsTooOldOrHasNoCompiler() throws Exception {
        yard.jre("/usr/lib/jvm/26-jre", 26);
        yard.jdk("/opt/jdk-25", 25);
        assertThat(yard.start("dose").lines()).startsWith("java 25 in " + yard.root());
        assertThat(yard.journal("probe")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void prefersTheJdkItIsTold() throws Exception {
        yard.jdk("/usr/lib/jvm/25", 25);
        yard = yard.with("STIPPLE_JAVA_HOME", yard.jdk("/somewhere else/26", 26).toString());
        assertThat(yard.start("dose").lines()).startsWith("java 26 in " + yard.root());
    }

    @Test
    void saysWhenItDoesNotTakeTheJdkItIsTold() throws Exception {
        yard.jdk("/opt/jdk-25", 25);
        yard = yard.with("STIPPLE_JAVA_HOME", yard.jdk("/told/21", 21).toString());
        var outcome = yard.start("dose");
        assertThat(outcome.lines()).startsWith("java 25 in " + yard.root());
        assertThat(outcome.err()).contains("/told/21 is Java 21: looking further");
    }

    @Test
    void saysInOneLineWhatToInstallWhereThereIsNoJdk() throws Exception {
        var outcome = yard.start("dose");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("stipple: needs a JDK 25 or later").hasLineCount(1);
        assertThat(yard.journal("mvnw")).isEmpty();
    }

    @Test
    void remembersItsJdkOnlyWhileItIsTheSame() throws Exception {
        var remembered = yard.jdk("/opt/jdk-25", 25);
        yard.start("dose");
        int probes = yard.journal("probe").size();
        yard.start("dose");
        assertThat(yard.journal("probe")).hasSize(probes);

        Files.delete(remembered.resolve("bin/javac"));
        yard.jdk("/opt/jdk-27", 27);
        assertThat(yard.start("dose").lines()).startsWith("java 27 in " + yard.root());
    }

    @Test
    void buildsOnceAndAgainWhenSourcesChange() throws Exception {
        yard.jdk("/opt/jdk-25", 25);
        yard.start("dose");
        yard.start("dose");
        assertThat(yard.journal("mvnw")).hasSize(1).first().asString().contains("-Dquick", "-pl cli -am package");

        Path source = yard.root().resolve("cli/src/main/java/Stipple.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));
        yard.start("dose");
        assertThat(yard.journal("mvnw")).hasSize(2);
    }

    @Test
    void buildsAgainWhenASourceWasDeleted() throws Exception {
        yard.jdk("/opt/jdk-25", 25);
        yard.start("dose");
        Files.delete(yard.root().resolve("cli/src/main/java/Stipple.java"));
        yard.start("dose");
        assertThat(yard.journal("mvnw")).hasSize(2);
    }

    @Test
    void keepsStandardOutputForTheProgramAndShowsProgressBeside() throws Exception {
        yard.jdk("/opt/jdk-25", 25);
        var outcome = yard.start("dose", "a file.yaml", "--json");
        assertThat(outcome.lines())
                .startsWith("java 25 in " + yard.root())
                .endsWith("<dose>", "<a file.yaml>", "<--json>")
                .contains("<-jar>")
                .noneMatch(line -> line.contains("INFO"));
        assertThat(outcome.err()).contains("building 1/2 stipple …", "building 2/2 cli …");
    }

    @Test
    void runsWhereItWasCalledAlsoThroughALink() throws Exception {
        yard.jdk("/opt/jdk-25", 25);
        var elsewhere = Files.createDirectories(yard.place("/else where"));
        var hop = Files.createSymbolicLink(elsewhere.resolve("hop"), Path.of("../source tree/stipple"));
        var link = Files.createSymbolicLink(yard.place("/link"), hop);
        var outcome = yard.startIn(elsewhere, link, "dose").ended();
        assertThat(outcome.lines()).startsWith("java 25 in " + elsewhere);
        assertThat(yard.root().resolve("cli/target/stipple/stipple.jar")).exists();
    }

    @Test
    void endsWithTheStatusOfTheProgram() throws Exception {
        yard.jdk("/opt/jdk-25", 25);
        assertThat(yard.start("seven").status()).isEqualTo(7);
        assertThat(yard.start("dose").status()).isZero();
    }

    @Test
    void showsWhyABuildFailedAndRunsNothing() throws Exception {
        yard.jdk("/opt/jdk-25", 25);
        Files.writeString(yard.root().resolve("maven.sh"), "echo '[ERROR] Stipple.java: ; expected'; exit 1");
        var outcome = yard.start("dose");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("; expected", "the build failed", "cli/target/build.log");

        Files.delete(yard.root().resolve("maven.sh"));
        assertThat(yard.start("dose").status()).isZero();
    }

    @Test
    void twoStartsAtOnceBuildOnce() throws Exception {
        yard.jdk("/opt/jdk-25", 25);
        Files.writeString(yard.root().resolve("maven.sh"), "sleep 2");
        var one = yard.startIn(yard.root(), yard.root().resolve("stipple"), "dose");
        var other = yard.startIn(yard.root(), yard.root().resolve("stipple"), "dose");
        assertThat(one.ended().status()).isZero();
        assertThat(other.ended().status()).isZero();
        assertThat(yard.journal("mvnw")).hasSize(1);
    }

    @Test
    void trainsAStartUpCacheForTheNextStartAndDropsItWithTheJar() throws Exception {
        yard.jdk("/opt/jdk-25", 25);
        yard = yard.with("STIPPLE_TRAINING", "on");
        var notes = yard.root().resolve("cli/target/launcher");
        assertThat(yard.start("dose").out()).doesNotContain("AOTCache");
        waitFor(notes.resolve("commands.aot.key"));
        assertThat(yard.start("dose").out()).contains("-XX:AOTCache=" + notes.resolve("commands.aot"));
        Files.createFile(yard.place("/ready"));
        Files.createFile(yard.place("/stop"));
        assertThat(yard.start("serve").out()).doesNotContain("AOTCache");

        Files.writeString(yard.root().resolve("cli/target/stipple/stipple.jar"), "another jar");
        assertThat(yard.start("dose").out()).doesNotContain("AOTCache");
    }

    @Test
    void whoReadsTheOutputToItsEndDoesNotWaitForTheTraining() throws Exception {
        var jdk = yard.jdk("/opt/jdk-25", 25);
        yard.start("dose");
        var hold = Files.createFile(jdk.resolve("bin/hold"));
        yard = yard.with("STIPPLE_TRAINING", "on");
        var start = yard.piped("dose");
        var said = CompletableFuture.supplyAsync(() -> {
            try (var output = start.getInputStream()) {
                return new String(output.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            assertThat(said.get(20, TimeUnit.SECONDS)).contains("<dose>");
            waitFor(jdk.resolve("bin/training"));
            assertThat(hold).exists();
        } finally {
            Files.delete(hold);
        }
        waitFor(yard.root().resolve("cli/target/launcher/commands.aot.key"));
    }

    @Test
    void trainingSeesNothingOfWhoStartedIt() throws Exception {
        var jdk = yard.jdk("/opt/jdk-25", 25);
        yard = yard.with("STIPPLE_TRAINING", "on").with("PGPASSWORD", "secret");
        yard.start("dose");
        waitFor(yard.root().resolve("cli/target/launcher/commands.aot.key"));
        assertThat(Files.readString(jdk.resolve("bin/training")))
                .doesNotContain("PGPASSWORD", "HOME=" + yard.environment().get("HOME"));
    }

    @Test
    void trainsTheServerApartOnceItIsReady() throws Exception {
        var jdk = yard.jdk("/opt/jdk-25", 25);
        yard = yard.with("STIPPLE_TRAINING", "on");
        var server = yard.startIn(yard.root(), yard.root().resolve("stipple"), "serve", "--data", "theirs");
        TimeUnit.SECONDS.sleep(3);
        var training = jdk.resolve("bin/training");
        assertThat(training).doesNotExist();

        Files.createFile(yard.place("/ready"));
        waitFor(yard.root().resolve("cli/target/launcher/server.aot.key"));
        assertThat(Files.readString(training))
                .contains("-Dstipple.training=true", " serve --demo --port 0 --data ")
                .doesNotContain("theirs");
        assertThat(server.process().isAlive()).isTrue();

        Files.createFile(yard.place("/stop"));
        assertThat(server.ended().status()).isZero();
        assertThat(yard.start("serve").out()).contains("server.aot");
    }

    private static void waitFor(Path file) throws InterruptedException {
        for (int i = 0; i < 200 && !Files.exists(file); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(file).exists();
    }
}
