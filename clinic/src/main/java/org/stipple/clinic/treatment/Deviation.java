package org.stipple.clinic.treatment;

import java.util.ArrayList;
import java.util.Optional;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.protocol.Course;
import org.stipple.protocol.ZonePlan;
import org.stipple.quantities.ZoneId;

/// How what was done departs from what was planned, in words.
final class Deviation {

    private Deviation() {}

    /// @return empty where it does not depart
    static Optional<String> of(Course course, ZoneId zone, Done done) {
        var planned = course.zones().stream().filter(each -> each.id() == zone).findFirst();
        return switch (planned.orElse(null)) {
            case null -> Optional.of("the zone is not in the course");
            case ZonePlan.Refused refused -> Optional.of("the course refuses this zone: " + refused.reason());
            case ZonePlan.Planned plan -> {
                var words = new ArrayList<String>();
                if (!done.depth().equals(plan.depth().chosen())) {
                    words.add("depth " + done.depth() + " instead of " + plan.depth().chosen());
                }
                if (done.passes() != plan.passes()) {
                    words.add(done.passes() + " passes instead of " + plan.passes());
                }
                if (done.directions() != plan.directions()) {
                    words.add(done.directions() + " directions instead of " + plan.directions());
                }
                yield words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
            }
        };
    }
}
