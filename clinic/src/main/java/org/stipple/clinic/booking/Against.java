package org.stipple.clinic.booking;

import java.time.LocalDate;
import java.util.Optional;

/// What stands against taking a time. The words hold nothing clinical: the desk reads them.
///
/// @param words which rule, and until when, in a sentence
/// @param first the first day that is possible; empty where no day is
/// @param overridable whether a supervising clinician may set it aside for this day, by name and with a reason
public record Against(Rule rule, String words, Optional<LocalDate> first, boolean overridable) {

    /// Which rule.
    public enum Rule {
        SCREENED("screened"),
        REFUSED("refused"),
        OPEN_EVENT("open-event"),
        DEFERRAL("deferral"),
        COURSE("course"),
        COMPLETE("complete"),
        INTERVAL("interval"),
        PLACE("place"),
        TAKEN("taken"),
        OVERRIDE("override");

        private final String id;

        Rule(String id) {
            this.id = id;
        }

        /// The word in the table of overrides.
        String id() {
            return id;
        }
    }

    static Against always(Rule rule, String words) {
        return new Against(rule, words, Optional.empty(), false);
    }
}
