package org.stipple.clinic.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One or two photos, and what they say.
///
/// @param gates what a photo failed, in words; empty when all passed
/// @param conditions under which they were read; empty where they were read before that was kept
/// @param pictures to look at: the photos at a handy size and maps of what was found; empty as above
public record MeasuredPair(
        UUID id,
        UUID baseline,
        Optional<UUID> followup,
        List<StoredReading> readings,
        List<String> gates,
        Optional<Conditions> conditions,
        List<StoredPicture> pictures,
        Instant at,
        String by) {
    public MeasuredPair {
        readings = List.copyOf(readings);
        gates = List.copyOf(gates);
        pictures = List.copyOf(pictures);
    }

    /// The picture of that name, where there is one.
    public Optional<StoredPicture> picture(String name) {
        return pictures.stream().filter(picture -> picture.name().equals(name)).findFirst();
    }
}
