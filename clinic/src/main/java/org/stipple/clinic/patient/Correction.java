package org.stipple.clinic.patient;

import java.time.Instant;

/// A correction of what somebody is judged by.
///
/// @param what was corrected, as a sentence begins: `Date of birth corrected`
/// @param by who corrected it
/// @param reason why, in their words
public record Correction(String what, Instant at, String by, String reason) {}
