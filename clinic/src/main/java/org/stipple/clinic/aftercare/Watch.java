package org.stipple.clinic.aftercare;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks at the clocks of open concerns every few seconds for as long as the server runs, and tells whom they name.
@Component
class Watch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration LAST_ALERT = Duration.ofSeconds(35);

    private final Escalation escalation;
    private final Alerts alerts;
    private final Duration every;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;
    private volatile Optional<Thread> thread = Optional.empty();

    /// @param every zero: never, for tests that look themselves
    Watch(Escalation escalation, Alerts alerts, @Value("${stipple.concerns.every}") Duration every) {
        this.escalation = escalation;
        this.alerts = alerts;
        this.every = every;
    }

    @Override
    public void start() {
        running = true;
        if (every.isPositive()) {
            thread = Optional.of(
                    Thread.ofPlatform().daemon().name("stipple-concerns").start(this::work));
        }
    }

    private void work() {
        try {
            do {
                look();
            } while (!stopped.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /// What fails is tried again at the next look: nothing is claimed beyond its own transaction.
    private void look() {
        try {
            escalation.stepDue();
            alerts.sendDue();
        } catch (RuntimeException failed) {
            // Its class alone: a message may quote an address.
            LOG.warn("concerns: {}", failed.getClass().getName());
        }
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        try {
            if (thread.isPresent()) {
                thread.get().join(LAST_ALERT);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
