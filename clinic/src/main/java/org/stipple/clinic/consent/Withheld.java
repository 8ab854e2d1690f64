package org.stipple.clinic.consent;

import org.stipple.clinic.web.NotNow;

/// What was asked for is there and is not shown, because consent to it was withdrawn.
public final class Withheld extends NotNow {

    private static final long serialVersionUID = 1L;

    Withheld(Purpose purpose) {
        super("Consent to " + purpose.words() + " was withdrawn. What there is of it is kept and not shown.");
    }
}
