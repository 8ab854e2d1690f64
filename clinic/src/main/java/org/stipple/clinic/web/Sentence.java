package org.stipple.clinic.web;

/// How words of the program begin where they begin a sentence.
public final class Sentence {

    private Sentence() {}

    /// The words with a capital at their beginning.
    ///
    /// @param words one character at least
    public static String beginning(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
