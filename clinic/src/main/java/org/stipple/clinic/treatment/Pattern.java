package org.stipple.clinic.treatment;

import java.util.Arrays;
import java.util.Optional;

/// In what pattern the passes lay. `design`: names for what is seen, so that it can be told; the dose is
/// computed from passes and directions.
public enum Pattern {
    ONE_WAY("one-way", "lanes one way"),
    PARALLEL("parallel", "lanes to and fro"),
    CROSSED("crossed", "crossed lanes"),
    STAR("star", "a star"),
    CIRCLES("circles", "circles");

    private final String id;
    private final String words;

    Pattern(String id, String words) {
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
    public static Optional<Pattern> find(String id) {
        return Arrays.stream(values()).filter(pattern -> pattern.id.equals(id)).findFirst();
    }
}
