package org.stipple.clinic.asking;

import java.util.Locale;
import java.util.regex.Pattern;

/// How many years of school a text in English asks for: the grade of Flesch and Kincaid, 0.39 words a sentence
/// plus 11.8 syllables a word minus 15.59 (Kincaid, Fishburne, Rogers and Chissom 1975, Research Branch Report
/// 8-75). Syllables are counted by their vowels, which is right for nine words in ten and wrong by one for the
/// rest.
record ReadingLevel(int sentences, int words, int syllables) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z]+(?:’[a-z]+)?");
    private static final Pattern END = Pattern.compile("[.?!:]+(?=\\s|$|”)");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    static ReadingLevel of(String text) {
        int words = 0;
        int syllables = 0;
        var word = WORD.matcher(text.replaceAll("\\{\\d}", "it"));
        while (word.find()) {
            words++;
            syllables += syllables(word.group());
        }
        return new ReadingLevel(Math.max(1, (int) END.matcher(text).results().count()), words, syllables);
    }

    static int syllables(String word) {
        String letters = word.toLowerCase(Locale.ROOT).replaceAll("’.*", "");
        int groups = (int) VOWELS.matcher(letters).results().count();
        // Two vowels that are said apart.
        groups += (int)
                Pattern.compile("ia|io(?!n)|ua").matcher(letters).results().count();
        // An e at the end is not said, nor that of -ed and -es, except where it makes the syllable.
        if (letters.matches(".*[^aeiouylr]e")
                || letters.matches(".*[aeiouyr][lr]e")
                || letters.matches(".*[^aeiouytd]ed")) {
            groups--;
        }
        return Math.max(1, groups);
    }

    double grade() {
        return 0.39 * words / sentences + 11.8 * syllables / Math.max(1, words) - 15.59;
    }
}
