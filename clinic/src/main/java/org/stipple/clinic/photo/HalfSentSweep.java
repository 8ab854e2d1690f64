package org.stipple.clinic.photo;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.ClinicClock;

/// Removes what came in part and was never gone on with, also where nobody takes photos any more.
@Component
final class HalfSentSweep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HalfSentSweep.class);
    private static final int EVERY_MINUTES = 60;

    private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stipple-half-sent").factory());

    HalfSentSweep(HalfSent halves, ClinicClock clock) {
        var unused = work.scheduleWithFixedDelay(() -> sweep(halves, clock), 1, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    private static void sweep(HalfSent halves, ClinicClock clock) {
        try {
            halves.forgetOlderThan(clock.now().minus(Uploads.KEPT));
        } catch (RuntimeException failed) {
            LOG.warn("half-sent photos: {}", failed.getClass().getName());
        }
    }

    @Override
    public void close() {
        work.shutdownNow();
    }
}
