package org.stipple.clinic.messages;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Work that is looked for again and again for as long as the server runs, on a thread of its own. What fails
/// is tried again in the next round, whatever it was; the log names its class alone, because its message may
/// quote an address.
public abstract class Rounds implements SmartLifecycle {

    private final String name;
    private final Duration every;
    private final Duration last;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;
    private volatile Optional<Thread> thread = Optional.empty();

    /// @param name of the thread, after `stipple-`, and in the log
    /// @param every from the end of one round to the next; zero: never, for tests that look themselves
    /// @param last for how long the round that runs is waited for when the server stops
    protected Rounds(String name, Duration every, Duration last) {
        this.name = name;
        this.every = every;
        this.last = last;
    }

    /// Does what is due now.
    protected abstract void round();

    /// The server stops: the round that runs ends as soon as it can.
    protected void hurry() {}

    @Override
    public final void start() {
        running = true;
        if (every.isPositive()) {
            thread = Optional.of(
                    Thread.ofPlatform().daemon().name("stipple-" + name).start(this::work));
        }
    }

    private void work() {
        try {
            do {
                try {
                    round();
                } catch (RuntimeException | Error failed) {
                    LoggerFactory.getLogger(getClass())
                            .warn("{}: {}", name, failed.getClass().getName());
                }
            } while (!stopped.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final void stop() {
        running = false;
        hurry();
        stopped.countDown();
        try {
            if (thread.isPresent()) {
                thread.get().join(last);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}
