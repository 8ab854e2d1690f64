package org.stipple.clinic.web.look;

import java.util.regex.Pattern;

/// A telephone number as people write it: digits, with spaces, `+`, `-` and parentheses among them.
///
/// @param number as it is read
public record Telephone(String number) {

    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9 ()-]+");

    /// `design`: the shortest that a telephone company gives out.
    private static final int FEWEST_DIGITS = 3;

    /// ITU-T E.164, section 6.
    private static final int MOST_DIGITS = 15;

    public Telephone {
        if (!isOne(number)) {
            throw new IllegalArgumentException("“" + number + "” is no telephone number");
        }
    }

    /// Whether a text is a telephone number and nothing else. `+49 (0)30` is none: no telephone dials both.
    public static boolean isOne(String text) {
        long digits =
                text.chars().filter(letter -> letter >= '0' && letter <= '9').count();
        return WRITTEN.matcher(text).matches()
                && digits >= FEWEST_DIGITS
                && digits <= MOST_DIGITS
                && !(text.startsWith("+") && text.contains("(0)"));
    }

    /// As a telephone dials it.
    public String dial() {
        return number.replaceAll("[^+0-9]", "");
    }
}
