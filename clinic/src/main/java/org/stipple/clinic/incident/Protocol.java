package org.stipple.clinic.incident;

import java.time.Instant;

/// What the clinic does in such a case, in its own words.
///
/// @param version counts from 1 for each kind
public record Protocol(Incident.Kind kind, int version, String words, Instant at, String by) {}
