package org.stipple.clinic.access;

/// A passkey that is not accepted. The message says why in words for the audit trail, without anything secret.
final class PasskeyRefused extends Exception {

    private static final long serialVersionUID = 1L;

    PasskeyRefused(String why) {
        super(why);
    }

    PasskeyRefused(String why, Exception because) {
        super(why, because);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
