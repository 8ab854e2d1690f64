package org.stipple.clinic.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.access.PatientId;

/// What one person is told about one thing.
///
/// @param about what caused it, such as the recall
/// @param words what stands behind the link
/// @param deliveries one for each channel; none where the person may be written to by none
/// @param acknowledged when the person said that they read it
/// @param calls what came of calling them, in order
public record Message(
        UUID id,
        PatientId patient,
        Cause cause,
        UUID about,
        String words,
        Instant writtenAt,
        String writtenBy,
        Instant expiresAt,
        List<Delivery> deliveries,
        Optional<Instant> acknowledged,
        List<Call> calls) {

    public Message {
        deliveries = List.copyOf(deliveries);
        calls = List.copyOf(calls);
    }

    /// Why people are written to.
    public enum Cause {
        RECALL("recall", "about a recall"),
        INVITATION("invitation", "with a link to something to do"),
        /// Three days before.
        APPOINTMENT("appointment", "about an appointment"),
        /// The day before.
        REMINDER("reminder", "about an appointment tomorrow"),
        /// Of all that is to come, once: to whoever said yes after it was booked.
        CONFIRMATION("confirmation", "confirming appointments"),
        MOVED("moved", "about an appointment that was moved"),
        CANCELLED("cancelled", "about an appointment that was cancelled"),
        FOLLOW_UP("follow-up", "asking how it went");

        private final String id;
        private final String words;

        Cause(String id, String words) {
            this.id = id;
            this.words = words;
        }

        String id() {
            return id;
        }

        /// Whether it is about a time, which may be changed after it was written.
        public boolean isOfAppointment() {
            return switch (this) {
                case RECALL, INVITATION, FOLLOW_UP -> false;
                case APPOINTMENT, REMINDER, CONFIRMATION, MOVED, CANCELLED -> true;
            };
        }

        /// `about a recall`.
        public String words() {
            return words;
        }

        static Cause of(String id) {
            return java.util.Arrays.stream(values())
                    .filter(cause -> cause.id.equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// A call about it.
    public record Call(CallOutcome outcome, String note, Instant at, String by) {}

    /// How it stands, the best news first.
    public enum Standing {
        ACKNOWLEDGED("read, they say"),
        TOLD("told by telephone"),
        SENT("sent, not yet read"),
        WAITING("waits to be sent"),
        OVER("taken back, or over"),
        NOT_DELIVERED("not delivered"),
        NO_CHANNEL("no channel");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        /// `sent, not yet read`.
        public String words() {
            return words;
        }

        /// Whether the person knows.
        public boolean isDone() {
            return this == ACKNOWLEDGED || this == TOLD;
        }
    }

    public Standing standing() {
        if (acknowledged.isPresent()) {
            return Standing.ACKNOWLEDGED;
        }
        if (calls.stream().anyMatch(call -> call.outcome() == CallOutcome.TOLD)) {
            return Standing.TOLD;
        }
        if (deliveries.isEmpty()) {
            return Standing.NO_CHANNEL;
        }
        if (isAny(Delivery.State.SENT)) {
            return Standing.SENT;
        }
        if (isAny(Delivery.State.WAITING)) {
            return Standing.WAITING;
        }
        return isAny(Delivery.State.OVER) ? Standing.OVER : Standing.NOT_DELIVERED;
    }

    private boolean isAny(Delivery.State state) {
        return deliveries.stream().anyMatch(delivery -> delivery.state() == state);
    }
}
