package org.stipple.clinic.consent;

import org.stipple.clinic.access.Sha256;

/// One version of a text that people sign. Its hash stands under every signature.
public record ConsentText(Purpose purpose, int version, String title, String body) {

    /// SHA-256 over title, a line end and body, as 64 hexadecimal digits.
    public String sha256() {
        return Sha256.hex(title + "\n" + body);
    }
}
