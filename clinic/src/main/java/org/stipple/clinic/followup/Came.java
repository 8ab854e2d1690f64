package org.stipple.clinic.followup;

import java.util.Arrays;
import java.util.Optional;

/// What came of asking somebody.
public enum Came {
    REACHED("reached", "reached; they told how it is"),
    NO_ANSWER("no-answer", "no answer"),
    WRONG_NUMBER("wrong-number", "wrong number"),
    ASKED_TO_CALL_BACK("asked-to-call-back", "asked to be called again"),
    OPTED_OUT("opted-out", "does not want to be asked");

    private final String id;
    private final String words;

    Came(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /// The word in the table and the form.
    public String id() {
        return id;
    }

    /// As a person reads it.
    public String words() {
        return words;
    }

    /// @return empty when none has this word
    public static Optional<Came> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }
}
