package org.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An answer that did not arrive is a failure, unless who read it has left.
class StandardOutputTest {

    /// Every write to it fails, as to a full disk.
    private static final Path FULL = Path.of("/dev/full");

    private static final OutputStream BROKEN = new OutputStream() {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    };

    @TempDir
    private Path folder;

    @Test
    void remembersThatItCouldNotBeWritten() {
        var output = new StandardOutput(BROKEN, false);
        var out = new PrintWriter(output, true, StandardCharsets.UTF_8);
        assertThat(output.failure()).isEmpty();
        out.println("answer");
        assertThat(output.failure()).contains("No space left on device");
    }

    @Test
    void isContentWhenItsReaderHasLeft() {
        var output = new StandardOutput(BROKEN, true);
        new PrintWriter(output, true, StandardCharsets.UTF_8).println("answer");
        assertThat(output.failure()).isEmpty();
    }

    @Test
    void endsWithFailureOnAFullDisk() throws IOException, InterruptedException {
        assumeTrue(Files.exists(FULL), "this system has no disk that is always full");
        var said = folder.resolve("said.txt");
        for (var command : List.of(List.of("--version"), List.of("knowledge", "list", "rules"))) {
            assertThat(stipple(command, ProcessBuilder.Redirect.to(FULL.toFile()), said))
                    .isEqualTo(1);
            assertThat(Files.readString(said)).startsWith("stipple: failed, the answer is not there or breaks off");
        }
        var whole = folder.resolve("whole.txt");
        assertThat(stipple(List.of("--version"), ProcessBuilder.Redirect.to(whole.toFile()), said))
                .isZero();
        assertThat(Files.readString(whole)).startsWith("stipple ");
    }

    @Test
    void endsWellWhenOnlyTheFirstLineIsRead() throws IOException, InterruptedException {
        var said = folder.resolve("said.txt");
        var process = process(List.of("knowledge", "list", "rules"))
                .redirectError(said.toFile())
                .start();
        process.getInputStream().close();
        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(said)).isEmpty();
    }

    private static int stipple(List<String> arguments, ProcessBuilder.Redirect out, Path said)
            throws IOException, InterruptedException {
        return process(arguments)
                .redirectOutput(out)
                .redirectError(said.toFile())
                .start()
                .waitFor();
    }

    private static ProcessBuilder process(List<String> arguments) {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path", ""),
                "org.stipple.cli.Stipple"));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
