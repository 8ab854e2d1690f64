package org.stipple.protocol;

/// Three-valued truth of Kleene's strong logic: what is unknown stays unknown unless the rest decides.
enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /// The greater: true decides.
    Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
