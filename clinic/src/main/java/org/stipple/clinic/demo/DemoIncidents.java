package org.stipple.clinic.demo;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.incident.Incident;
import org.stipple.clinic.incident.Incidents;
import org.stipple.clinic.incident.Protocols;

/// An incident of the demo, and the place where a clinic writes what it does then.
@Component
class DemoIncidents {

    private final Incidents incidents;
    private final Protocols protocols;
    private final ClinicClock clock;
    private final Ids ids;

    DemoIncidents(Incidents incidents, Protocols protocols, ClinicClock clock, Ids ids) {
        this.incidents = incidents;
        this.protocols = protocols;
        this.clock = clock;
        this.ids = ids;
    }

    void fill() {
        protocols.write(
                Incident.Kind.BLOOD_EXPOSURE,
                "This is the text of an invented clinic, and no advice.\n"
                        + "A clinic writes here what it does first, and whom it calls.",
                0);
        var why = incidents.record(
                ids.next(),
                new Incident.Told(
                        Incident.Kind.BROKEN_NEEDLE,
                        Incident.Affected.NOBODY,
                        "A needle was bent when the unit was unpacked (demo).",
                        "The unit was put aside before it touched anybody.",
                        Optional.of("lot DEMO24"),
                        Optional.empty(),
                        clock.now().minus(Duration.ofHours(1))),
                Optional.empty());
        if (!why.isEmpty()) {
            throw new IllegalStateException("the demo's incident was not written down: " + why);
        }
    }
}
