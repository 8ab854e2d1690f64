package org.stipple.clinic.access;

import java.time.Instant;

/// What a passkey has to sign: random, for one thing, for a short time. Whoever keeps it gives it out once.
///
/// @param value in base64url, as the browser gets it
/// @param act for what it was asked: a challenge for signing in adds no passkey
/// @param until when it is worth nothing any more
public record PasskeyChallenge(String value, String act, Instant until) {}
