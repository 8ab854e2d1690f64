package org.stipple.clinic.treatment;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.web.Days;

/// What was found and given when the needle was put away. A later entry amends the earlier one; both stay.
///
/// @param entry counts from 1 within the session
public record Afterwards(int entry, Found found, Instant at, String by, AccountId account) {

    /// How the person was told what to do at home.
    public enum Aftercare {
        SHEET("sheet", "the sheet was given"),
        TOLD("told", "told in words"),
        BOTH("both", "the sheet was given and explained"),
        NEITHER("neither", "neither told nor given");

        private final String id;
        private final String words;

        Aftercare(String id, String words) {
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
        public static Optional<Aftercare> find(String id) {
            return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
        }
    }

    /// What was found and given.
    ///
    /// @param applied what was put on the skin at the end, with its lot where it has one
    public record Found(
            Reaction reaction, Optional<String> applied, Optional<Aftercare> aftercare, Optional<String> note) {

        /// @throws IllegalArgumentException when nothing is told
        public Found {
            if (reaction.grades().isEmpty() && applied.isEmpty() && aftercare.isEmpty() && note.isEmpty()) {
                throw new IllegalArgumentException("nothing was told");
            }
        }

        /// `redness slight (1); applied: hyaluronic gel; aftercare: the sheet was given`.
        public String words() {
            return Stream.of(
                            Optional.of(reaction.words()).filter(words -> !words.isEmpty()),
                            applied.map(product -> "applied: " + product),
                            aftercare.map(given -> "aftercare: " + given.words()),
                            note.map(words -> "“" + words + "”"))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining("; "));
        }
    }

    /// When, by whom and what.
    ///
    /// @param clinic the clinic's zone, for the time of day
    public String told(java.time.ZoneId clinic) {
        return Days.moment(at, clinic) + " by " + by + ": " + found.words();
    }
}
