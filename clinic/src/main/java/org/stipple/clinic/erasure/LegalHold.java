package org.stipple.clinic.erasure;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// That nothing of a record goes, whatever is asked, until it is lifted.
public record LegalHold(UUID id, String reason, Instant placedAt, String placedBy, Optional<Lifted> lifted) {

    /// Why it ended.
    public record Lifted(String reason, Instant at, String by) {}
}
