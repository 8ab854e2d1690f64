package org.stipple.imaging;

import org.stipple.imaging.register.Field;

/// Carries places by a field, where one affine map does not do.
///
/// @param there from this photo to the other
/// @param back from the other to this
record DenseCarry(Field there, Field back) implements Registration.Carry {

    @Override
    public Place of(Place place) {
        return new Place(place.x() + there.dx(place.x(), place.y()), place.y() + there.dy(place.x(), place.y()));
    }

    /// Side of the squares of this photo within which the field is bilinear, in pixels.
    int cell() {
        return (int) there.step();
    }

    @Override
    public Outline of(Outline outline) {
        return new Outline(outline.corners().stream().map(this::of).toList());
    }

    @Override
    public DenseCarry inverse() {
        return new DenseCarry(back, there);
    }

    @Override
    public double zoom(Outline outline) {
        return Math.sqrt(of(outline.inPieces()).area() / outline.area());
    }
}
