package org.stipple.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a finding means, gravest first: do not treat; wait; an answer is missing; a clinician must sign; take
/// care; know this.
public enum Kind {
    REFUSE("refuse"),
    DEFER("defer"),
    UNKNOWN("unknown"),
    SIGN_OFF("sign-off"),
    CAUTION("caution"),
    NOTE("note");

    /// All its words, gravest first.
    static final List<String> WORDS = Arrays.stream(values()).map(Kind::id).toList();

    private final String id;

    Kind(String id) {
        this.id = id;
    }

    /// The word in files and answers: `refuse`.
    public String id() {
        return id;
    }

    /// @return empty when nothing has this word
    public static Optional<Kind> find(String id) {
        return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
