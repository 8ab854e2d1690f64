package org.stipple.clinic.web.look;

/// A zone on a map.
///
/// @param id `cheek-left`
/// @param name `left cheek`
/// @param spoken what a screen reader says: `left cheek, 1.5 mm, done`
/// @param path path data of SVG, even-odd
/// @param box the rectangle around it
/// @param state how it is drawn
/// @param fill its colour when `state` is `VALUE`; otherwise empty
/// @param ink the colour of its number; empty when the style sheet decides
/// @param value the number written on it; may be empty
/// @param labelX where the number stands
/// @param labelY where the number stands
/// @param href where a tap leads; may be empty
/// @param dots path data of dots drawn on it; may be empty
public record ZoneShape(
        String id,
        String name,
        String spoken,
        String path,
        Box box,
        State state,
        String fill,
        String ink,
        String value,
        double labelX,
        double labelY,
        String href,
        String dots) {

    /// A rectangle in the millimetres of the drawing.
    public record Box(double x, double y, double width, double height) {}

    /// How a zone is drawn. Every state differs in more than colour.
    public enum State {
        /// In no way special.
        PLAIN("plain"),
        /// Not to be chosen here.
        OFF("off"),
        /// Chosen.
        CHOSEN("chosen"),
        /// Carries a colour of a scale and a number.
        VALUE("value"),
        /// Treated.
        DONE("done"),
        /// Still to be treated.
        LEFT("left"),
        /// Refused: hatched.
        REFUSED("refused"),
        GO("go"),
        CAUTION("caution"),
        SIGN_OFF("signoff"),
        ASK("ask"),
        WAIT("wait"),
        NO("no"),
        IMPROVED("improved"),
        SAME("same"),
        WORSE("worse"),
        NOT_MEASURABLE("unmeasured");

        private final String css;

        State(String css) {
            this.css = css;
        }

        /// Whether lines are drawn across it, so that it is told by more than its colour.
        public boolean hatched() {
            return this == REFUSED || this == NO || this == OFF || this == NOT_MEASURABLE;
        }

        /// The class in the style sheet, after `z-is-`.
        public String css() {
            return css;
        }
    }
}
