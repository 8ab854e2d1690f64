package org.stipple.imaging.card;

/// An even area about as wide as high.
///
/// @param x middle, pixels from the left edge of the picture
/// @param y middle, from its top edge
/// @param area in pixels
record Patch(double x, double y, double area) {

    double side() {
        return Math.sqrt(area);
    }

    double distance(double toX, double toY) {
        return Math.hypot(x - toX, y - toY);
    }
}
