package org.stipple.imaging;

import java.util.Optional;
import org.stipple.quantities.Area;
import org.stipple.quantities.Length;

/// How much skin a pixel of the baseline sees, or why nobody knows.
public sealed interface Scale {

    /// @param pixel side of the square of skin that a pixel sees
    /// @param from where that is known from: `given`, `tag36h11`, `card`, or `ipd`, which is an estimate
    record Known(Length pixel, String from) implements Scale {

        /// @throws IllegalArgumentException when a pixel sees nothing
        public Known {
            if (!(pixel.millimetres() > 0)) {
                throw new IllegalArgumentException("a pixel must see some skin, was " + pixel);
            }
        }
    }

    /// Nothing in mm can be said.
    record Unknown(String why) implements Scale {}

    /// Whether it is no measurement of this photo: people's eyes lie more or less far apart.
    default boolean isEstimated() {
        return this instanceof Known known && known.from.equals("ipd");
    }

    /// Pixels as a length on the skin.
    default Optional<Length> length(double pixels) {
        return switch (this) {
            case Known known -> Optional.of(Length.ofMillimetres(pixels * known.pixel.millimetres()));
            case Unknown _ -> Optional.empty();
        };
    }

    /// A number of pixels as an area of skin.
    default Optional<Area> area(int pixels) {
        return switch (this) {
            case Known known ->
                Optional.of(
                        Area.ofSquareCentimetres(pixels * known.pixel.millimetres() * known.pixel.millimetres() / 100));
            case Unknown _ -> Optional.empty();
        };
    }
}
