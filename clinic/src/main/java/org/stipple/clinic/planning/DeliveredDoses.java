package org.stipple.clinic.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.access.PatientId;
import org.stipple.quantities.Depth;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.ZoneId;

/// What was charted in the sessions of a course. Sessions are recorded further down the line, and tell it
/// here, so that a course can show what was delivered beside what was planned.
public interface DeliveredDoses {

    /// The sessions of a course in which something was charted, in order. The person's record has been opened
    /// in the same transaction.
    List<Visit> of(PatientId patient, UUID course);

    /// A session.
    ///
    /// @param number within the course, from 1
    /// @param zones what counts for each charted zone
    record Visit(UUID session, int number, Instant startedAt, List<Charted> zones) {
        public Visit {
            zones = List.copyOf(zones);
        }
    }

    /// A zone as it was done.
    ///
    /// @param depth of the deepest pass
    /// @param depths of each pass; empty where all were done at one depth
    /// @param stamped whether the head was put down and lifted, so that there is no speed
    /// @param onSkin time during which the head touched the zone; empty where nobody took it
    record Charted(
            ZoneId zone,
            Depth depth,
            List<Depth> depths,
            int passes,
            int directions,
            Optional<GlideSpeed> glide,
            boolean stamped,
            Optional<Duration> onSkin) {
        public Charted {
            depths = List.copyOf(depths);
        }
    }
}
