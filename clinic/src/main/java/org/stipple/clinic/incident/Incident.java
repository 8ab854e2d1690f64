package org.stipple.clinic.incident;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.quantities.ZoneId;

/// Something that went wrong with staff or devices. It is never edited; what is found later stands in its
/// review.
///
/// @param in the session in which it happened; empty without one, and where no record was opened
/// @param review empty while nobody looked at it
public record Incident(
        UUID id,
        Told told,
        Optional<In> in,
        Instant recordedAt,
        String recordedBy,
        AccountId account,
        Optional<Review> review) {

    /// What kind of thing it is.
    public enum Kind {
        BLOOD_EXPOSURE("blood-exposure", "exposure to blood"),
        SHARED_UNIT("shared-unit", "a unit that was used for two people"),
        BROKEN_NEEDLE("broken-needle", "a broken needle"),
        BURN("burn", "a burn"),
        ANAESTHETIC_TOXICITY("anaesthetic-toxicity", "signs of anaesthetic toxicity"),
        OTHER("other", "something else");

        private final String id;
        private final String words;

        Kind(String id, String words) {
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

        /// @return empty when no kind has this word
        public static Optional<Kind> find(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
        }
    }

    /// Whom it concerns.
    public enum Affected {
        STAFF("staff", "somebody of the staff"),
        PATIENT("patient", "the person treated"),
        BOTH("both", "both"),
        NOBODY("nobody", "nobody, or not known yet");

        private final String id;
        private final String words;

        Affected(String id, String words) {
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
        public static Optional<Affected> find(String id) {
            return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
        }
    }

    /// What whoever saw it says.
    ///
    /// @param happened what happened, in words
    /// @param done what was done about it, in words
    /// @param unit the device, unit or product, with its lot, as it stands there
    public record Told(
            Kind kind,
            Affected affected,
            String happened,
            String done,
            Optional<String> unit,
            Optional<ZoneId> zone,
            Instant at) {}

    /// The session in which it happened.
    public record In(PatientId patient, UUID session) {}

    /// What somebody else found or decided.
    public record Review(String note, String signer, Instant at) {}

    /// Whether the next session of the person waits until somebody has looked at it. What concerned nobody as
    /// far as is known may yet concern them.
    boolean staysInTheWay() {
        return review.isEmpty() && told.affected() != Affected.STAFF;
    }

    /// Whether this person wrote it down.
    public boolean isBy(Actor actor) {
        return account.equals(actor.account());
    }
}
