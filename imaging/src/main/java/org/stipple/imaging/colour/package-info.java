/// Colour as people see it, and the way to it from what a camera saw of a colour card.
///
/// - What is here: [Lab], the difference [DeltaE], the card's published colours [ColourChecker], and the
///   [Correction] that a [CorrectionFit] finds.
/// - What is mutable: nothing.
/// - Who may call it: this module; the package is not exported.
/// - Where to start reading: [Correction].
@org.jspecify.annotations.NullMarked
package org.stipple.imaging.colour;
