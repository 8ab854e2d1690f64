package org.stipple.clinic.stock;

import java.util.Arrays;

/// A part of the stock to look at.
public enum Showing {
    ALL("", "Everything", "true"),
    CARTRIDGES("cartridges", "Cartridges", "u.kind = 'cartridge'"),
    ANAESTHETICS("anaesthetics", "Anaesthetics", "u.kind = 'anaesthetic'"),
    TOPICALS("topicals", "Topicals", "u.kind = 'topical'"),
    EXPIRING("expiring", "Expiring soon", "u.session_id is null and u.discarded is null and u.expiry < :soon"),
    RECALLED("recalled", "Recalled", "u.recalled is not null"),
    USABLE(
            "usable",
            "Unused",
            "u.session_id is null and u.discarded is null and u.recalled is null and u.quarantine is null and u.expiry >= :today");

    /// Design: an order placed now is here before then.
    static final int SOON_WEEKS = 8;

    private final String id;
    private final String words;
    private final String condition;

    Showing(String id, String words, String condition) {
        this.id = id;
        this.words = words;
        this.condition = condition;
    }

    /// The word in addresses; empty for everything.
    public String id() {
        return id;
    }

    /// As a person reads it.
    public String words() {
        return words;
    }

    /// Which rows of `unit_now u` belong to it, by `:today` and `:soon`.
    String condition() {
        return condition;
    }

    /// Everything where no part has this word.
    public static Showing of(String id) {
        return Arrays.stream(values())
                .filter(one -> one.id.equals(id))
                .findFirst()
                .orElse(ALL);
    }
}
