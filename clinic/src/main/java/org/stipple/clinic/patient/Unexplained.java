package org.stipple.clinic.patient;

/// A correction of what somebody is judged by, without words that say why. Nothing was changed.
public final class Unexplained extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unexplained(String why) {
        super(why);
    }
}
