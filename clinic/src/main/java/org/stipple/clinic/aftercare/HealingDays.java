package org.stipple.clinic.aftercare;

import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.treatment.Session;
import org.stipple.protocol.Knowledge;

/// Where somebody is in the days after a session.
@Component
public class HealingDays {

    private final Knowledge knowledge;
    private final ClinicClock clock;

    HealingDays(Knowledge knowledge, ClinicClock clock) {
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /// Of a session, now, at the clinic's place.
    public Healing of(Session session) {
        return Healing.of(session, knowledge, clock.now(), Acting.current().zone());
    }
}
