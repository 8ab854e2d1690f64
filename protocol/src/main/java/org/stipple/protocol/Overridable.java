package org.stipple.protocol;

import java.util.Arrays;
import java.util.Optional;

/// Who may set a finding aside, by name and with a reason.
public enum Overridable {
    NEVER("never"),
    CLINICIAN("clinician"),
    TWO_PEOPLE("two-people");

    private final String id;

    Overridable(String id) {
        this.id = id;
    }

    /// The word in files and answers: `never`.
    public String id() {
        return id;
    }

    /// @return empty when nothing has this word
    public static Optional<Overridable> find(String id) {
        return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
