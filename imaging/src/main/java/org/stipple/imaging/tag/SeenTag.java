package org.stipple.imaging.tag;

import org.stipple.imaging.geometry.Homography;

/// A tag in a photo.
///
/// @param id its number
/// @param map from the tag, whose black square is (0, 0) to (1, 1), to the photo
public record SeenTag(int id, Homography map) {

    /// Side of the square in pixels, as of a tag of the same area seen straight.
    public double sidePx() {
        return Math.sqrt(Math.abs(map.areaFactor(0.5, 0.5)));
    }
}
