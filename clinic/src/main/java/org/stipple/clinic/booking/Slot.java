package org.stipple.clinic.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.access.AccountId;

/// A time with all that is held for it.
///
/// @param handpiece only for a session, and only where the clinic keeps some of its device
/// @param to first moment that is free again
public record Slot(
        AppointmentKind kind, AccountId practitioner, UUID room, Optional<UUID> handpiece, Instant from, Instant to) {

    public Slot {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "an appointment ends after it begins, this one would be from " + from + " to " + to);
        }
        if (handpiece.isPresent() && kind != AppointmentKind.SESSION) {
            throw new IllegalArgumentException("only a session holds a handpiece");
        }
    }

    /// The calendar day at the clinic's place.
    public LocalDate day(ZoneId clinic) {
        return LocalDate.ofInstant(from, clinic);
    }

    boolean overlaps(Instant begin, Instant end) {
        return from.isBefore(end) && begin.isBefore(to);
    }
}
