package org.stipple.phantom;

/// Something flat and matt that lies in the plane of the skin, to be measured by.
public sealed interface Marker permits Tag, ColourCard {

    /// Its middle, in millimetres to the right of the middle of the patch.
    double xMm();

    /// Its middle, below the middle of the patch.
    double yMm();

    /// By how much it is turned clockwise, as seen by the camera.
    double rotationDegrees();
}
