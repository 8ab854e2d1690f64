package org.stipple.clinic.adverse;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.treatment.AgainstStarting;
import org.stipple.clinic.treatment.Obstacle;
import org.stipple.clinic.web.Days;

/// An adverse event that is not over stands against the next session of the person. A reaction that is expected
/// and within its time does not: the interval of the course keeps the needle away from skin that still shows
/// it.
@Component
class StandingEvents implements AgainstStarting {

    private final AdverseStore store;
    private final ClinicClock clock;

    StandingEvents(AdverseStore store, ClinicClock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Obstacle> of(PatientId patient) {
        var zone = Acting.current().zone();
        return store.of(patient).stream()
                .filter(AdverseEvent::stands)
                .filter(event -> event.nature(clock.today(), zone) == Nature.ADVERSE_EVENT)
                .map(event -> new Obstacle(
                        "An adverse event opened on "
                                + Days.full(event.openedAt().atZone(zone).toLocalDate()) + " is not over: "
                                + event.said().kind().words() + " ("
                                + event.said().outcome().words()
                                + "). A clinician says that it is over, or a supervising clinician that treatment may go"
                                + " on, and why.",
                        Obstacle.Step.ADVERSE_EVENT))
                .toList();
    }
}
