package org.stipple.clinic.consent;

import org.stipple.clinic.access.Sha256;
import org.stipple.clinic.web.words.Tongue;

/// One version of a text that people sign, in one language. Its hash stands under every signature.
public record ConsentText(Purpose purpose, int version, Tongue tongue, String title, String body) {

    /// SHA-256 over title, a line end and body, as 64 hexadecimal digits. In every language but English, in
    /// which all texts were before, the language stands on a line before them.
    public String sha256() {
        String words = title + "\n" + body;
        return Sha256.hex(
                switch (tongue) {
                    case ENGLISH -> words;
                    case SPANISH -> tongue.lang() + "\n" + words;
                });
    }
}
