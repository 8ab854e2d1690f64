package org.stipple.phantom;

/// A place on the skin, in millimetres from the middle of the patch, x to the right and y down.
public record SkinPoint(double xMm, double yMm) {

    /// @throws IllegalArgumentException when it is not finite
    public SkinPoint {
        if (!Double.isFinite(xMm) || !Double.isFinite(yMm)) {
            throw new IllegalArgumentException("a place must be finite, was " + xMm + ", " + yMm);
        }
    }
}
