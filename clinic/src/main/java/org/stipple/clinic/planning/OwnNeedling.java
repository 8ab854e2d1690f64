package org.stipple.clinic.planning;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stipple.clinic.access.PatientId;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// What this clinic itself did to a person's skin. Sessions are recorded further down the line, and tell it
/// here, so that a screening never depends on somebody remembering the last session.
public interface OwnNeedling {

    /// The newest session with anything charted or begun; empty before the first.
    Optional<Needled> last(PatientId patient);

    /// The newest session apart from this one: what was known when it began; empty where it is the only one.
    Optional<Needled> apartFrom(PatientId patient, UUID session);

    /// @param on calendar day of the newest session at the clinic's place
    /// @param deepest of everything charted in it; empty where nothing is charted yet
    /// @param sessions all sessions so far
    /// @param zones charted in it; empty where nothing is charted yet, which stands for everywhere
    record Needled(LocalDate on, Optional<Depth> deepest, int sessions, Set<ZoneId> zones) {
        public Needled {
            zones = Set.copyOf(zones);
        }
    }
}
