package org.stipple.quantities;

/// Strokes of a motorised pen per second; each stroke drives every pin once. 7,000 rpm is 116.7 Hz at one
/// stroke per turn.
///
/// Range: 0 to 1_000 Hz; anything else, NaN included, is refused.
public record StrokeFrequency(double hertz) implements Comparable<StrokeFrequency> {

    /// @throws IllegalArgumentException outside 0..1_000 Hz, or NaN
    public StrokeFrequency {
        if (!(hertz >= 0 && hertz <= 1_000)) {
            throw new IllegalArgumentException("stroke frequency must be 0..1_000 Hz, was " + hertz);
        }
    }

    /// @throws IllegalArgumentException outside 0..1_000 Hz, or NaN
    public static StrokeFrequency ofHertz(double hertz) {
        return new StrokeFrequency(hertz);
    }

    @Override
    public int compareTo(StrokeFrequency other) {
        return Double.compare(hertz, other.hertz);
    }

    @Override
    public String toString() {
        return hertz + " Hz";
    }
}
