package org.stipple.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What fetches the landmarks of faces for the browser: nothing fails without it, and nothing but the expected
/// bytes is taken.
class GuideTest {

    private static final Path TOOL = Path.of("..", "tools", "guide", "Guide.java");

    @TempDir
    Path directory;

    private record Outcome(int status, String said) {}

    private Outcome run(Path into, Path npm) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        TOOL.toString(),
                        into.toString())
                .redirectErrorStream(true);
        builder.environment().put("STIPPLE_NPM", npm.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), said);
    }

    private Path npm(String script) throws IOException {
        Path npm = directory.resolve("npm");
        Files.writeString(npm, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(npm, PosixFilePermissions.fromString("rwx------"));
        return npm;
    }

    @Test
    void withoutNpmOneLineSaysSoAndNothingFails() throws Exception {
        var outcome = run(directory.resolve("guide"), directory.resolve("no-npm"));
        assertThat(outcome)
                .isEqualTo(
                        new Outcome(0, "stipple: photos are taken without landmarks of the face: npm is not here\n"));
    }

    @Test
    void withoutANetworkOneLineSaysSoAndNothingFails() throws Exception {
        var outcome = run(directory.resolve("guide"), npm("exit 1\n"));
        assertThat(outcome.status()).isZero();
        assertThat(outcome.said())
                .contains("npm could not fetch @mediapipe/face_mesh")
                .hasLineCount(1);
    }

    @Test
    void filesThatAreNotTheExpectedOnesAreNotUsed() throws Exception {
        Path guide = directory.resolve("guide");
        var outcome = run(guide, npm("""
                while [ "$1" != --prefix ]; do shift; done
                mkdir -p "$2/node_modules/@mediapipe/face_mesh"
                for name in face_mesh.binarypb face_mesh.js face_mesh_solution_packed_assets.data \\
                  face_mesh_solution_packed_assets_loader.js face_mesh_solution_simd_wasm_bin.js \\
                  face_mesh_solution_simd_wasm_bin.wasm; do echo other >"$2/node_modules/@mediapipe/face_mesh/$name"; done
                """));
        assertThat(outcome.status()).isZero();
        assertThat(outcome.said()).contains("is not the file that was expected; it is not used");
        assertThat(guide.resolve("static")).doesNotExist();
    }

    @Test
    void whatIsThereIsNotFetchedAgain() throws Exception {
        Path built = Path.of("..", "clinic", "target", "guide");
        assumeTrue(Files.isDirectory(built.resolve("static")), "this build has no guide");
        assertThat(run(built, npm("echo fetched >&2; exit 1\n"))).isEqualTo(new Outcome(0, ""));
    }
}
