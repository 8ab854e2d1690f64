package org.stipple.clinic.consent.web;

import org.stipple.clinic.consent.web.ConsentViews.Wrong;

/// A field of the form is empty or says nothing that is known here.
final class NotFilledIn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Wrong field;
    private final String key;

    /// @param key of the words that say what was expected
    NotFilledIn(Wrong field, String key) {
        super(key);
        this.field = field;
        this.key = key;
    }

    Wrong field() {
        return field;
    }

    String key() {
        return key;
    }
}
