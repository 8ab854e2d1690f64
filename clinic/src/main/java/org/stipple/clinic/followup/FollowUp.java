package org.stipple.clinic.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.access.PatientId;

/// Somebody who is to be asked.
///
/// @param session their last, after which they are asked
/// @param due the day, by the calendar at the clinic's place
public record FollowUp(PatientId patient, UUID session, What what, LocalDate due) {

    /// What they are asked.
    public enum What {
        SAFETY("safety", "safety and satisfaction, a month after the last session", "followup.safety", 28),
        OUTCOME_3("outcome-3", "photo and scale, three months after the last session", "followup.outcome", 42),
        OUTCOME_6("outcome-6", "photo and scale, six months after the last session", "followup.outcome", 84);

        private final String id;
        private final String words;
        private final String key;
        private final int daysLate;

        What(String id, String words, String key, int daysLate) {
            this.id = id;
            this.words = words;
            this.key = key;
            this.daysLate = daysLate;
        }

        /// The word in the database and in forms.
        public String id() {
            return id;
        }

        /// As the staff reads it.
        public String words() {
            return words;
        }

        /// Of what the person reads.
        String key() {
            return key;
        }

        /// How many days after it was due an answer still counts. `design`, as in `V073__follow_ups.sql`, which
        /// says why.
        public int daysLate() {
            return daysLate;
        }

        /// @return empty when none has this word
        public static Optional<What> find(String id) {
            return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
        }
    }

    /// What came of asking, at some time.
    ///
    /// @param note in words; may be empty
    public record Note(UUID session, What what, Came came, String note, Instant at, String by) {}
}
