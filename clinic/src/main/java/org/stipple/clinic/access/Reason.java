package org.stipple.clinic.access;

import java.util.regex.Pattern;

/// Whether words say enough for somebody who was not there.
///
/// `design`: a review is done by somebody else, later, who has only these words. "x", "ok" or "abc" make the
/// review impossible; so a note has two words and eight letters, and where a limit was passed or the skin
/// reacted, three words and fifteen letters. No count makes a note true: it only keeps the empty ones out,
/// which are most of the bad ones.
public final class Reason {

    /// What is expected of a note.
    public static final String SOME = "what happened and why, in two words and eight letters at least";
    /// What is expected where a limit was passed or the skin reacted.
    public static final String MORE = "what happened, why, and what was done about it, in a short sentence";

    /// What is expected of whoever takes a finding upon themselves.
    public static final String TAKEN_ON = "why this may be done for this person, in a short sentence";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,}");

    private Reason() {}

    /// @param more whether a limit was passed, a refusal set aside, or the skin reacted
    public static boolean says(String words, boolean more) {
        long letters = words.codePoints().filter(Character::isLetter).count();
        long different = words.codePoints()
                .filter(Character::isLetter)
                .map(Character::toLowerCase)
                .distinct()
                .count();
        long count = WORD.matcher(words).results().count();
        return count >= (more ? 3 : 2) && letters >= (more ? 15 : 8) && different >= 4;
    }
}
