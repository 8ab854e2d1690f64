package org.stipple.imaging;

/// A point of a face.
///
/// @param x pixels from the left edge of the photo
/// @param y pixels from its top edge
/// @param z away from the camera, in pixels too; where the face's middle is 0 does not matter
public record Landmark(double x, double y, double z) {

    /// @throws IllegalArgumentException when it is not finite
    public Landmark {
        if (!Double.isFinite(x + y + z)) {
            throw new IllegalArgumentException("a landmark must be finite, was " + x + ", " + y + ", " + z);
        }
    }
}
