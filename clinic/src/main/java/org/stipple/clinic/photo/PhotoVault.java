package org.stipple.clinic.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.stipple.clinic.access.ClinicId;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Sha256;

/// Files of photos, each encrypted with AES-256-GCM under a key of its clinic.
///
/// The name of a file is a keyed hash of clinic, patient and content, so that equal photos of two people do
/// not look alike. Clinic, patient and content hash are authenticated with it: a file put in another's place,
/// or changed by one bit, fails at the next read. A photo is on the disk, synced, before the database says
/// that it exists.
public final class PhotoVault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path directory;
    private final byte[] masterKey;
    private final RandomGenerator random;

    /// @param masterKey 32 bytes
    public PhotoVault(Path directory, byte[] masterKey, RandomGenerator random) {
        if (masterKey.length != 32) {
            throw new IllegalArgumentException("the master key has 32 bytes, this one " + masterKey.length);
        }
        this.directory = directory;
        this.masterKey = masterKey.clone();
        this.random = random;
    }

    /// Stores bytes and gives their SHA-256. Storing the same again changes nothing.
    String put(ClinicId clinic, PatientId patient, byte[] bytes) {
        String sha256 = Sha256.hex(bytes);
        Path file = file(clinic, patient, sha256);
        Path folder = Objects.requireNonNull(file.getParent());
        if (isWhole(clinic, patient, sha256)) {
            return sha256;
        }
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Files.createDirectories(folder);
            sync(directory);
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, clinic, patient, sha256, nonce).doFinal(bytes);
            Path fresh = Files.createTempFile(folder, "new-", ".tmp");
            try (var out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                for (var part : new ByteBuffer[] {ByteBuffer.wrap(nonce), ByteBuffer.wrap(sealed)}) {
                    while (part.hasRemaining()) {
                        out.write(part);
                    }
                }
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(folder);
            return sha256;
        } catch (IOException failed) {
            throw new UncheckedIOException("the photo could not be stored; nothing was changed", failed);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("the photo could not be encrypted; nothing was changed", failed);
        }
    }

    /// Whether it is there already and undamaged; a damaged one is written anew.
    private boolean isWhole(ClinicId clinic, PatientId patient, String sha256) {
        Path file = file(clinic, patient, sha256);
        if (!Files.exists(file)) {
            return false;
        }
        try {
            get(clinic, patient, sha256);
            sync(Objects.requireNonNull(file.getParent()));
            return true;
        } catch (DamagedPhoto | IOException damaged) {
            return false;
        }
    }

    /// Reads bytes and proves that they are those that were stored.
    ///
    /// @throws DamagedPhoto when the file is gone, was changed, or belongs to somebody else
    byte[] get(ClinicId clinic, PatientId patient, String sha256) {
        try {
            byte[] stored = Files.readAllBytes(file(clinic, patient, sha256));
            var nonce = java.util.Arrays.copyOf(stored, NONCE_BYTES);
            byte[] bytes = cipher(Cipher.DECRYPT_MODE, clinic, patient, sha256, nonce)
                    .doFinal(stored, NONCE_BYTES, stored.length - NONCE_BYTES);
            if (!Sha256.hex(bytes).equals(sha256)) {
                throw new DamagedPhoto(new IllegalStateException("content hash differs"));
            }
            return bytes;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException damaged) {
            throw new DamagedPhoto(damaged);
        }
    }

    private Cipher cipher(int mode, ClinicId clinic, PatientId patient, String sha256, byte[] nonce)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(keyed("key of clinic " + clinic), "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(identity(clinic, patient, sha256).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /// Under which name a photo is kept: 64 hexadecimal digits that tell nothing without the key.
    String name(ClinicId clinic, PatientId patient, String sha256) {
        return HexFormat.of().formatHex(keyed("name of " + identity(clinic, patient, sha256)));
    }

    /// Destroys a file for good. One that is gone already is fine.
    ///
    /// @param name as [#name] gives it
    void destroy(String name) {
        if (!name.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no name of a photo's file");
        }
        Path file = file(name);
        try {
            if (Files.deleteIfExists(file)) {
                sync(Objects.requireNonNull(file.getParent()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the file of a photo could not be destroyed", failed);
        }
    }

    private Path file(ClinicId clinic, PatientId patient, String sha256) {
        return file(name(clinic, patient, sha256));
    }

    private Path file(String name) {
        return directory.resolve(name.substring(0, 2)).resolve(name.substring(2) + ".sealed");
    }

    private static String identity(ClinicId clinic, PatientId patient, String sha256) {
        return "v1|" + clinic + "|" + patient + "|" + sha256;
    }

    private byte[] keyed(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(masterKey, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has HmacSHA256", missing);
        }
    }

    private static void sync(Path directory) throws IOException {
        try (var entry = FileChannel.open(directory, StandardOpenOption.READ)) {
            entry.force(true);
        }
    }

    /// The stored file is not what was stored. It is never shown.
    public static final class DamagedPhoto extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DamagedPhoto(Throwable cause) {
            super("this photo is damaged or gone and is not shown; restore it from a backup", cause);
        }
    }
}
