package org.stipple.clinic.stock;

import java.util.Optional;

/// What is taken in at once: one unit with a serial, or as many as were counted of a lot without.
///
/// @param kind not a handpiece, which is taken in on its own ([Handpieces])
/// @param product knowledge-base identifier of the device that it fits, of the anaesthetic or of the topical
/// @param article as the box names it
/// @param count 1 where the code has a serial, else 1 to 1000
/// @param declared what one unit of a counted lot is
public record Goods(
        Kind kind, String product, Optional<String> article, UnitCode code, int count, Optional<String> declared) {

    /// Cartridges of a device.
    public static Goods cartridges(String device, UnitCode code, int count) {
        return new Goods(Kind.CARTRIDGE, device, Optional.empty(), code, count, Optional.empty());
    }
}
