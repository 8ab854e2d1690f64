package org.stipple.clinic.invitation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Sha256;
import org.stipple.clinic.database.DataDirectory;

/// The secret part of links: 256 bits derived from the invitation under a key of the installation, so that it
/// can be shown again and is kept nowhere. The database has its hash alone.
@Component
class Secrets {

    private final byte[] key;

    Secrets(DataDirectory directory) {
        this.key = directory.secrets().keyFor("links of invitations");
    }

    String token(UUID invitation) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(invitation.toString().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    String path(Errand errand, UUID invitation) {
        return "/own/" + errand.id() + "/" + token(invitation);
    }

    static String hash(String token) {
        return Sha256.hex(token);
    }
}
