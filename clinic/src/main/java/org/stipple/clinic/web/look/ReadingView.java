package org.stipple.clinic.web.look;

/// A reading of a photograph with its error and what it means: `parts/reading.jte`.
///
/// @param metric what was measured, in words: `Wrinkle density`
/// @param unit its unit
/// @param before value at baseline; empty when there is none
/// @param after value at follow-up; empty when there is none
/// @param change the difference with its sign; empty when there is none
/// @param band the smallest change that is more than error: `± 1.1`; empty when unknown
/// @param outcome what it means
/// @param why the reason when it is not measurable; otherwise empty
public record ReadingView(
        String metric,
        String unit,
        String before,
        String after,
        String change,
        String band,
        Outcome outcome,
        String why) {

    /// What a change means.
    public enum Outcome {
        BASELINE("Baseline, nothing to compare with yet", "baseline"),
        IMPROVED("Improved", "improved"),
        SAME("No detectable change", "same"),
        WORSE("Worse", "worse"),
        /// More than can be detected, of something that has no better direction.
        NEITHER("Changed, neither direction is better", "neither"),
        NOT_MEASURABLE("Not measurable", "unmeasured");

        private final String words;
        private final String css;

        Outcome(String words, String css) {
            this.words = words;
            this.css = css;
        }

        /// As a person reads it.
        public String words() {
            return words;
        }

        /// The class in the style sheet, and the name of the icon.
        public String css() {
            return css;
        }
    }
}
