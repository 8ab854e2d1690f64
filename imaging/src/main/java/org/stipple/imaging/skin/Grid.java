package org.stipple.imaging.skin;

/// Where the pixels of a [SkinField] lie in the photo.
///
/// @param pixels of which the field was made
/// @param factor pixels of the photo to a side of a pixel of the field
/// @param width pixels of the field in a row
/// @param height its rows
record Grid(SkinPixels pixels, int factor, int width, int height) {}
