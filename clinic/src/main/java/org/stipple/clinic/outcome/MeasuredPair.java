package org.stipple.clinic.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One or two photos, and what they say.
///
/// @param gates what a photo failed, in words; empty when all passed
public record MeasuredPair(
        UUID id,
        UUID baseline,
        Optional<UUID> followup,
        List<StoredReading> readings,
        List<String> gates,
        Instant at,
        String by) {
    public MeasuredPair {
        readings = List.copyOf(readings);
        gates = List.copyOf(gates);
    }
}
