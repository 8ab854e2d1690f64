package org.stipple.clinic.stock;

import java.util.Arrays;
import java.util.Optional;

/// What something in stock is for.
public enum Kind {
    /// The sterile unit of a device: a cartridge, a roller or a stamp.
    CARTRIDGE("cartridge", "cartridge"),
    /// What drives the cartridge; it is used by many sessions and serviced.
    HANDPIECE("handpiece", "handpiece"),
    /// What is put on intact skin before needling, and taken off.
    ANAESTHETIC("anaesthetic", "anaesthetic"),
    /// What is on the skin while it is needled.
    TOPICAL("topical", "topical");

    private final String id;
    private final String words;

    Kind(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /// The word in tables and forms: `cartridge`.
    public String id() {
        return id;
    }

    /// As a person reads it.
    public String words() {
        return words;
    }

    /// @return empty when none has this word
    public static Optional<Kind> find(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
