package org.stipple.clinic.messages;

import java.time.Instant;

/// That a person may be written to by a channel at an address, or may not any more.
///
/// @param address what was agreed to: a new one is asked about anew
/// @param may false for a withdrawal
/// @param by who wrote it down
public record ContactConsent(Channel channel, String address, boolean may, Instant at, String by) {}
