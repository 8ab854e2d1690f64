package org.stipple.clinic.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// What time it is for the clinic of whoever acts.
@Component
public class ClinicClock {

    private final Clock clock;

    ClinicClock(Clock clock) {
        this.clock = clock;
    }

    /// The moment.
    public Instant now() {
        return clock.instant();
    }

    /// The calendar day at the clinic's place.
    public LocalDate today() {
        return LocalDate.ofInstant(now(), Acting.current().zone());
    }
}
