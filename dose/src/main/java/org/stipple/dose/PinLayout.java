package org.stipple.dose;

import java.util.List;
import org.stipple.quantities.Length;

/// Where the pins of a head stand, seen from above: x along the glide, y across it, origin in the middle of the
/// head. It turns with the direction of the pass.
public sealed interface PinLayout {

    /// Pins on a sunflower spiral that fills the swath's disc. Assumed, because no maker publishes a layout:
    /// pin i of n stands at r = R·√((i+½)/n), angle i·137.508°, R = swath/2. Source: the input contract.
    record Sunflower() implements PinLayout {}

    /// Pins that somebody measured.
    ///
    /// @param pins 1 to 2000 positions
    record Measured(List<Point> pins) implements PinLayout {

        /// @throws UnusableQuestion when there are none or too many, or one lies outside ±100 mm
        public Measured {
            pins = List.copyOf(pins);
            Limit.PINS.check(pins.size());
            for (Point pin : pins) {
                Limit.PIN_POSITION.check(pin.xMm());
                Limit.PIN_POSITION.check(pin.yMm());
            }
        }
    }

    /// Positions of `count` pins in a disc of diameter `swath`.
    ///
    /// @return as many points as pins
    default List<Point> positions(int count, Length swath) {
        return switch (this) {
            case Measured(var pins) -> pins;
            case Sunflower() -> sunflower(count, swath.millimetres() / 2);
        };
    }

    private static List<Point> sunflower(int count, double radiusMm) {
        var pins = new Point[count];
        for (int i = 0; i < count; i++) {
            double r = radiusMm * Math.sqrt((i + 0.5) / count);
            double angle = StrictMath.toRadians(i * 137.508);
            pins[i] = new Point(r * StrictMath.cos(angle), r * StrictMath.sin(angle));
        }
        return List.of(pins);
    }
}
