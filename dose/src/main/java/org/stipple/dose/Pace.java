package org.stipple.dose;

/// How long the treatment takes.
public sealed interface Pace {

    /// A motorised pen.
    ///
    /// @param seconds area·passes/(swath·glide): time on the skin, turns between lanes not counted
    /// @param strokesPerSecond pins × strokes per second
    record Motorised(double seconds, double strokesPerSecond) implements Pace {}

    /// A roller or stamp: as fast as the hand likes.
    record ByHand() implements Pace {}
}
