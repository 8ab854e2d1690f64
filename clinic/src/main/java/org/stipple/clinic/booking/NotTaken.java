package org.stipple.clinic.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A time was not taken, for each of these reasons; nothing was changed. Thrown, so that the transaction takes
/// back what it tried.
public final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Against> against;

    NotTaken(List<Against> against) {
        super("not taken: " + against.stream().map(Against::words).toList());
        this.against = List.copyOf(against);
    }

    /// The reasons, one at least.
    public List<Against> against() {
        return against;
    }

    /// Each in a sentence.
    public List<String> why() {
        return against.stream().map(Against::words).toList();
    }

    /// The first day on which none of them stands; empty where one stands on every day, or none names a day.
    public Optional<LocalDate> first() {
        return against.stream().flatMap(one -> one.first().stream()).max(LocalDate::compareTo);
    }

    /// Whether all of them may be set aside.
    public boolean overridable() {
        return against.stream().allMatch(Against::overridable);
    }
}
