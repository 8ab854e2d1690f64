package org.stipple.phantom;

/// One press of the shutter.
///
/// @param light how the light fell
/// @param pose where the skin lies in the frame
/// @param blurPx standard deviation of the blur of lens, focus and motion, in pixels, 0 to 50
/// @param noise 1 = a small sensor in room light (design), 0 = none, to 100
/// @param seed of the noise
public record Capture(Light light, Pose pose, double blurPx, double noise, long seed) {

    /// @throws IllegalArgumentException outside these ranges
    public Capture {
        if (!(blurPx >= 0 && blurPx <= 50 && noise >= 0 && noise <= 100)) {
            throw new IllegalArgumentException("blur must be 0..50 px and noise 0..100, were " + blurPx + ", " + noise);
        }
    }

    /// A careful photograph: neutral, well lit, straight, in focus.
    public static Capture careful(long seed) {
        return new Capture(Light.CAREFUL, Pose.STRAIGHT, 0.7, 1, seed);
    }

    /// The same with the skin moved right and down by pixels and turned clockwise.
    public Capture moved(double xPx, double yPx, double degrees) {
        return new Capture(light, new Pose(xPx, yPx, degrees, pose.zoom()), blurPx, noise, seed);
    }

    /// The same from nearer (above 1) or farther.
    public Capture zoomed(double zoom) {
        var nearer = new Pose(pose.shiftXPx(), pose.shiftYPx(), pose.rotationDegrees(), zoom);
        return new Capture(light, nearer, blurPx, noise, seed);
    }

    /// The same in another light.
    public Capture in(Light other) {
        return new Capture(other, pose, blurPx, noise, seed);
    }

    /// The same with another blur.
    public Capture blurred(double standardDeviationPx) {
        return new Capture(light, pose, standardDeviationPx, noise, seed);
    }

    /// The same with another amount of noise.
    public Capture noisy(double amount) {
        return new Capture(light, pose, blurPx, amount, seed);
    }
}
