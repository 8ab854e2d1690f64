package org.stipple.clinic.planning;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.PatientId;
import org.stipple.protocol.ZonePlan;
import org.stipple.quantities.ZoneId;

/// The zones that a course plans.
@Component
public class PlannedZones {

    private final CourseStore store;

    PlannedZones(CourseStore store) {
        this.store = store;
    }

    /// The person's record has been opened in the same transaction.
    ///
    /// @return none where there is no such course
    public Set<ZoneId> of(PatientId patient, UUID course) {
        return store.course(patient, course)
                .map(CourseRecord::plan)
                .map(PlannedZones::of)
                .orElse(Set.of());
    }

    /// Those of a course that is at hand.
    public static Set<ZoneId> of(CourseRecord.Plan plan) {
        return plan.course().planned().stream().map(ZonePlan.Planned::id).collect(Collectors.toUnmodifiableSet());
    }
}
