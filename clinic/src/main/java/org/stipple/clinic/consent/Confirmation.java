package org.stipple.clinic.consent;

import java.time.Instant;

/// Somebody of the clinic saw who it is that signed at home, and answered what they asked.
public record Confirmation(String by, Instant at) {}
