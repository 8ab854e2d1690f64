package org.stipple.clinic.aftercare;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.treatment.AgainstStarting;
import org.stipple.clinic.treatment.Obstacle;
import org.stipple.clinic.web.Days;

/// What a person reported after a session and nobody has closed stands against their next one: whoever treats
/// has spoken with them, or seen them, first.
@Component
class OpenConcerns implements AgainstStarting {

    private final ConcernStore store;

    OpenConcerns(ConcernStore store) {
        this.store = store;
    }

    @Override
    public List<Obstacle> of(PatientId patient) {
        var zone = Acting.current().zone();
        return store.of(patient).stream()
                .filter(concern -> concern.closed().isEmpty())
                .map(concern -> new Obstacle(
                        "What the person reported on "
                                + Days.moment(concern.raisedAt(), zone)
                                + " is not closed. Speak with them or see them, and say what came of it.",
                        Obstacle.Step.CONCERN))
                .toList();
    }
}
