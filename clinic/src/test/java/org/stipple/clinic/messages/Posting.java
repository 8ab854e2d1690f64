package org.stipple.clinic.messages;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.stipple.clinic.ClinicUnderTest;

/// Sends what is due to a mail server of this machine.
public final class Posting {

    private Posting() {}

    /// @return how many letters were tried
    public static int byMail(ClinicUnderTest stipple, int port) {
        return stipple.the(Outbox.class)
                .sendDue(List.of(new MailPost(
                        new MessageSettings.Mail("127.0.0.1", port, false, Optional.empty(), "post@hillside.example"),
                        Clock.systemUTC())));
    }
}
