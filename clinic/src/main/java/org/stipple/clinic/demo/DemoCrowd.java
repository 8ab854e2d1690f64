package org.stipple.clinic.demo;

import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;

/// Many invented people in the demo clinic, so that anybody can see how it feels when the books are full: each
/// has the record of somebody of the demo who was treated, under another name and on other days, and ten closed
/// sessions.
///
/// They are made by the database out of that record, not through the doors of the program, which would take days.
@Component
public class DemoCrowd {

    /// How many sessions each has. Source: `design`, so that 100,000 people have a million.
    public static final int SESSIONS = 10;

    private static final int AT_ONCE = 500;

    private final DemoCrowdStore store;
    private final AuditTrail trail;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    DemoCrowd(DemoCrowdStore store, AuditTrail trail, ClinicClock clock, TransactionTemplate transaction) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Makes as many of them as are missing.
    ///
    /// @param people how many there are to be, 0 or more
    /// @param progress is told how far it is
    public void fill(int people, Consumer<String> progress) {
        var clinician = java.util.Objects.requireNonNull(transaction.execute(_ -> store.clinician()));
        Acting.doing(clinician, () -> {
            int made = inOne(store::count);
            UUID template = inOne(store::mostTreated);
            while (made < people) {
                int from = made;
                int to = Math.min(people, made + AT_ONCE);
                transaction.executeWithoutResult(_ -> {
                    trail.openAll("invented people made");
                    store.make(template, from, to, clock.now());
                });
                made = to;
                progress.accept("demo: %,d of %,d invented people with %,d sessions %s"
                        .formatted(made, people, (long) made * SESSIONS, bar(made, people)));
            }
        });
    }

    private <T> T inOne(java.util.function.Supplier<T> asked) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            trail.openAll("invented people counted");
            return java.util.Objects.requireNonNull(asked.get());
        }));
    }

    private static String bar(int done, int of) {
        int full = (int) (20L * done / of);
        return "[" + "#".repeat(full) + ".".repeat(20 - full) + "]";
    }
}
