package org.stipple.clinic.access;

import java.time.Instant;
import java.util.Optional;

/// Who did what and when.
///
/// @param patient whose record it concerns; empty where it concerns nobody's
public record AuditEntry(long number, Instant at, String who, String act, String what, Optional<PatientId> patient) {}
