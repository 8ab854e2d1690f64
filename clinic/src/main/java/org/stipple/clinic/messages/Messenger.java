package org.stipple.clinic.messages;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks into the outbox every few seconds for as long as the server runs. What it has claimed when it is
/// stopped it finishes.
@Component
class Messenger implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);
    private static final Duration LAST_LETTER = Duration.ofSeconds(35);

    private final Outbox outbox;
    private final Duration every;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;
    private volatile Optional<Thread> thread = Optional.empty();

    /// @param every zero: never, for tests that look themselves
    Messenger(Outbox outbox, @Value("${stipple.messages.every}") Duration every) {
        this.outbox = outbox;
        this.every = every;
    }

    @Override
    public void start() {
        running = true;
        if (every.isPositive()) {
            thread = Optional.of(
                    Thread.ofPlatform().daemon().name("stipple-messages").start(this::work));
        }
    }

    private void work() {
        try {
            do {
                try {
                    outbox.sendDue();
                } catch (RuntimeException failed) {
                    // Its class alone: a message may quote an address. What was claimed is claimed again when its
                    // lease ends.
                    LOG.warn("messages: {}", failed.getClass().getName());
                }
            } while (!stopped.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        outbox.stop();
        stopped.countDown();
        try {
            if (thread.isPresent()) {
                thread.get().join(LAST_LETTER);
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
