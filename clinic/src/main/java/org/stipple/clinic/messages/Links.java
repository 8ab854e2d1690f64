package org.stipple.clinic.messages;

import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Sha256;
import org.stipple.clinic.database.DataDirectory;
import org.stipple.clinic.database.Secrets;

/// The links that people follow. What stands in one is derived from the message under a key of the
/// installation: 256 bits that cannot be guessed, the same at every attempt, and kept nowhere. The database has
/// their hash alone, so that who reads it cannot follow a link.
@Component
class Links {

    /// `design`: long enough for a holiday; who has not read it by then was called long before.
    static final Duration GOOD_FOR = Duration.ofDays(30);

    private static final String PURPOSE = "links of messages";

    private final Secrets secrets;

    Links(DataDirectory directory) {
        this.secrets = directory.secrets();
    }

    /// The secret part of the link of a message.
    String token(UUID message) {
        return secrets.tokenFor(PURPOSE, message);
    }

    /// What is kept of it.
    static String hash(String token) {
        return Sha256.hex(token);
    }
}
