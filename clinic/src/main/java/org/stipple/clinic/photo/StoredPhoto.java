package org.stipple.clinic.photo;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/// What is known of a photo, apart from its pixels.
///
/// @param sha256 of the stored bytes, which carry no metadata
/// @param mmPerPx scale in the plane of the skin, where it is known
/// @param capture how it was taken; empty for photos from before that was kept
public record StoredPhoto(
        UUID id,
        Optional<UUID> session,
        PhotoView view,
        LocalDate takenOn,
        String sha256,
        String mediaType,
        int widthPx,
        int heightPx,
        OptionalDouble mmPerPx,
        Optional<Capture> capture) {}
