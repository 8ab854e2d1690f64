package org.stipple.clinic.web.look;

/// How grave something is, in the six steps every screen uses. Each has a word, an icon and a colour, and is
/// never told by the colour alone.
public enum Verdict {
    GO("Go", "go"),
    CAUTION("Caution", "caution"),
    SIGN_OFF("Sign-off", "signoff"),
    ASK("Ask", "ask"),
    WAIT("Wait", "wait"),
    NO("No", "no");

    private final String word;
    private final String css;

    Verdict(String word, String css) {
        this.word = word;
        this.css = css;
    }

    /// The word for a person.
    public String word() {
        return word;
    }

    /// The class in the style sheet, and the name of the icon in `icons.svg`.
    public String css() {
        return css;
    }
}
