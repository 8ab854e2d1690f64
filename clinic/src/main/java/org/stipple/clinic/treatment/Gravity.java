package org.stipple.clinic.treatment;

import java.util.Arrays;
import java.util.Optional;

/// How grave a departure is, gravest first: the order in which reviews are shown.
public enum Gravity {
    /// Deeper than a limit that the plan names, more than twice its dose, in a zone that it refuses or does not
    /// name, after consent was withdrawn, or after something arose against the session.
    OVER_LIMIT("over-limit", "over a limit"),
    /// The skin or the person reacted otherwise than is expected.
    REACTION("reaction", "not the expected reaction"),
    /// Inside all limits, and other than planned.
    DEPARTURE("departure", "other than planned");

    private final String id;
    private final String words;

    Gravity(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /// The word in the database.
    public String id() {
        return id;
    }

    /// As a person reads it.
    public String words() {
        return words;
    }

    /// Whether a choice of why and a note of more than a few words are asked for.
    public boolean isGrave() {
        return switch (this) {
            case OVER_LIMIT, REACTION -> true;
            case DEPARTURE -> false;
        };
    }

    /// @return empty when nothing has this word
    static Optional<Gravity> find(String id) {
        return Arrays.stream(values()).filter(gravity -> gravity.id.equals(id)).findFirst();
    }
}
