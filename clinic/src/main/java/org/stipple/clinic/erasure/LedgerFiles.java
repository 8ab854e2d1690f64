package org.stipple.clinic.erasure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.stipple.clinic.database.DataDirectory;

/// Where the ledger lies outside the database: in the data directory, and in a second place where the clinic
/// has one.
@Component
class LedgerFiles {

    private final List<LedgerFile> all;

    /// @param second a file on another disk; empty where there is none
    LedgerFiles(DataDirectory directory, @Value("${stipple.erasures.second}") String second) {
        byte[] key = directory.secrets().keyFor("ledger of erasures");
        var all = new ArrayList<LedgerFile>();
        all.add(new LedgerFile(directory.erasures(), key));
        if (!second.isEmpty()) {
            all.add(new LedgerFile(Path.of(second), key));
        }
        this.all = List.copyOf(all);
    }

    List<LedgerFile> all() {
        return all;
    }
}
