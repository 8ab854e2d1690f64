package org.stipple.clinic.messages;

import java.util.Arrays;
import java.util.Optional;

/// What came of a call.
public enum CallOutcome {
    TOLD("told", "told; nothing more to do"),
    NO_ANSWER("no-answer", "no answer"),
    WRONG_NUMBER("wrong-number", "wrong number"),
    ASKED_TO_CALL_BACK("asked-to-call-back", "asked to call back");

    private final String id;
    private final String words;

    CallOutcome(String id, String words) {
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

    /// @return empty when there is none of this identifier
    public static Optional<CallOutcome> find(String id) {
        return Arrays.stream(values()).filter(outcome -> outcome.id.equals(id)).findFirst();
    }
}
