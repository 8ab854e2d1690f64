package org.stipple.clinic.disclosure;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// That a copy was given.
///
/// @param invitation the person's own link by which it was fetched; empty where somebody of the clinic did
/// @param at before its first byte
public record Given(Optional<UUID> invitation, Instant at, String by) {}
