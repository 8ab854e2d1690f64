package org.stipple.clinic.web;

/// What was asked for cannot be done as things stand now; nothing was changed. The message is a sentence for the
/// reader.
public class NotNow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotNow(String why) {
        super(why);
    }

    /// The sentence for the reader.
    public final String why() {
        return String.valueOf(getMessage());
    }
}
