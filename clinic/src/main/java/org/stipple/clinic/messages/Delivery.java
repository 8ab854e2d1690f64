package org.stipple.clinic.messages;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where a message stands on one channel.
///
/// @param dueAt when it is tried next, while it waits
/// @param attempts every attempt, in order
public record Delivery(Channel channel, State state, Instant dueAt, List<Attempt> attempts) {

    public Delivery {
        attempts = List.copyOf(attempts);
    }

    /// How it stands.
    public enum State {
        WAITING("waiting", "waits"),
        SENT("sent", "sent"),
        /// Refused for good, or failed too often: somebody has to look.
        DEAD("dead", "given up"),
        /// The person took their yes back before it was sent.
        WITHDRAWN("withdrawn", "not sent: the person took back that they may be written to"),
        /// What it says was taken back, or its time passed before it could be sent.
        OVER("over", "not sent: taken back, or its time was over");

        private final String id;
        private final String words;

        State(String id, String words) {
            this.id = id;
            this.words = words;
        }

        String id() {
            return id;
        }

        /// As a person reads it.
        public String words() {
            return words;
        }

        static State of(String id) {
            return Arrays.stream(values())
                    .filter(state -> state.id.equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// One attempt to send it.
    ///
    /// @param end what came of it; empty while it goes on, and where it was cut off and nobody has noticed yet
    public record Attempt(int number, Instant beganAt, Optional<End> end) {}

    /// What came of an attempt.
    ///
    /// @param why in words without an address in them
    public record End(String outcome, String why, Instant at) {}
}
