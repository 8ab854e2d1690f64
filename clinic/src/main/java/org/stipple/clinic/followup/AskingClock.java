package org.stipple.clinic.followup;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks every few minutes for whom to ask, for as long as the server runs.
@Component
class AskingClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AskingClock.class);
    private static final Duration LAST = Duration.ofSeconds(10);

    private final Asking asking;
    private final Duration every;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;
    private volatile Optional<Thread> thread = Optional.empty();

    /// @param every zero: never, for tests that look themselves
    AskingClock(Asking asking, @Value("${stipple.follow-ups.every}") Duration every) {
        this.asking = asking;
        this.every = every;
    }

    @Override
    public void start() {
        running = true;
        if (every.isPositive()) {
            thread = Optional.of(
                    Thread.ofPlatform().daemon().name("stipple-follow-ups").start(this::work));
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

    /// What fails is tried again at the next look.
    private void look() {
        try {
            asking.askDue();
        } catch (RuntimeException failed) {
            // Its class alone: a message may quote an address.
            LOG.warn("follow-ups: {}", failed.getClass().getName());
        }
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        try {
            if (thread.isPresent()) {
                thread.get().join(LAST);
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
