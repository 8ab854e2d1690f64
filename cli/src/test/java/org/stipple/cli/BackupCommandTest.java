package org.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the two commands refuse before anything is done. What they do is tested on a real server, in `clinic`.
class BackupCommandTest {

    @TempDir
    Path directory;

    private final StringWriter said = new StringWriter();

    private int run(String... arguments) {
        return Stipple.run(new PrintWriter(new StringWriter()), new PrintWriter(said, true), arguments);
    }

    private Path secrets() throws Exception {
        Path file = directory.resolve("secrets");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "stipple-secret-1 " + Base64.getUrlEncoder().encodeToString(new byte[32]) + "\n");
        return file;
    }

    @Test
    void aDatabaseOfSomebodyElseIsBackedUpByThem() {
        assertThat(run("backup", directory.resolve("b").toString(), "--database-url", "jdbc:postgresql://h/d"))
                .isEqualTo(2);
        assertThat(said.toString())
                .contains("--database-url")
                .contains("pg_basebackup")
                .contains("photos/");
    }

    @Test
    void withoutADataDirectoryThereIsNothingToBackUp() {
        assertThat(run(
                        "backup",
                        directory.resolve("b").toString(),
                        "--data",
                        directory.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(said.toString()).contains("--data").contains("the data directory of a Stipple");
        assertThat(directory.resolve("b")).doesNotExist();
    }

    @Test
    void aRestoreSaysWhereToOrIsAVerification() {
        assertThat(run("restore", directory.toString())).isEqualTo(2);
        assertThat(said.toString()).contains("--data: was missing");
        assertThat(run("restore", directory.toString(), "--verify", "--data", "x"))
                .isEqualTo(2);
        assertThat(said.toString()).contains("--data: was given with --verify");
    }

    @Test
    void theLedgerOfErasuresIsThereAndIsForARestoreAlone() throws Exception {
        String key = secrets().toString();
        String none = directory.resolve("none").toString();
        assertThat(run("restore", directory.toString(), "--data", none, "--secrets", key, "--erasures", none))
                .isEqualTo(2);
        assertThat(said.toString()).contains("--erasures").contains("a file that is there");
        assertThat(directory.resolve("none")).doesNotExist();
        assertThat(run("restore", directory.toString(), "--verify", "--secrets", key, "--erasures", key))
                .isEqualTo(2);
        assertThat(said.toString()).contains("given with --verify");
        assertThat(run(
                        "serve",
                        "--erasures",
                        directory.resolve("no/such/ledger").toString()))
                .isEqualTo(2);
        assertThat(said.toString()).contains("a directory that is there");
    }

    @Test
    void whatIsNoBackupIsNamed() throws Exception {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        assertThat(run(
                        "restore",
                        empty.toString(),
                        "--verify",
                        "--secrets",
                        secrets().toString()))
                .isEqualTo(2);
        assertThat(said.toString()).contains(empty.resolve("manifest") + ": was not there");
        assertThat(run(
                        "restore",
                        empty.toString(),
                        "--verify",
                        "--secrets",
                        directory.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(said.toString()).contains("--secrets: was");
    }
}
