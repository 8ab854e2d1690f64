package org.stipple.protocol.outline;

/// A line of a drawing that only helps the eye.
///
/// @param svgPath path data of SVG, in millimetres
public record Stroke(Weight weight, String svgPath) {

    /// How strongly it is drawn.
    public enum Weight {
        /// The outline of head or body.
        CONTOUR,
        /// What one looks for first: mouth, nose, upper lid.
        FEATURE,
        /// The finest lines.
        DETAIL,
        /// A shape filled with ink: a pupil.
        INK
    }
}
