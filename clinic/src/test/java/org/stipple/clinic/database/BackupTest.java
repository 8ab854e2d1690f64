package org.stipple.clinic.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stipple.clinic.database.DataDirectory.Kind;

/// A backup that is made while a real server is written to, and what is refused of it when it was damaged.
class BackupTest {

    @TempDir
    static Path parent;

    static Path root;
    static Path backup;
    static BackupManifest manifest;
    static final TreeSet<Long> acknowledgedBefore = new TreeSet<>();
    static final TreeSet<Long> acknowledged = new TreeSet<>();

    @BeforeAll
    static void aBackupIsMadeWhileAProgramWrites() throws Exception {
        root = parent.resolve("stipple");
        backup = parent.resolve("backup");
        try (var directory = DataDirectory.open(root, Kind.CLINIC, "test")) {
            TestPostgres.lendBinaries(directory);
        }
        for (String name : List.of("aa/one.sealed", "bb/two.sealed", "bb/new-1.tmp")) {
            Files.createDirectories(root.resolve("photos").resolve(name).getParent());
            Files.writeString(root.resolve("photos").resolve(name), "the photo " + name);
        }
        try (var stipple = WritingProcess.start(root, 0)) {
            acknowledged.addAll(stipple.acknowledged(200));
            Thread reading = Thread.ofPlatform().start(() -> {
                try {
                    while (acknowledged(stipple)) {
                        // Until it is killed.
                    }
                } catch (java.io.IOException ended) {
                    // It was.
                }
            });
            manifest = Backup.take(root, backup, Map.of("stipple", "test"), line -> {
                if (line.startsWith("database: checkpoint")) {
                    synchronized (acknowledged) {
                        acknowledgedBefore.addAll(acknowledged);
                    }
                }
            });
            stipple.killed();
            reading.join();
        }
        for (ServerProcess process :
                ServerProcess.allIn(root.resolve("postgres").resolve("data"))) {
            process.kill();
        }
    }

    private static boolean acknowledged(WritingProcess stipple) throws java.io.IOException {
        var more = stipple.acknowledged(1);
        synchronized (acknowledged) {
            acknowledged.addAll(more);
        }
        return !more.isEmpty();
    }

    @AfterAll
    static void giveBack() throws Exception {
        TestPostgres.takeBinariesBack(root);
    }

    @Test
    void whatWasAcknowledgedBeforeItIsInItAndWritingWentOn() throws Exception {
        Path restored = parent.resolve("restored");
        Restore.into(backup, root.resolve("secrets"), Optional.empty(), restored, _ -> {});
        try (DataDirectory directory = DataDirectory.open(restored, Kind.CLINIC, "test")) {
            TestPostgres.lendBinaries(directory);
            try (Database database = Database.local(directory, _ -> {})) {
                assertThat(acknowledgedBefore).hasSizeGreaterThanOrEqualTo(200);
                assertThat(acknowledged).as("written meanwhile").hasSizeGreaterThan(acknowledgedBefore.size());
                assertThat(WritingProcess.lost(acknowledgedBefore, database)).isEmpty();
            }
            TestPostgres.takeBinariesBack(restored);
        }
        assertThat(restored.resolve("photos").resolve("aa").resolve("one.sealed"))
                .hasContent("the photo aa/one.sealed");
        assertThat(restored.resolve("photos").resolve("bb").resolve("new-1.tmp"))
                .doesNotExist();
    }

