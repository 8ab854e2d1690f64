package org.stipple.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Indication;
import org.stipple.quantities.ZoneId;

/// How an indication is needled, as far as it is known.
///
/// @param zones where it can be
/// @param schedule how deep and how often; empty for what is not offered, which a rule refuses
/// @param evidence what was found, in a sentence
public record Treatment(
        Indication id, Set<ZoneId> zones, Optional<Schedule> schedule, String evidence, List<Citation> sources) {

    /// How deep and how often.
    ///
    /// @param shallowest below this nothing is expected
    /// @param preferred the depth that is planned where nothing else binds
    /// @param deepest without a signature
    /// @param deepestSigned with a signature
    /// @param sessions in number
    /// @param intervalDays between sessions
    /// @param shortestSignedDays shortest interval with a signature
    /// @param assessAtDays days after the last session at which the result is judged
    /// @param maintenance what is known about keeping the result
    public record Schedule(
            Depth shallowest,
            Depth preferred,
            Depth deepest,
            Depth deepestSigned,
            CourseSchedule.Choice sessions,
            CourseSchedule.Choice intervalDays,
            int shortestSignedDays,
            List<Integer> assessAtDays,
            String maintenance) {
        public Schedule {
            assessAtDays = List.copyOf(assessAtDays);
            if (shallowest.compareTo(preferred) > 0
                    || preferred.compareTo(deepest) > 0
                    || deepest.compareTo(deepestSigned) > 0) {
                throw new IllegalArgumentException("depths must ascend: shallowest, preferred, deepest, signed");
            }
        }
    }

    public Treatment {
        zones = Set.copyOf(zones);
        sources = List.copyOf(sources);
    }
}
