package org.stipple.clinic.messages;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Sha256;
import org.stipple.clinic.database.DataDirectory;

/// The links that people follow. What stands in one is derived from the message under a key of the
/// installation: 256 bits that cannot be guessed, the same at every attempt, and kept nowhere. The database has
/// their hash alone, so that who reads it cannot follow a link.
@Component
class Links {

    /// `design`: long enough for a holiday; who has not read it by then was called long before.
    static final Duration GOOD_FOR = Duration.ofDays(30);

    private final byte[] key;

    Links(DataDirectory directory) {
        this.key = directory.secrets().keyFor("links of messages");
    }

    /// The secret part of the link of a message.
    String token(UUID message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(message.toString().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    /// What is kept of it.
    static String hash(String token) {
        return Sha256.hex(token);
    }
}
