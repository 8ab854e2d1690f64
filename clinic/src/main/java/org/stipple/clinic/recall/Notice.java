package org.stipple.clinic.recall;

import java.time.Instant;

/// That people were written to.
///
/// @param people how many for the first time
public record Notice(int people, Instant at, String by) {}
