package org.stipple.imaging;

/// Carries places of one photo to another: u = a·x + b·y + c, v = d·x + e·y + f, all in pixels from the top left
/// corner.
record Affine(double a, double b, double c, double d, double e, double f) implements Registration.Carry {

    static final Affine IDENTITY = new Affine(1, 0, 0, 0, 1, 0);

    double x(double x, double y) {
        return a * x + b * y + c;
    }

    double y(double x, double y) {
        return d * x + e * y + f;
    }

    @Override
    public Place of(Place place) {
        return new Place(x(place.x(), place.y()), y(place.x(), place.y()));
    }

    @Override
    public Outline of(Outline outline) {
        return new Outline(outline.corners().stream().map(this::of).toList());
    }

    /// First this, then `next`.
    Affine then(Affine next) {
        return new Affine(
                next.a * a + next.b * d,
                next.a * b + next.b * e,
                next.a * c + next.b * f + next.c,
                next.d * a + next.e * d,
                next.d * b + next.e * e,
                next.d * c + next.e * f + next.f);
    }

    /// The same map between pictures that are both smaller by a factor.
    Affine shrunk(double factor) {
        return new Affine(a, b, c * factor, d, e, f * factor);
    }

    double determinant() {
        return a * e - b * d;
    }

    @Override
    public double zoom(Outline outline) {
        return Math.sqrt(determinant());
    }

    @Override
    public Affine inverse() {
        double k = 1 / determinant();
        return new Affine(e * k, -b * k, (b * f - c * e) * k, -d * k, a * k, (c * d - a * f) * k);
    }
}
