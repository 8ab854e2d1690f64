package org.stipple.clinic.aftercare;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.stipple.clinic.messages.Rounds;

/// Tells the staff what the clocks of open concerns left to be told, on a thread of its own: a mail server that
/// says nothing holds up no clock.
@Component
class AlertRounds extends Rounds {

    private static final Duration LAST_ALERT = Duration.ofSeconds(35);

    private final Alerts alerts;

    /// @param every zero: never, for tests that look themselves
    AlertRounds(Alerts alerts, @Value("${stipple.concerns.every}") Duration every) {
        super("alerts", every, LAST_ALERT);
        this.alerts = alerts;
    }

    @Override
    protected void round() {
        alerts.sendDue();
    }
}
