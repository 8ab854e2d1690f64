package org.stipple.clinic.access;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Does work in one serializable transaction: what it judged still holds when it is kept, whatever others did
/// at the same time. Where the database says that another was quicker (40001, 40P01), everything is taken back
/// and done again.
@Component
public class Serially {

    /// `design`: fifty at once were seen to need fewer; somebody who waits longer is told to try again.
    private static final int MOST_TRIES = 40;

    private final TransactionTemplate serializable;

    Serially(PlatformTransactionManager transactions) {
        this.serializable = new TransactionTemplate(transactions);
        serializable.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
    }

    /// Does the work, as a part of a serializable transaction where one is open.
    ///
    /// @param work changes nothing but the database: it may be done several times
    /// @throws IllegalStateException within a transaction of another kind, which would not be done again
    public <T> T serially(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            Integer level = TransactionSynchronizationManager.getCurrentTransactionIsolationLevel();
            if (level == null || level != TransactionDefinition.ISOLATION_SERIALIZABLE) {
                throw new IllegalStateException("this work has to begin its own transaction");
            }
            return work.get();
        }
        for (int tries = 1; ; tries++) {
            try {
                return java.util.Objects.requireNonNull(serializable.execute(_ -> work.get()));
            } catch (ConcurrencyFailureException anotherWasQuicker) {
                if (tries == MOST_TRIES) {
                    throw anotherWasQuicker;
                }
            }
        }
    }
}
