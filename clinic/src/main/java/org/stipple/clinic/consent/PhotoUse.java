package org.stipple.clinic.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// That something of a person went to others than those who treat.
///
/// @param what went: which photos, which data
/// @param to whom or where
/// @param end what came of asking for it back; empty while it is there
/// @param isToEnd whether consent to its purpose was withdrawn since, so that it is to be taken back
public record PhotoUse(
        UUID id, Purpose purpose, String what, String to, LocalDate on, String by, boolean isToEnd, Optional<End> end) {

    /// What came of asking for it back.
    public record End(Outcome outcome, String words, String by, Instant at) {}

    /// Whether it came back.
    public enum Outcome {
        TAKEN_BACK("taken-back", "taken back"),
        OUT_OF_REACH("out-of-reach", "out of reach");

        private final String id;
        private final String words;

        Outcome(String id, String words) {
            this.id = id;
            this.words = words;
        }

        /// The word in the database and in forms.
        public String id() {
            return id;
        }

        /// As a person reads it.
        public String words() {
            return words;
        }

        /// @return empty when nothing has this word
        public static Optional<Outcome> find(String id) {
            return Arrays.stream(values())
                    .filter(outcome -> outcome.id.equals(id))
                    .findFirst();
        }
    }
}
