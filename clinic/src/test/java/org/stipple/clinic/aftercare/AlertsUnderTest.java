package org.stipple.clinic.aftercare;

import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.messages.Channel;

/// The rounds of the clock and of its alerts, for tests of pages.
public final class AlertsUnderTest {

    private AlertsUnderTest() {}

    public static void reachMe(ClinicUnderTest stipple, String address) {
        stipple.the(Alerts.class).reachMe(Channel.EMAIL, address);
    }

    public static void round(ClinicUnderTest stipple) {
        stipple.the(Escalation.class).stepDue();
        stipple.the(Alerts.class).sendDue();
    }
}
