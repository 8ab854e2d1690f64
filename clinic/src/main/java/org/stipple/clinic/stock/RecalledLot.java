package org.stipple.clinic.stock;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// A lot that was recalled.
///
/// @param article what it is of: knowledge-base identifier of the device
/// @param at when it was recalled here
public record RecalledLot(String article, String lot, String reason, Instant at, String by) {

    /// Names the recall in addresses and messages. The same article and lot have the same, whatever the case of
    /// its
    /// letters.
    public UUID id() {
        return UUID.nameUUIDFromBytes((article + "\n" + lot.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8));
    }
}
