package org.stipple.clinic.recall;

import java.time.Instant;
import java.util.UUID;

/// Words that a clinician approved.
public record Approved(UUID id, String words, Instant at, String by) {}
