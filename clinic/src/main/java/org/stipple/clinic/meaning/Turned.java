package org.stipple.clinic.meaning;

import java.time.Instant;

/// That somebody turned the words on or off.
///
/// @param number counts from 1
/// @param textSha256 of the texts that stood there
public record Turned(int number, boolean on, String reason, String textSha256, Instant at, String by) {}
