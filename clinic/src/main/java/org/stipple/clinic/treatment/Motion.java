package org.stipple.clinic.treatment;

import java.util.Arrays;
import java.util.Optional;

/// How the head was led over the skin.
public enum Motion {
    GLIDED("glide", "glided"),
    STAMPED("stamp", "stamped");

    private final String id;
    private final String words;

    Motion(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /// The word in the database and in forms.
    public String id() {
        return id;
    }

    /// As a person reads it.
    public String words() {
        return words;
    }

    /// @return empty when nothing has this word
    public static Optional<Motion> find(String id) {
        return Arrays.stream(values()).filter(motion -> motion.id.equals(id)).findFirst();
    }
}
