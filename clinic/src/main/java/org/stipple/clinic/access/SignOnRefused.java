package org.stipple.clinic.access;

/// The sign-on service did not say, in a way that can be relied on, who somebody is. The message is a sentence
/// for the reader.
public final class SignOnRefused extends Exception {

    private static final long serialVersionUID = 1L;

    SignOnRefused(String why) {
        super(why);
    }

    SignOnRefused(String why, Exception because) {
        super(why, because);
    }

    /// The sentence for the reader.
    public String why() {
        return String.valueOf(getMessage());
    }
}
