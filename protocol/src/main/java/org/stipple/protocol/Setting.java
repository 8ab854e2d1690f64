package org.stipple.protocol;

import java.util.Arrays;
import java.util.Optional;

/// Where the needling takes place. At home there is nobody to sign, so whatever needs a signature is refused
/// there.
public enum Setting {
    CLINIC("clinic"),
    HOME("home");

    private final String id;

    Setting(String id) {
        this.id = id;
    }

    /// The word in files and answers: `clinic`.
    public String id() {
        return id;
    }

    /// @return empty when nothing has this word
    public static Optional<Setting> find(String id) {
        return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
