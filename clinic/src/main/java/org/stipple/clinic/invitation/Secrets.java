package org.stipple.clinic.invitation;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Sha256;
import org.stipple.clinic.database.DataDirectory;

/// The secret part of links: 256 bits derived from the invitation under a key of the installation, so that it
/// can be shown again and is kept nowhere. The database has its hash alone.
@Component
class Secrets {

    private static final String PURPOSE = "links of invitations";

    private final org.stipple.clinic.database.Secrets secrets;

    Secrets(DataDirectory directory) {
        this.secrets = directory.secrets();
    }

    String token(UUID invitation) {
        return secrets.tokenFor(PURPOSE, invitation);
    }

    String path(Errand errand, UUID invitation) {
        return "/own/" + errand.id() + "/" + token(invitation);
    }

    static String hash(String token) {
        return Sha256.hex(token);
    }
}
