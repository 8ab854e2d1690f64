package org.stipple.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a screening says in one word, gravest first. Notes alone leave it at `PROCEED`.
public enum Verdict {
    REFUSE("refuse"),
    DEFER("defer"),
    UNKNOWN("unknown"),
    SIGN_OFF("sign-off"),
    CAUTION("caution"),
    PROCEED("proceed");

    /// All its words, gravest first.
    static final List<String> WORDS = Arrays.stream(values()).map(Verdict::id).toList();

    private final String id;

    Verdict(String id) {
        this.id = id;
    }

    /// The word in files and answers: `refuse`.
    public String id() {
        return id;
    }

    /// @return empty when nothing has this word
    public static Optional<Verdict> find(String id) {
        return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }

    /// The verdict that a gravest finding of this kind gives.
    static Verdict of(Kind kind) {
        return values()[kind.ordinal()];
    }

    @Override
    public String toString() {
        return id;
    }
}
