package org.stipple.clinic.followup;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.stipple.clinic.messages.Rounds;

/// Looks every few minutes for whom to ask, for as long as the server runs.
@Component
class AskingClock extends Rounds {

    private static final Duration LAST = Duration.ofSeconds(10);

    private final Asking asking;

    /// @param every zero: never, for tests that look themselves
    AskingClock(Asking asking, @Value("${stipple.follow-ups.every}") Duration every) {
        super("follow-ups", every, LAST);
        this.asking = asking;
    }

    @Override
    protected void round() {
        asking.askDue();
    }
}
