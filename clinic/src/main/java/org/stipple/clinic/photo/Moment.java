package org.stipple.clinic.photo;

import java.util.Arrays;
import java.util.Optional;

/// For what a photo was taken.
public enum Moment {
    BEFORE("before", "before the needle"),
    AFTER("after", "right after the needle"),
    /// A baseline, a follow-up: nothing is treated.
    VISIT("visit", "a visit for photos");

    private final String id;
    private final String words;

    Moment(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /// The identifier in addresses and records.
    public String id() {
        return id;
    }

    /// As a person reads it.
    public String words() {
        return words;
    }

    /// Whether it belongs to a session.
    public boolean isOfASession() {
        return this != VISIT;
    }

    /// @return empty when no moment has this identifier
    public static Optional<Moment> find(String id) {
        return Arrays.stream(values()).filter(moment -> moment.id.equals(id)).findFirst();
    }
}
