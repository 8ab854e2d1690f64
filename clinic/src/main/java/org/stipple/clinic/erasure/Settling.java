package org.stipple.clinic.erasure;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.messages.ClinicsServed;
import org.stipple.clinic.messages.Rounds;
import org.stipple.clinic.patient.KeptBeside;

/// Brings what lies outside the database in line with the ledger in it: files are destroyed, and the ledger
/// outside is brought up to date. Right after an erasure, and again and again, so that a crash between the two
/// leaves nothing.
@Component
public class Settling extends Rounds {

    static final AccountId ACCOUNT = new AccountId(new UUID(0, 8));
    static final String NAME = "erasure";

    private static final Duration LAST = Duration.ofSeconds(10);

    private final ErasureStore store;
    private final List<LedgerFile> files;
    private final List<KeptBeside> beside;
    private final ClinicsServed clinics;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /// @param every zero: never, for tests that look themselves
    Settling(
            ErasureStore store,
            LedgerFiles files,
            List<KeptBeside> beside,
            ClinicsServed clinics,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${stipple.erasures.every}") Duration every) {
        super("erasures", every, LAST);
        this.store = store;
        this.files = files.all();
        this.beside = List.copyOf(beside);
        this.clinics = clinics;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Does what is left to do, for every clinic.
    @Override
    public void round() {
        clinics.each(ACCOUNT, NAME, this::settle);
    }

    /// Does what is left to do for the clinic of whoever acts. What was committed alone counts: not within a
    /// transaction that erases.
    public synchronized void settle() {
        List<LedgerFile.Line> lines = Objects.requireNonNull(transaction.execute(
                _ -> store.all().stream().map(LedgerFile.Line::of).toList()));
        files.forEach(file -> file.add(lines));
        for (var file : Objects.requireNonNull(transaction.execute(_ -> store.left()))) {
            beside.forEach(kept -> kept.destroy(file.name()));
            transaction.executeWithoutResult(_ -> store.gone(file, clock.instant()));
        }
    }
}
