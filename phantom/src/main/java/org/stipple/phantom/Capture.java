package org.stipple.phantom;

import java.util.List;

/// One press of the shutter.
///
/// @param light how the light fell
/// @param pose where the skin lies in the frame
/// @param camera how it turns colour into its own
/// @param blurPx standard deviation of the blur of lens, focus and motion, in pixels, 0 to 50
/// @param noise 1 = a small sensor in room light (design), 0 = none, to 100
/// @param markers what lies on the skin to measure by
/// @param seed of the noise
public record Capture(
        Light light, Pose pose, Camera camera, double blurPx, double noise, List<Marker> markers, long seed) {

    /// @throws IllegalArgumentException outside these ranges
    public Capture {
        if (!(blurPx >= 0 && blurPx <= 50 && noise >= 0 && noise <= 100)) {
            throw new IllegalArgumentException("blur must be 0..50 px and noise 0..100, were " + blurPx + ", " + noise);
        }
        markers = List.copyOf(markers);
    }

    /// By an exact camera, without markers.
    public Capture(Light light, Pose pose, double blurPx, double noise, long seed) {
        this(light, pose, Camera.EXACT, blurPx, noise, List.of(), seed);
    }

    /// A careful photograph: neutral, well lit, straight, in focus.
    public static Capture careful(long seed) {
        return new Capture(Light.CAREFUL, Pose.STRAIGHT, 0.7, 1, seed);
    }

    /// The same with the skin moved right and down by pixels and turned clockwise.
    public Capture moved(double xPx, double yPx, double degrees) {
        return posed(new Pose(
                xPx,
                yPx,
                degrees,
                pose.zoom(),
                pose.nodDegrees(),
                pose.turnDegrees(),
                pose.distance(),
                pose.stretch()));
    }

    /// The same from nearer (above 1) or farther.
    public Capture zoomed(double zoom) {
        return posed(new Pose(
                pose.shiftXPx(),
                pose.shiftYPx(),
                pose.rotationDegrees(),
                zoom,
                pose.nodDegrees(),
                pose.turnDegrees(),
                pose.distance(),
                pose.stretch()));
    }

    /// The same in another pose.
    public Capture posed(Pose other) {
        return new Capture(light, other, camera, blurPx, noise, markers, seed);
    }

    /// The same with the lower edge of the skin leaning away by `nod` and its right edge by `turn`, in degrees.
    public Capture leaning(double nod, double turn) {
        return posed(pose.leaning(nod, turn));
    }

    /// The same with the skin drawn out of shape.
    public Capture stretched(Stretch stretch) {
        return posed(pose.stretched(stretch));
    }

    /// The same in another light.
    public Capture in(Light other) {
        return new Capture(other, pose, camera, blurPx, noise, markers, seed);
    }

    /// The same by another camera.
    public Capture by(Camera other) {
        return new Capture(light, pose, other, blurPx, noise, markers, seed);
    }

    /// The same with these markers.
    public Capture showing(List<Marker> others) {
        return new Capture(light, pose, camera, blurPx, noise, others, seed);
    }

    /// The same with another blur.
    public Capture blurred(double standardDeviationPx) {
        return new Capture(light, pose, camera, standardDeviationPx, noise, markers, seed);
    }

    /// The same with another amount of noise.
    public Capture noisy(double amount) {
        return new Capture(light, pose, camera, blurPx, amount, markers, seed);
    }
}
