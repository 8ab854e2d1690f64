package org.stipple.clinic.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.access.ClinicId;
import org.stipple.clinic.patient.RecordClass;

/// The ledger outside the database believes only what this installation wrote.
class LedgerFileTest {

    private static final byte[] KEY = new byte[32];

    @TempDir
    Path directory;

    private static LedgerFile.Line line() {
        return new LedgerFile.Line(
                UUID.randomUUID(), new ClinicId(UUID.randomUUID()), UUID.randomUUID(), RecordClass.PHOTOS);
    }

    private LedgerFile ledger() {
        return new LedgerFile(directory.resolve("erasures"), KEY);
    }

    @Test
    void whereNothingWasErasedThereIsNoFile() {
        assertThat(ledger().read()).isEqualTo(new LedgerFile.Read(List.of(), 0));
        assertThat(ledger().add(List.of())).isZero();
        assertThat(directory.resolve("erasures")).doesNotExist();
    }

    @Test
    void whatIsWrittenIsReadAndNeverTwice() {
        var first = line();
        var second = line();
        assertThat(ledger().add(List.of(first))).isEqualTo(1);
        assertThat(ledger().add(List.of(first, second))).isEqualTo(1);
        assertThat(ledger().read()).isEqualTo(new LedgerFile.Read(List.of(first, second), 0));
    }

    @Test
    void aLineThatAPowerCutToreIsNoneAndTheNextOneIsWhole() throws Exception {
        var first = line();
        var second = line();
        ledger().add(List.of(first));
        Path file = directory.resolve("erasures");
        Files.writeString(file, Files.readString(file).substring(0, 60), StandardOpenOption.APPEND);
        assertThat(ledger().read()).isEqualTo(new LedgerFile.Read(List.of(first), 0));
        ledger().add(List.of(first, second));
        assertThat(ledger().read()).isEqualTo(new LedgerFile.Read(List.of(first, second), 0));
    }

    @Test
    void aLineThatSomebodyElseWroteErasesNothing() throws Exception {
        var key = new byte[32];
        key[0] = 1;
        new LedgerFile(directory.resolve("erasures"), key).add(List.of(line()));
        Files.writeString(directory.resolve("erasures"), "anything\n", StandardOpenOption.APPEND);
        assertThat(ledger().read()).isEqualTo(new LedgerFile.Read(List.of(), 2));
    }

    @Test
    void aLineOfWhichOneDigitWasChangedErasesNothing() throws Exception {
        var mine = line();
        ledger().add(List.of(mine));
        Path file = directory.resolve("erasures");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(mine.record().toString(), UUID.randomUUID().toString()));
        assertThat(ledger().read()).isEqualTo(new LedgerFile.Read(List.of(), 1));
    }
}
