package org.stipple.protocol;

import java.util.Arrays;
import java.util.Optional;

/// Who needles; the law of some places depends on it.
public enum Operator {
    PHYSICIAN("physician"),
    NURSE("nurse"),
    AESTHETICIAN("aesthetician"),
    SELF("self");

    private final String id;

    Operator(String id) {
        this.id = id;
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
