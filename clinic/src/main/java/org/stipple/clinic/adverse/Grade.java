package org.stipple.clinic.adverse;

import java.util.Arrays;
import java.util.Optional;

/// How grave an event is: the general scale of CTCAE v5.0 (National Cancer Institute, 27 November 2017), as
/// evidence.md section 7.3 has it. The words that the scale has for single signs of the skin we have not read.
public enum Grade {
    MILD(1, "mild; no intervention"),
    MODERATE(2, "local, non-invasive intervention; limits instrumental activities of daily living"),
    SEVERE(3, "severe; limits self-care"),
    LIFE_THREATENING(4, "life-threatening"),
    DEATH(5, "death");

    private final int number;
    private final String words;

    Grade(int number, String words) {
        this.number = number;
        this.words = words;
    }

    /// 1..5.
    public int number() {
        return number;
    }

    /// `grade 2: local, non-invasive intervention; …`.
    public String words() {
        return "grade " + number + ": " + words;
    }

    /// Whether no reaction that is expected is of this grade. `design`: what is expected of everybody limits
    /// nobody's self-care.
    public boolean isBeyondExpected() {
        return number >= SEVERE.number;
    }

    /// @return empty when no grade has this number
    public static Optional<Grade> find(String number) {
        return Arrays.stream(values())
                .filter(grade -> String.valueOf(grade.number).equals(number))
                .findFirst();
    }
}
