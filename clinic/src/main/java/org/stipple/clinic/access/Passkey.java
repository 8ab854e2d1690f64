package org.stipple.clinic.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A passkey with which somebody signs in.
///
/// @param name as its owner called it
/// @param credential as the authenticator names it, in base64url
/// @param used when it opened something last
public record Passkey(UUID id, String name, String credential, Instant added, Optional<Instant> used) {}