    @Test
    void itHoldsNoKeyAndSaysWhichOneItNeeds() throws Exception {
        String secret = Files.readString(root.resolve("secrets")).strip();
        try (var files = Files.walk(backup)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(
                                    new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                            .doesNotContain(secret.substring(secret.indexOf(' ') + 1)));
        }
        assertThat(manifest.fact("key")).hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "database/global/pg_control",
                "database/PG_VERSION",
                "database/backup_label",
                "photos/aa/one.sealed"
            })
    void oneFlippedBitIsNoticedAndTheFileNamed(String name) throws Exception {
        Path copy = copy();
        Path file = copy.resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
        refused(copy, name, "changed");
    }

    @Test
    void aSegmentOfTheLogThatIsGoneIsNoticed() throws Exception {
        Path copy = copy();
        String log = manifest.files().keySet().stream()
                .filter(name -> name.startsWith("database/pg_wal/"))
                .findFirst()
                .orElseThrow();
        Files.delete(copy.resolve(log));
        refused(copy, log, "not there");
    }

    @Test
    void aFileThatBreaksOffIsNoticed() throws Exception {
        Path copy = copy();
        String largest = manifest.files().entrySet().stream()
                .max(java.util.Comparator.comparing(file -> file.getValue().bytes()))
                .orElseThrow()
                .getKey();
        try (var channel =
                java.nio.channels.FileChannel.open(copy.resolve(largest), java.nio.file.StandardOpenOption.WRITE)) {
            channel.truncate(8192);
        }
        refused(copy, largest, "8192 bytes long");
    }

    @Test
    void exchangedPhotosAreNoticed() throws Exception {
        Path copy = copy();
        Path one = copy.resolve("photos/aa/one.sealed");
        Path two = copy.resolve("photos/bb/two.sealed");
        byte[] first = Files.readAllBytes(one);
        Files.copy(two, one, StandardCopyOption.REPLACE_EXISTING);
        Files.write(two, first);
        refused(copy, "photos/aa/one.sealed", "changed");
    }

    @Test
    void aFileThatTheManifestDoesNotNameIsRefused() throws Exception {
        Path copy = copy();
        Files.writeString(copy.resolve("database/postgresql.auto.conf.d"), "x");
        refused(copy, "database/postgresql.auto.conf.d", "there");
    }

    @Test
    void aManifestThatWasChangedWithItsFilesIsNoticed() throws Exception {
        Path copy = copy();
        Path file = copy.resolve(BackupManifest.FILE);
        Files.writeString(file, Files.readString(file).replaceFirst("stipple test", "stipple best"));
        refused(copy, BackupManifest.FILE, "changed after it was sealed");
        Files.writeString(
                file, Files.readString(backup.resolve(BackupManifest.FILE)).substring(0, 500));
        refused(copy, BackupManifest.FILE, "broken off or no manifest");
        Files.delete(file);
        refused(copy, BackupManifest.FILE, "not there");
    }

    @Test
    void theKeyOfAnotherInstallationDoesNotOpenIt() throws Exception {
        Path other = parent.resolve("other-secrets");
        Secrets.in(other, true);
        assertThatThrownBy(() -> Restore.into(backup, other, Optional.empty(), parent.resolve("nowhere"), _ -> {}))
                .isInstanceOf(BrokenBackup.class)
                .hasMessageContaining("of an installation with the key " + manifest.fact("key"));
    }

    @Test
    void nothingIsWrittenOver() throws Exception {
        Path there = parent.resolve("there");
        Files.createDirectories(there);
        Files.writeString(there.resolve("precious"), "x");
        assertThatThrownBy(() -> Restore.into(backup, root.resolve("secrets"), Optional.empty(), there, _ -> {}))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is not empty: a restore never writes over anything");
        assertThatThrownBy(() -> Backup.take(root, there, Map.of(), _ -> {}))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("each backup gets a directory of its own");
        assertThatThrownBy(() -> Backup.take(root, root.resolve("backup"), Map.of(), _ -> {}))
                .hasMessageContaining("is lost with it");
        assertThat(there.resolve("precious")).hasContent("x");
    }

    /// As a full disk or a kill does, at each place where it tells of itself; the server is started for it
    /// alone.
    @Test
    void whatIsCutOffLeavesNothingThatLooksLikeABackup() throws Exception {
        for (int at = 1; at <= 3; at++) {
            var told = new AtomicInteger();
            int last = at;
            Path target = parent.resolve("cut-off-" + at);
            assertThatThrownBy(() -> Backup.take(root, target, Map.of(), _ -> {
                        if (told.incrementAndGet() == last) {
                            throw new IllegalStateException("cut off");
                        }
                    }))
                    .hasMessage("cut off");
            assertThat(target).doesNotExist();
            try (var entries = Files.newDirectoryStream(parent, "cut-off-*")) {
                var left = new ArrayList<Path>();
                entries.forEach(left::add);
                assertThat(left).isEmpty();
            }
        }
        Path killed = parent.resolve("once.part-999999999");
        Files.createDirectories(killed);
        Files.writeString(killed.resolve("half"), "x");
        Backup.take(root, parent.resolve("once"), Map.of(), _ -> {});
        assertThat(killed).as("of a backup that was killed").doesNotExist();
        assertThat(ServerProcess.allIn(root.resolve("postgres").resolve("data")))
                .as("a server that was started for the backup alone")
                .isEmpty();
    }

    private static void refused(Path copy, String file, String was) {
        Path into = parent.resolve("refused");
        assertThatThrownBy(() -> Restore.into(copy, root.resolve("secrets"), Optional.empty(), into, _ -> {}))
                .isInstanceOfSatisfying(BrokenBackup.class, broken -> {
                    assertThat(broken.file()).isEqualTo(file);
                    assertThat(broken.was()).startsWith(was);
                });
        assertThat(into).doesNotExist();
    }

    private static Path copy() throws Exception {
        Path copy = Files.createTempDirectory(parent, "copy-").resolve("backup");
        try (var files = Files.walk(backup)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(backup.relativize(file).toString()));
            }
        }
        return copy;
    }
}
