package org.stipple.clinic.erasure;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.stipple.clinic.access.ClinicId;
import org.stipple.clinic.patient.RecordClass;

/// A ledger of erasures as an installation left it, for tests that start from a backup.
public final class TestLedger {

    private TestLedger() {}

    /// @param key of the installation, for the purpose "ledger of erasures"
    public static void write(Path file, byte[] key, UUID clinic, UUID record) {
        new LedgerFile(file, key)
                .add(List.of(
                        new LedgerFile.Line(UUID.randomUUID(), new ClinicId(clinic), record, RecordClass.TREATMENT)));
    }
}
