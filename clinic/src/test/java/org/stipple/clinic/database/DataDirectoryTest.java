package org.stipple.clinic.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.database.DataDirectory.Kind;

/// Each way in which a directory cannot be used: one clear line, and nothing in it changed.
class DataDirectoryTest {

    private static final int SCHEMA = 7;

    @TempDir
    private Path parent;

    private Path root;

    @BeforeEach
    void place() {
        root = parent.resolve("stipple");
    }

    private DataDirectory open(Kind kind) {
        return DataDirectory.open(root, kind, "0.1.0", SCHEMA, DataDirectory.NEEDED_BYTES);
    }

    private void refused(ThrowingCallable opening, String line) throws IOException {
        var before = TreeHash.of(parent);
        assertThatThrownBy(opening).isInstanceOf(CannotStart.class).hasMessage(line);
        assertThat(TreeHash.of(parent)).isEqualTo(before);
    }

    @Test
    void keepsEverythingForItsOwnerAlone() throws IOException {
        try (DataDirectory directory = open(Kind.CLINIC)) {
            assertThat(directory.root()).isEqualTo(root);
            assertThat(TreeHash.of(root).keySet())
                    .containsExactly("", "lock", "log", "photos", "postgres", "secrets", "written-by");
            for (String file : new String[] {"lock", "secrets", "written-by"}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(file))))
                        .isEqualTo("rw-------");
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                    .isEqualTo("rwx------");
            assertThat(root.resolve("written-by")).hasContent("""
                    stipple 0.1.0
                    schema 0
                    postgresql 18
                    data clinic
                    """);
        }
    }

    @Test
    void keepsItsSecretAndDerivesDifferentKeysFromIt() {
        byte[] photos;
        String password;
        try (DataDirectory directory = open(Kind.CLINIC)) {
            photos = directory.secrets().keyFor("photos");
            password = directory.secrets().passwordOf(Roles.OWNER);
            assertThat(directory.secrets().passwordOf(Roles.APPLICATION)).isNotEqualTo(password);
        }
        try (DataDirectory again = open(Kind.CLINIC)) {
            assertThat(again.secrets().keyFor("photos")).hasSize(32).isEqualTo(photos);
            assertThat(again.secrets().passwordOf(Roles.OWNER)).isEqualTo(password);
        }
    }

    @Test
    void livesWhereTheDesktopKeepsDataUnlessToldOtherwise() {
        assertThat(DataDirectory.usual(Kind.CLINIC, name -> name.equals("XDG_DATA_HOME") ? "/srv/data" : null))
                .isEqualTo(Path.of("/srv/data/stipple"));
        Path home = Path.of(System.getProperty("user.home"), ".local", "share");
        assertThat(DataDirectory.usual(Kind.DEMO, _ -> null)).isEqualTo(home.resolve("stipple-demo"));
        assertThat(DataDirectory.usual(Kind.CLINIC, _ -> "relative/is/ignored")).isEqualTo(home.resolve("stipple"));
    }

    @Test
    void refusesDataOfANewerStipple() throws IOException {
        try (DataDirectory directory = open(Kind.CLINIC)) {
            directory.wroteSchema("0.9.0", SCHEMA + 1);
        }
        refused(
                () -> open(Kind.CLINIC),
                root + " was written by a newer Stipple (0.9.0, schema 8; this one knows 7): use that one");
    }

    @Test
    void acceptsDataOfAnOlderStipple() {
        try (DataDirectory directory = open(Kind.CLINIC)) {
            directory.wroteSchema("0.0.9", SCHEMA);
        }
        open(Kind.CLINIC).close();
    }

    @Test
    void refusesADatabaseOfAnotherPostgres() throws IOException {
        open(Kind.CLINIC).close();
        Files.createDirectories(root.resolve("postgres").resolve("data"));
        Files.writeString(root.resolve("postgres").resolve("data").resolve("PG_VERSION"), "19\n");
        refused(
                () -> open(Kind.CLINIC),
                root + " holds a database of PostgreSQL 19, and this Stipple brings 18: use the Stipple that wrote it");
    }

    @Test
    void keepsDemoAndClinicApart() throws IOException {
        open(Kind.CLINIC).close();
        refused(() -> open(Kind.DEMO), root + " belongs to a clinic: the demo needs a directory of its own");
    }

    @Test
    void refusesADirectoryThatIsNotItsOwn() throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("letter.txt"), "Dear Anna");
        refused(
                () -> open(Kind.CLINIC),
                root + " holds letter.txt and was not written by Stipple: give an empty or a new directory");
    }

    @Test
    void finishesAFirstStartThatWasKilled() throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("lock"), "4711");
        Files.writeString(root.resolve("secrets.new"), "stipple-sec");
        open(Kind.CLINIC).close();
        assertThat(root.resolve("written-by")).exists();
    }

    @Test
    void refusesAFileInPlaceOfADirectory() throws IOException {
        Files.writeString(root, "a file");
        refused(() -> open(Kind.CLINIC), root + " is not a directory, so no data can be kept in " + root);
    }

    @Test
    void refusesADirectoryItMayNotWriteIn() throws IOException {
        Assumptions.assumeFalse("root".equals(System.getProperty("user.name")), "skipped: root may write anywhere");
        Files.createDirectories(
                root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
        refused(() -> open(Kind.CLINIC), root + " is not writable for this user, so no data can be kept in " + root);
    }

    @Test
    void refusesADiskThatIsNearlyFull() throws IOException {
        long tooMuch = 1L << 60;
        var before = TreeHash.of(parent);
        assertThatThrownBy(() -> DataDirectory.open(root, Kind.CLINIC, "0.1.0", SCHEMA, tooMuch))
                .isInstanceOf(CannotStart.class)
                .hasMessageMatching("only \\d+ MB are free for " + root + ", and 1099511627776 MB are needed to start");
        assertThat(TreeHash.of(parent)).isEqualTo(before);
    }

    @Test
    void refusesTheSameDirectoryTwiceAndLetsGoWhenClosed() throws IOException {
        try (DataDirectory directory = open(Kind.CLINIC)) {
            refused(() -> open(Kind.CLINIC), "another Stipple of this process already uses " + directory.root());
        }
        open(Kind.CLINIC).close();
    }

    @Test
    void refusesSecretsThatOthersCanRead() throws IOException {
        open(Kind.CLINIC).close();
        Path secrets = root.resolve("secrets");
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> open(Kind.CLINIC))
                .hasMessage(secrets + " can be read by other people of this machine: run chmod 600 " + secrets);
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rw-------"));
        open(Kind.CLINIC).close();
    }

    @Test
    void neverMakesANewSecretForDataThatWereWrittenWithAnother() throws IOException {
        open(Kind.CLINIC).close();
        Path secrets = root.resolve("secrets");
        Files.delete(secrets);
        assertThatThrownBy(() -> open(Kind.CLINIC)).hasMessageStartingWith(secrets + " is missing");
        assertThat(secrets).doesNotExist();
        Files.writeString(secrets, "stipple-secret-1 c2hvcnQ=\n");
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> open(Kind.CLINIC)).hasMessage(secrets + " is damaged: put it back from a backup");
    }

    @Test
    void refusesDataOfAnotherUser() throws IOException {
        Assumptions.assumeTrue(
                "root".equals(System.getProperty("user.name")), "skipped: only root can give files away");
        open(Kind.CLINIC).close();
        Files.setAttribute(root, "unix:uid", 65534);
        refused(() -> open(Kind.CLINIC), root + " belongs to the user nobody: start Stipple as that user");
    }
}
