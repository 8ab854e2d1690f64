package org.stipple.clinic.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.RecordClass;

/// That somebody asked for something to be erased. It stands until all of it was, or until it is taken back.
///
/// @param knownBy how the clinic knows that it was they who asked
public record Request(
        UUID id,
        PatientId patient,
        Set<RecordClass> classes,
        LocalDate askedOn,
        By askedBy,
        String knownBy,
        Instant recordedAt,
        String recordedBy,
        Optional<End> end) {

    public Request {
        classes = Set.copyOf(classes);
    }

    /// Who asked.
    public enum By {
        PERSON("person", "the person"),
        REPRESENTATIVE("representative", "somebody who acts for them");

        private final String id;
        private final String words;

        By(String id, String words) {
            this.id = id;
            this.words = words;
        }

        public String id() {
            return id;
        }

        /// As a person reads it.
        public String words() {
            return words;
        }

        /// @return empty when none is called so
        public static Optional<By> find(String id) {
            return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
        }
    }

    /// What came of it.
    ///
    /// @param erased whether all of it was; otherwise it was taken back
    public record End(boolean erased, String words, Instant at, String by) {}
}
