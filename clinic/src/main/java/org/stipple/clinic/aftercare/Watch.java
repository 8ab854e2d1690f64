package org.stipple.clinic.aftercare;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.stipple.clinic.messages.Rounds;

/// Looks at the clocks of open concerns every few seconds for as long as the server runs. It waits for nobody
/// outside: whom the clocks name is told on another thread ([AlertRounds]).
@Component
class Watch extends Rounds {

    private static final Duration LAST_STEP = Duration.ofSeconds(5);

    private final Escalation escalation;

    /// @param every zero: never, for tests that look themselves
    Watch(Escalation escalation, @Value("${stipple.concerns.every}") Duration every) {
        super("concerns", every, LAST_STEP);
        this.escalation = escalation;
    }

    /// Nothing is claimed beyond its own transaction.
    @Override
    protected void round() {
        escalation.stepDue();
    }
}
