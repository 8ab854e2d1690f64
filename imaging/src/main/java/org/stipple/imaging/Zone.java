package org.stipple.imaging;

import org.stipple.quantities.ZoneId;

/// A piece of skin in the baseline.
///
/// @param id of a [ZoneId], or `patch`
/// @param outline in pixels of the baseline, upright
public record Zone(String id, Outline outline) {

    /// The identifier of plain skin without a name.
    public static final String PATCH = "patch";

    /// @throws IllegalArgumentException when no zone has this identifier
    public Zone {
        if (!isKnown(id)) {
            throw new IllegalArgumentException("no zone is called " + id);
        }
    }

    /// Whether a zone may be called so.
    public static boolean isKnown(String id) {
        return id.equals(PATCH) || ZoneId.find(id).isPresent();
    }
}
