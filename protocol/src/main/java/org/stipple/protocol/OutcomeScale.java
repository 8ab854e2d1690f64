package org.stipple.protocol;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stipple.quantities.Indication;

/// A scale by which a result is judged.
///
/// @param id such as `goodman-baron-qualitative`
/// @param name as people call it
/// @param of what it judges
/// @param use what we may do with it
/// @param scoredBy who gives the score, one at least
/// @param judges the skin as it is, or its change
/// @param least total
/// @param most total
/// @param step between two totals
/// @param lowerIsBetter whether a fall is an improvement
/// @param items whose points add up to the total; none where the scale has grades, a formula or no free wording
/// @param grades words for each score; none where it has items
/// @param bands named ranges of the total; none where no validated ones exist
/// @param formula where the total is no plain sum
/// @param licence under whose terms; stated where [#use] is [Use#SCORES_ONLY]
/// @param indications for which it serves; none for all
/// @param says what to know of it
/// @param basis of its total
public record OutcomeScale(
        String id,
        String name,
        String of,
        Use use,
        Set<By> scoredBy,
        Judges judges,
        int least,
        int most,
        BigDecimal step,
        boolean lowerIsBetter,
        List<Item> items,
        List<Grade> grades,
        List<Band> bands,
        Optional<String> formula,
        Optional<String> licence,
        List<Indication> indications,
        String says,
        Basis basis) {

    /// What we may do with a scale.
    public enum Use {
        /// Its items and points may be shown and computed.
        FREE("free"),
        /// A score from a copy that the clinic holds may be kept; the wording is not ours to show.
        SCORES_ONLY("scores-only"),
        /// Its points were read in no source: a total may be kept, and nothing is computed.
        UNVERIFIED("unverified");

        private final String id;

        Use(String id) {
            this.id = id;
        }

        /// The word in files and answers: `scores-only`.
        public String id() {
            return id;
        }

        /// @return empty when nothing has this word
        public static Optional<Use> find(String id) {
            return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /// Who gives a score.
    public enum By {
        CLINICIAN("clinician"),
        PATIENT("patient");

        private final String id;

        By(String id) {
            this.id = id;
        }

        /// The word in files and records, which is also the one that a person reads: `clinician`.
        public String id() {
            return id;
        }

        /// @return empty when nobody has this word
        public static Optional<By> find(String id) {
            return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /// What a score is about.
    public enum Judges {
        /// The skin as it is: the first score is what later ones are compared with.
        STATE("state"),
        /// How it changed since before the treatment: it has no baseline, and one score says all.
        CHANGE("change");

        private final String id;

        Judges(String id) {
            this.id = id;
        }

        /// The word in files.
        public String id() {
            return id;
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /// One item.
    ///
    /// @param says its points in words
    /// @param times its weight in the sum
    public record Item(String id, String says, int least, int most, int times) {}

    /// What a score means.
    public record Grade(int score, String says) {}

    /// A named range of the total, both ends inside.
    public record Band(int from, int to, String says) {}

    public OutcomeScale {
        scoredBy = Collections.unmodifiableSet(EnumSet.copyOf(scoredBy));
        items = List.copyOf(items);
        grades = List.copyOf(grades);
        bands = List.copyOf(bands);
        indications = List.copyOf(indications);
    }

    /// Whether a total is one that the scale has: within its range, on one of its steps.
    public boolean has(BigDecimal total) {
        BigDecimal above = total.subtract(BigDecimal.valueOf(least));
        return above.signum() >= 0
                && total.compareTo(BigDecimal.valueOf(most)) <= 0
                && above.remainder(step).signum() == 0;
    }

    /// What a total means: the words of its grade, or the name of its band.
    ///
    /// @return empty where the scale says nothing of it, or its words are not ours to show
    public Optional<String> meaning(BigDecimal total) {
        return grades.stream()
                .filter(grade -> BigDecimal.valueOf(grade.score()).compareTo(total) == 0)
                .map(Grade::says)
                .findFirst()
                .or(() -> band(total.intValue()));
    }

    /// The name of the band in which a total lies.
    ///
    /// @return empty where the scale has no bands or none holds it
    public Optional<String> band(int total) {
        return bands.stream()
                .filter(band -> band.from() <= total && total <= band.to())
                .map(Band::says)
                .findFirst();
    }
}
