package org.stipple.clinic.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stipple.clinic.access.PatientId;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// What this clinic itself did to a person's skin. Sessions are recorded further down the line, and tell it
/// here, so that a screening never depends on somebody remembering a session.
public interface OwnNeedling {

    /// All sessions with anything charted or begun, newest first; skin remembers the last one that touched it,
    /// which may be an older one than the last of all.
    List<Needled> of(PatientId patient);

    /// As [#of], without one session: what was known when it began.
    List<Needled> apartFrom(PatientId patient, UUID session);

    /// A session.
    ///
    /// @param on its calendar day at the clinic's place
    /// @param deepest of everything charted in it; empty where nothing is charted yet
    /// @param zones charted in it; empty where nothing is charted yet, which stands for everywhere
    record Needled(LocalDate on, Optional<Depth> deepest, Set<ZoneId> zones) {
        public Needled {
            zones = Set.copyOf(zones);
        }

        boolean mayHaveTouched(ZoneId zone) {
            return zones.isEmpty() || zones.contains(zone);
        }
    }
}
