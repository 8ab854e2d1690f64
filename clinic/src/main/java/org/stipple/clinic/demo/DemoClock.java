package org.stipple.clinic.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that can be set back, so that the demo's people have a past. When the clinic is filled it tells the true time.
public final class DemoClock extends Clock {

    private final AtomicReference<Duration> back = new AtomicReference<>(Duration.ZERO);
    private final Clock truth;

    public DemoClock() {
        this(Clock.systemUTC());
    }

    DemoClock(Clock truth) {
        this.truth = truth;
    }

    /// Sets it back by so many days from now; 0 for the present.
    void daysAgo(int days) {
        back.set(Duration.ofDays(days));
    }

    @Override
    public Instant instant() {
        return truth.instant().minus(back.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
