package org.stipple.clinic.access;

import java.util.Arrays;
import java.util.Optional;

/// Why a record was opened in an emergency.
public enum EmergencyWhy {
    HELP_NOW("help-now", "The person needs help now, and nobody who treats can be reached"),
    REACTION("reaction", "The person reports a reaction, and nobody who treats can be reached"),
    ASKED("asked", "Somebody who treats asks for it from elsewhere"),
    OTHER("other", "Something else, said below");

    private final String id;
    private final String words;

    EmergencyWhy(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /// The word in the table.
    public String id() {
        return id;
    }

    /// As a person reads it.
    public String words() {
        return words;
    }

    /// @return empty when there is none of this identifier
    public static Optional<EmergencyWhy> find(String id) {
        return Arrays.stream(values()).filter(why -> why.id.equals(id)).findFirst();
    }
}
