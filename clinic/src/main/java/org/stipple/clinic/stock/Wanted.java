package org.stipple.clinic.stock;

import java.util.Optional;
import org.stipple.quantities.Depth;

/// What a course wants of the stock.
///
/// @param device knowledge-base identifier of the device that it is planned with
/// @param deepest the deepest that it plans; empty where that does not matter
public record Wanted(String device, Optional<Depth> deepest) {

    /// Anything for a device.
    public static Wanted of(String device) {
        return new Wanted(device, Optional.empty());
    }
}
