package org.stipple.imaging.skin;

import org.stipple.imaging.raster.Plane;

/// How brightly the skin itself is lit: the natural logarithm of red less blue, linear, less its [Ground]. -0.1
/// is a tenth darker than the skin around, whatever the exposure, the light across the zone and the skin's
/// tone.
///
/// Why red less blue and not luminance: what a wet or oily surface mirrors is white, as much red as blue, and
/// cancels (the dichromatic model: Shafer 1985, doi 10.1002/col.5080100409). On dark skin the mirrored light is
/// several times the skin's own, and its edges look like lines.
final class Relief {

    /// How far the ground reaches: wider than any wrinkle, narrower than the shading of a cheek.
    private static final double GROUND_MM = 2.5;

    private static final float OUTLIER = 0.15f;

    /// Linear light that noise leaves on black.
    private static final float DARKEST = 0.003f;

    private Relief() {}

    static Plane of(SkinField field, double pitchMm) {
        Plane plane = field.logRedLessBlue(DARKEST);
        Ground.under(plane, field.seen(), GROUND_MM / pitchMm, OUTLIER).takeFrom(plane);
        return plane;
    }
}
