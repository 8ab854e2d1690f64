package org.stipple.phantom;

/// How the light fell and what the camera made of it.
///
/// @param stops above (or below) an exposure at which skin type I stays unclipped
/// @param redGain what the camera's white balance did to red relative to green, 1 = neutral
/// @param blueGain the same for blue
/// @param azimuthDegrees from where the light comes, 0 = from the right, 90 = from below
/// @param elevationDegrees of the light above the skin, 90 = straight from the front
/// @param fallOff change of the light from one side of the frame to the other, as a fraction
public record Light(
        double stops, double redGain, double blueGain, double azimuthDegrees, double elevationDegrees, double fallOff) {

    /// Neutral, from the upper left, as a careful photographer sets it up.
    public static final Light CAREFUL = new Light(0, 1, 1, -120, 55, 0.06);

    /// @throws IllegalArgumentException when a number is not finite, or a gain or elevation makes no sense
    public Light {
        if (!Double.isFinite(stops + azimuthDegrees + fallOff)) {
            throw new IllegalArgumentException("light is made of finite numbers");
        }
        if (!(redGain > 0 && redGain < 10 && blueGain > 0 && blueGain < 10)) {
            throw new IllegalArgumentException("gains must be in 0..10, were " + redGain + ", " + blueGain);
        }
        if (!(elevationDegrees > 0 && elevationDegrees <= 90)) {
            throw new IllegalArgumentException("elevation must be in 0..90 degrees, was " + elevationDegrees);
        }
    }

    /// The same at so many stops.
    public Light atStops(double value) {
        return new Light(value, redGain, blueGain, azimuthDegrees, elevationDegrees, fallOff);
    }

    /// The same with another white balance.
    public Light balanced(double red, double blue) {
        return new Light(stops, red, blue, azimuthDegrees, elevationDegrees, fallOff);
    }

    /// The same from another side.
    public Light from(double azimuth, double elevation) {
        return new Light(stops, redGain, blueGain, azimuth, elevation, fallOff);
    }
}
