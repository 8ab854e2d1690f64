package org.stipple.clinic.treatment;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the skin showed at once, sign by sign, each 0 to 3.
///
/// `design`: none, slight, clear, severe. No source that we read grades the minutes after the needle; three
/// grades of presence follow the order mild, moderate, severe of the general scale of CTCAE v5.0 (evidence.md),
/// whose own words for these signs we have not read.
///
/// @param grades of the signs that were looked at
public record Reaction(Map<Sign, Integer> grades) {

    /// The gravest grade.
    public static final int SEVERE = 3;

    private static final String[] WORDS = {"none", "slight", "clear", "severe"};

    /// What is looked for.
    public enum Sign {
        ERYTHEMA("erythema", "redness"),
        OEDEMA("oedema", "swelling"),
        BLEEDING("bleeding", "bleeding"),
        WHEAL("wheal", "wheals");

        private final String id;
        private final String words;

        Sign(String id, String words) {
            this.id = id;
            this.words = words;
        }

        /// The word in the database and in forms.
        public String id() {
            return id;
        }

        /// As a person reads it.
        public String words() {
            return words;
        }
    }

    /// @throws IllegalArgumentException where a grade is not 0 to 3
    public Reaction {
        grades = Map.copyOf(grades);
        grades.forEach((sign, grade) -> {
            if (grade < 0 || grade > SEVERE) {
                throw new IllegalArgumentException(sign.words + " was " + grade + ", expected 0 to " + SEVERE);
            }
        });
    }

    /// A grade in words: `slight`.
    ///
    /// @param grade 0..3
    public static String words(int grade) {
        return WORDS[grade];
    }

    /// Whether one of the signs is severe, which is not expected of anybody.
    public boolean isSevere() {
        return grades.containsValue(SEVERE);
    }

    /// The grade of a sign; empty where it was not looked at.
    public Optional<Integer> of(Sign sign) {
        return Optional.ofNullable(grades.get(sign));
    }

    /// `redness slight (1), swelling none (0)`; empty where nothing was looked at.
    public String words() {
        return Arrays.stream(Sign.values())
                .flatMap(sign -> of(sign).map(grade -> sign.words + " " + words(grade) + " (" + grade + ")").stream())
                .collect(Collectors.joining(", "));
    }
}
