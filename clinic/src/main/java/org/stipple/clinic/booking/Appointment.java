package org.stipple.clinic.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.access.PatientId;

/// A time that was taken for somebody.
///
/// @param course of a session, the course that it belongs to
/// @param overrides rules that were set aside for it
/// @param end that it was cancelled or moved; empty while it stands
public record Appointment(
        UUID id,
        PatientId patient,
        Slot slot,
        Optional<UUID> course,
        Optional<UUID> movedFrom,
        Instant takenAt,
        String takenBy,
        List<SetAside> overrides,
        Optional<End> end) {

    public Appointment {
        overrides = List.copyOf(overrides);
    }

    /// That a rule was set aside, by whom, and why.
    public record SetAside(String rule, String reason, String signer) {}

    /// How it ended before its time.
    public record End(Ending how, String reason, Instant at, String by) {}

    /// How an appointment ends before its time.
    public enum Ending {
        CANCELLED("cancelled"),
        MOVED("moved");

        private final String id;

        Ending(String id) {
            this.id = id;
        }

        /// The word in the table, which is also the word for the reader.
        public String id() {
            return id;
        }

        static Ending of(String id) {
            return id.equals(MOVED.id) ? MOVED : CANCELLED;
        }
    }

    public boolean stands() {
        return end.isEmpty();
    }
}
