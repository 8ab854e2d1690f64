package org.stipple.clinic.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is written down of somebody's not coming to an appointment. It is told, and judged by nobody but
/// people.
///
/// @param missed that nobody came; empty where that was not said, or was taken back
/// @param cannotCome that they said by their own link that they cannot; empty where they come after all
/// @param settled why nobody calls any more, newest first
/// @param waits for what somebody is to call
public record Absence(Optional<Word> missed, Optional<Word> cannotCome, List<Settled> settled, Optional<What> waits) {

    public Absence {
        settled = List.copyOf(settled);
    }

    /// Who said it, and when.
    public record Word(Instant at, String by) {}

    /// Why nobody calls any more.
    public record Settled(String why, Word said) {}

    /// For what somebody is to call.
    public enum What {
        MISSED("missed", "did not come; call, and book anew"),
        CANNOT_COME("cannot-come", "says that they cannot come; the time is still held"),
        GIVEN_UP("given-up", "gave the time up by their own link; call, and book anew");

        private final String id;
        private final String words;

        What(String id, String words) {
            this.id = id;
            this.words = words;
        }

        /// As the staff reads it.
        public String words() {
            return words;
        }

        static What of(String id) {
            return java.util.Arrays.stream(values())
                    .filter(one -> one.id.equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
