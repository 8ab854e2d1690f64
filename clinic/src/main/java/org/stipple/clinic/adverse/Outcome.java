package org.stipple.clinic.adverse;

import java.util.Arrays;
import java.util.Optional;

/// What became of an event.
public enum Outcome {
    OPEN("open", "open: it goes on"),
    RECOVERING("recovering", "getting better"),
    RESOLVED("resolved", "over, nothing is left"),
    RESOLVED_WITH_SEQUELAE("resolved-with-sequelae", "over, something is left"),
    NOT_RESOLVED("not-resolved", "not over, and does not get better"),
    FATAL("fatal", "the person died"),
    UNKNOWN("unknown", "not known");

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

    /// Whether it is over, so that the next session does not wait for it.
    public boolean isOver() {
        return this == RESOLVED || this == RESOLVED_WITH_SEQUELAE;
    }

    /// @return empty when none has this word
    public static Optional<Outcome> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }
}
