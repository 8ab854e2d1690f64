package org.stipple.imaging;

/// A place in a photo, in pixels from its top left corner, x to the right and y down: the middle of the first
/// pixel is (0.5, 0.5).
public record Place(double x, double y) {

    /// @throws IllegalArgumentException when it is not finite
    public Place {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("a place must be finite, was " + x + ", " + y);
        }
    }
}
