package org.stipple.clinic.messages;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Looks into the outbox every few seconds for as long as the server runs. What it has claimed when it is
/// stopped it finishes.
@Component
class Messenger extends Rounds {

    private static final Duration LAST_LETTER = Duration.ofSeconds(35);

    private final Outbox outbox;

    /// @param every zero: never, for tests that look themselves
    Messenger(Outbox outbox, @Value("${stipple.messages.every}") Duration every) {
        super("messages", every, LAST_LETTER);
        this.outbox = outbox;
    }

    /// What was claimed when it failed is claimed again when its lease ends.
    @Override
    protected void round() {
        outbox.sendDue();
    }

    @Override
    protected void hurry() {
        outbox.stop();
    }
}
