package org.stipple.clinic.aftercare;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.stipple.clinic.messages.Rounds;

/// Looks at the clocks of open concerns every few seconds for as long as the server runs, and tells whom they
/// name.
@Component
class Watch extends Rounds {

    private static final Duration LAST_ALERT = Duration.ofSeconds(35);

    private final Escalation escalation;
    private final Alerts alerts;

    /// @param every zero: never, for tests that look themselves
    Watch(Escalation escalation, Alerts alerts, @Value("${stipple.concerns.every}") Duration every) {
        super("concerns", every, LAST_ALERT);
        this.escalation = escalation;
        this.alerts = alerts;
    }

    /// Nothing is claimed beyond its own transaction.
    @Override
    protected void round() {
        escalation.stepDue();
        alerts.sendDue();
    }
}
