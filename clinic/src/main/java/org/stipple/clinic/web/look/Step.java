package org.stipple.clinic.web.look;

/// A step of a session or a form: `parts/steps.jte`.
///
/// @param words `Scan`
/// @param state how far it is
/// @param note a few words, such as `2 units`; may be empty
/// @param href where it is done; empty when it cannot be reached now
public record Step(String words, State state, String note, String href) {

    /// How far a step is.
    public enum State {
        DONE("done", "done"),
        NOW("now", "now"),
        NEXT("next", "to do");

        private final String css;
        private final String words;

        State(String css, String words) {
            this.css = css;
            this.words = words;
        }

        /// The class in the style sheet.
        public String css() {
            return css;
        }

        /// As a screen reader says it.
        public String words() {
            return words;
        }
    }
}
