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

    /// The same on so many times as much skin.
    default Pace on(double times) {
        return switch (this) {
            case Motorised(var seconds, var strokes) -> new Motorised(seconds * times, strokes);
            case ByHand() -> this;
        };
    }
}
