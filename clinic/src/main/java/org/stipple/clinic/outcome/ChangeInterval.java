package org.stipple.clinic.outcome;

import java.math.BigDecimal;
import java.util.Optional;

/// A change with its 95 % interval. Half of its width is the smallest detectable change: the 95 % interval of
/// the difference of two readings of skin that did not change. So a change can be told from none exactly where
/// its interval does not reach zero.
///
/// @param change after less before
/// @param limit smallest detectable change, in the same unit, above 0
public record ChangeInterval(BigDecimal change, BigDecimal limit) {

    public ChangeInterval {
        if (limit.signum() <= 0) {
            throw new IllegalArgumentException("a limit of detection is above 0, this one " + limit);
        }
    }

    /// Of a reading; empty where there is nothing to compare, or no limit is known.
    public static Optional<ChangeInterval> of(StoredReading reading) {
        return reading.before()
                .flatMap(before -> reading.after().map(after -> after.subtract(before)))
                .flatMap(change -> reading.sdc95()
                        .filter(limit -> limit.signum() > 0)
                        .map(limit -> new ChangeInterval(change, limit)));
    }

    /// The lower end.
    public BigDecimal low() {
        return change.subtract(limit);
    }

    /// The upper end.
    public BigDecimal high() {
        return change.add(limit);
    }

    /// Whether it can be told from none.
    public boolean isTellable() {
        return low().signum() > 0 || high().signum() < 0;
    }
}
