package org.stipple.clinic.web.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A language in which patients are spoken to. Every text for them exists in each; nothing is shown in another
/// because one is missing.
public enum Tongue {
    ENGLISH("en", "English"),
    SPANISH("es", "Español");

    private final String lang;
    private final String own;

    Tongue(String lang, String own) {
        this.lang = lang;
        this.own = own;
    }

    /// As a browser knows it: `es`.
    public String lang() {
        return lang;
    }

    /// As those call it who speak it: `Español`.
    public String own() {
        return own;
    }

    public Locale locale() {
        return Locale.forLanguageTag(lang);
    }

    /// The language of a tag such as `es` or `es-MX`.
    public static Optional<Tongue> of(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return Arrays.stream(values())
                .filter(tongue -> tongue.lang.equals(language))
                .findFirst();
    }
}
