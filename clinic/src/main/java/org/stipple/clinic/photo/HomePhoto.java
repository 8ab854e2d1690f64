package org.stipple.clinic.photo;

import java.time.Instant;
import java.util.UUID;

/// A photo that a person sent from home with an entry of their diary. It is no [StoredPhoto]: whatever
/// measures, compares or plans is never given one.
///
/// @param entry of the diary
/// @param sha256 of the stored bytes, which carry no metadata
public record HomePhoto(
        UUID id, UUID entry, String sha256, String mediaType, int widthPx, int heightPx, Instant storedAt) {}
