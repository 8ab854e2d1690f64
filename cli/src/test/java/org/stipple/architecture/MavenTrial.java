package org.stipple.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The project's own Maven, with the project's own settings, let loose on a project of offenders.
final class MavenTrial {

    /// How it ended and what it said.
    record Outcome(int status, String said) {}

    private MavenTrial() {}

    /// Writes the files into `cli/target/trial/NAME` and runs Maven there.
    static Outcome run(String name, Map<String, String> files, String... goals) throws Exception {
        Path directory = Sources.ROOT.resolve("cli/target/trial").resolve(name);
        for (var file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        var command = new ArrayList<>(List.of(
                Sources.ROOT.resolve("mvnw").toString(), "-B", "-Dstyle.color=never", "-f", directory.toString()));
        String repository = System.getProperty("localRepository"); // as Surefire tells it
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        command.addAll(List.of(goals));
        Path said = directory.resolve("said.txt");
        var builder = new ProcessBuilder(command)
                .directory(Sources.ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("MAVEN_OPTS");
        var process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("Maven did not end");
        }
        return new Outcome(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }
}
