package org.stipple.clinic.planning;

import java.time.Instant;
import java.util.UUID;
import org.stipple.protocol.Screening;

/// A screening as it was answered, with the release of the knowledge that it was made on.
///
/// @param revision of the intake that was judged
public record ScreeningRecord(UUID id, int revision, Screening screening, Instant madeAt, String madeBy) {}
