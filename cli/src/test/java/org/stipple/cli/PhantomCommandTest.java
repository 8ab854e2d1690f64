package org.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A new user gets two photos, and the command that measures them, from the program itself.
class PhantomCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Stipple.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void theCommandItNamesMeasuresThePairAsImproved() {
        Path photos = folder.resolve("new").resolve("photos");
        assertThat(run("phantom", photos.toString())).isZero();
        String named = out.toString()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("./stipple "))
                .findFirst()
                .orElseThrow();
        assertThat(photos.resolve("baseline.png")).isRegularFile();
        assertThat(photos.resolve("followup.png")).isRegularFile();
        assertThat(run(named.replace("./stipple ", "").split(" ")))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).containsPattern("erythema-index .*: improved");
    }

    @Test
    void theSamePhotosEachTimeAndNoneOverwritten() throws IOException {
        assertThat(run("phantom", folder.resolve("a").toString())).isZero();
        assertThat(run("phantom", folder.resolve("b").toString())).isZero();
        assertThat(folder.resolve("a/followup.png")).hasSameBinaryContentAs(folder.resolve("b/followup.png"));

        Files.writeString(folder.resolve("a/baseline.png"), "mine");
        assertThat(run("phantom", folder.resolve("a").toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("stipple: DIR: was ").contains("which is there already");
        assertThat(folder.resolve("a/baseline.png")).hasContent("mine");
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("letter"), "Dear Anna");
        assertThat(run("phantom", file.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("stipple: DIR: was ");
    }
}
