package org.stipple.protocol;

import java.util.Optional;
import org.stipple.quantities.Depth;

/// Something that is expected after a session.
///
/// @param event for the professional
/// @param patientWords for the patient
/// @param fromDay since the session, which is day 0
/// @param toDay last day on which it is expected; what lasts longer is looked at
/// @param depth set depths of which it is said; empty for all
public record ExpectedHealing(
        String id, String event, String patientWords, int fromDay, int toDay, Optional<SetDepths> depth, Basis basis) {

    /// Set depths from one to another, both inside.
    public record SetDepths(Depth shallowest, Depth deepest) {}

    /// Whether it is expected on a day after a session at a depth.
    ///
    /// @param day since the session, which is day 0
    public boolean isExpected(int day, Depth set) {
        return fromDay <= day
                && day <= toDay
                && depth.map(range -> range.shallowest().compareTo(set) <= 0 && set.compareTo(range.deepest()) <= 0)
                        .orElse(true);
    }
}
