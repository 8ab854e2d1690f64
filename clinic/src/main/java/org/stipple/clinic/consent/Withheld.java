package org.stipple.clinic.consent;

import org.stipple.clinic.web.NotNow;

/// What was asked for is there and is not shown, because consent to it was withdrawn.
public final class Withheld extends NotNow {

    private static final long serialVersionUID = 1L;

    Withheld(Purpose purpose) {
        this("Consent to " + purpose.words() + " was withdrawn. What there is of it is kept and not shown.");
    }

    private Withheld(String words) {
        super(words);
    }

    static Withheld inCopy() {
        return new Withheld(
                "This copy holds what is withheld since consent was withdrawn. Open “Copy of the record” and"
                        + " say why it is given.");
    }
}
