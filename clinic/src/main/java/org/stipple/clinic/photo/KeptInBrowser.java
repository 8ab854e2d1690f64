package org.stipple.clinic.photo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.stipple.clinic.access.Actor;

/// The key under which a browser keeps photos that it could not send yet. It is given to whoever is signed in
/// and is the same at every sign-in of that account: what lies on the disk of a tablet opens for the account
/// that took it, and for nobody who found the tablet.
public final class KeptInBrowser {

    private final byte[] master;

    /// @param master 32 bytes
    KeptInBrowser(byte[] master) {
        this.master = master.clone();
    }

    /// 32 bytes in Base64.
    public String keyOf(Actor actor) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(master, "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(
                            mac.doFinal((actor.clinic() + "|" + actor.account()).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has HmacSHA256", missing);
        }
    }
}
