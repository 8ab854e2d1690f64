package org.stipple.protocol;

import java.util.Arrays;
import java.util.Optional;

/// Who needles; the law of some places depends on it.
public enum Operator {
    PHYSICIAN("physician", "a physician"),
    NURSE("nurse", "a nurse"),
    AESTHETICIAN("aesthetician", "an aesthetician"),
    SELF("self", "somebody who needles their own skin");

    private final String id;
    private final String words;

    Operator(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /// In a sentence: `a nurse`.
    String words() {
        return words;
    }

    /// The word in files and answers: `physician`.
    public String id() {
        return id;
    }

    /// @return empty when nothing has this word
    public static Optional<Operator> find(String id) {
        return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
