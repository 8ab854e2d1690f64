package org.stipple.protocol;

import java.util.Arrays;
import java.util.Optional;

/// Whether the law of the place permits these premises for needling.
public enum Premises {
    PERMITTED("permitted"),
    OTHER("other");

    private final String id;

    Premises(String id) {
        this.id = id;
    }

    /// The word in files and answers: `permitted`.
    public String id() {
        return id;
    }

    /// @return empty when nothing has this word
    public static Optional<Premises> find(String id) {
        return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
