package org.stipple.phantom;

/// What a small facet of skin sends to the camera: Lambert's light and a mirror-like part by the microfacet model
/// with the distribution of Trowbridge and Reitz (Walter et al. 2007, "GGX", doi 10.2312/EGWR/EGSR07/195-206).
///
/// The camera looks straight at the frame. A fixed part of the light comes from everywhere (`design`); its own
/// mirror image and cast shadows are left out.
final class Shading {

    /// Part of the light that comes from everywhere.
    static final double AMBIENT = 0.4;

    /// Mirrored part at right angles: refractive index 1.4 of the horny layer (Tuchin 2015, Tissue Optics).
    private static final double NORMAL_REFLECTANCE = 0.028;

    /// Roughness of a dry and of an oily surface below a pixel (design).
    private static final double DRY = 0.36;

    private static final double OILY = 0.16;

    private final double lightX;
    private final double lightY;
    private final double lightZ;
    private final double halfLength;
    private final double fresnel;

    Shading(Light light) {
        double elevation = Math.toRadians(light.elevationDegrees());
        double azimuth = Math.toRadians(light.azimuthDegrees());
        this.lightX = Math.cos(elevation) * Math.cos(azimuth);
        this.lightY = Math.cos(elevation) * Math.sin(azimuth);
        this.lightZ = Math.sin(elevation);
        this.halfLength = Math.sqrt(2 + 2 * lightZ);
        double cosine = halfLength / 2;
        this.fresnel = NORMAL_REFLECTANCE + (1 - NORMAL_REFLECTANCE) * Math.pow(1 - cosine, 5);
    }

    /// Light that falls on a facet, 1 = on one that faces the camera.
    ///
    /// @param x of its normal, of length 1, to the right
    /// @param y down
    /// @param z to the camera
    double diffuse(double x, double y, double z) {
        return AMBIENT + (1 - AMBIENT) * Math.max(0, x * lightX + y * lightY + z * lightZ) / lightZ;
    }

    /// Light that it mirrors, on the same scale times reflectance.
    ///
    /// @param shine 0 to 1: the part of the surface that mirrors, and how smooth it is
    double mirrored(double x, double y, double z, double shine) {
        double towards = x * lightX + y * lightY + z * lightZ;
        if (towards <= 0 || z <= 0 || shine <= 0) {
            return 0;
        }
        double roughness = DRY + (OILY - DRY) * shine;
        double squared = roughness * roughness;
        double half = (towards + z) / halfLength;
        double bottom = half * half * (squared - 1) + 1;
        double distribution = squared / (Math.PI * bottom * bottom);
        double k = roughness / 2;
        double seen = 1 / ((towards * (1 - k) + k) * (z * (1 - k) + k)) / 4;
        return shine * Math.PI * fresnel * distribution * seen * towards * (1 - AMBIENT) / lightZ;
    }
}
