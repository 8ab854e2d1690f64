package org.stipple.clinic.access;

import java.time.Instant;

/// Who did what and when.
public record AuditEntry(long number, Instant at, String who, String act, String what) {}
