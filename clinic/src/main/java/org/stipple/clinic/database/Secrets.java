package org.stipple.clinic.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The one secret of an installation: 32 random bytes, from which every password and key is derived by purpose.
///
/// It is written once and never changed. Without it the database does not open, so it belongs into every
/// backup.
public final class Secrets {

    private static final String HEAD = "stipple-secret-1 ";
    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final byte[] secret;

    private Secrets(byte[] secret) {
        this.secret = secret;
    }

    /// Reads the secret, after having made it on the first start.
    ///
    /// @param mayBeMissing false where data exist that were written with a secret that must still be there
    static Secrets in(Path file, boolean mayBeMissing) throws IOException {
        if (Files.notExists(file)) {
            if (!mayBeMissing) {
                throw new CannotStart(
                        file + " is missing: without it the data beside it do not open; put it back from a backup");
            }
            byte[] fresh = new byte[BYTES];
            new SecureRandom().nextBytes(fresh);
            DurableFile.write(file, HEAD + Base64.getUrlEncoder().encodeToString(fresh) + "\n");
        }
        if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new CannotStart(file + " can be read by other people of this machine: run chmod 600 " + file);
        }
        return new Secrets(parse(file));
    }

    private static byte[] parse(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
        try {
            if (text.startsWith(HEAD)) {
                byte[] secret = Base64.getUrlDecoder().decode(text.substring(HEAD.length()));
                if (secret.length == BYTES) {
                    return secret;
                }
            }
        } catch (IllegalArgumentException notBase64) {
            throw new CannotStart(file + " is damaged: put it back from a backup", notBase64);
        }
        throw new CannotStart(file + " is damaged: put it back from a backup");
    }

    /// The key for one purpose: HMAC-SHA-256 of its name under the secret, 32 bytes. Different purposes give
    /// keys that say nothing about one another.
    public byte[] keyFor(String purpose) {
        return hmac(secret, "stipple/" + purpose);
    }

    /// What stands in the address of a thing that its address alone opens: 256 bits that cannot be guessed,
    /// derived under the key of the purpose, the same each time, and kept nowhere.
    public String tokenFor(String purpose, UUID thing) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(keyFor(purpose), thing.toString()));
    }

    private static byte[] hmac(byte[] key, String words) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    /// The password of a role of the database.
    String passwordOf(String role) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keyFor("role/" + role));
    }

    /// Names the secret without telling it, so that two installations that share a database can be told apart.
    String fingerprint() {
        return HexFormat.of().formatHex(keyFor("fingerprint"), 0, 8);
    }
}
