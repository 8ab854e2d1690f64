package org.stipple.dose.delivery;

import java.time.Duration;
import java.util.Optional;
import org.stipple.dose.NeedleArray;
import org.stipple.dose.Technique;

/// What was done in a zone, as the session has it.
///
/// @param device as it was set: its stroke frequency counts
/// @param technique depth, passes, directions and glide that were charted
/// @param onSkin time during which the head touched the zone; empty where nobody took it
public record Charted(NeedleArray device, Technique technique, Optional<Duration> onSkin) {

    /// @throws IllegalArgumentException when the time is not more than 0
    public Charted {
        if (onSkin.isPresent() && !onSkin.get().isPositive()) {
            throw new IllegalArgumentException("onSkin must be more than 0, was " + onSkin.get());
        }
    }
}
