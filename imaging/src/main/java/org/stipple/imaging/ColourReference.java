package org.stipple.imaging;

/// What makes colours absolute, or why nothing does.
public sealed interface ColourReference {

    /// The 24-patch card in the photo. How well it fits is judged by a gate.
    ///
    /// @param residualDeltaE00 mean CIEDE2000 left after a linear matrix
    /// @param patches of the 24 that are neither clipped nor hidden
    record Card(double residualDeltaE00, int patches) implements ColourReference {}

    /// Colours compare only photos of one camera, light and white balance.
    record None(String why) implements ColourReference {}
}
