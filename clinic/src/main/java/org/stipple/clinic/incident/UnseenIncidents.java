package org.stipple.clinic.incident;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.treatment.AgainstStarting;
import org.stipple.clinic.treatment.Obstacle;
import org.stipple.clinic.web.Days;

/// An incident of a person's session that nobody has looked at stands against the next one: whoever was burned
/// is not needled again before somebody said why.
@Component
class UnseenIncidents implements AgainstStarting {

    private final IncidentStore store;

    UnseenIncidents(IncidentStore store) {
        this.store = store;
    }

    @Override
    public List<Obstacle> of(PatientId patient) {
        return store.of(patient).stream()
                .filter(Incident::staysInTheWay)
                .map(incident -> new Obstacle(
                        "An incident of "
                                + Days.full(incident.told()
                                        .at()
                                        .atZone(Acting.current().zone())
                                        .toLocalDate())
                                + " waits to be looked at: "
                                + incident.told().kind().words()
                                + ". Somebody else than whoever wrote it down looks at it first.",
                        Obstacle.Step.INCIDENT))
                .toList();
    }
}
