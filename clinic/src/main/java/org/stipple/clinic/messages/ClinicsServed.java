package org.stipple.clinic.messages;

import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;

/// The clinics of this installation, for work that is done for each in turn, with no more rights than that
/// clinic has.
@Component
public class ClinicsServed {

    private final DeliveryStore deliveries;
    private final TransactionTemplate transaction;

    ClinicsServed(DeliveryStore deliveries, TransactionTemplate transaction) {
        this.deliveries = deliveries;
        this.transaction = transaction;
    }

    /// Does the work once for each clinic. What fails for one is done for all others; then its failure is
    /// thrown.
    ///
    /// @param account under which the work stands in the trail
    /// @param name as what it stands there
    public void each(AccountId account, String name, Runnable work) {
        var failures = new ArrayList<Throwable>();
        for (var clinic : Objects.requireNonNull(transaction.execute(_ -> deliveries.clinics()))) {
            try {
                Acting.doing(
                        new Actor(account, clinic.id(), name, Set.of(), clinic.name(), Optional.empty(), clinic.zone()),
                        work);
            } catch (RuntimeException | Error failed) {
                failures.add(failed);
            }
        }
        for (Throwable failed : failures) {
            switch (failed) {
                case Error error -> throw error;
                case RuntimeException exception -> throw exception;
                default -> throw new IllegalStateException(failed);
            }
        }
    }
}
