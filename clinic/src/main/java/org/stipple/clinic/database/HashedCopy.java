package org.stipple.clinic.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/// Copies files, each synced, and says what they held. Tells every two seconds how far it is.
final class HashedCopy {

    private static final long TELL_EVERY_NANOS = 2_000_000_000L;
    private static final int BUFFER = 1 << 18;

    private final String what;
    private final long ofBytes;
    private final Consumer<String> progress;
    private final byte[] buffer = new byte[BUFFER];
    private long bytes;
    private long told = System.nanoTime();

    /// @param what is copied, for the line that tells of it
    /// @param ofBytes how much is expected
    HashedCopy(String what, long ofBytes, Consumer<String> progress) {
        this.what = what;
        this.ofBytes = ofBytes;
        this.progress = progress;
    }

    /// How much was copied.
    long bytes() {
        return bytes;
    }

    /// Copies one file, which may be gone by now.
    ///
    /// @throws java.nio.file.NoSuchFileException when it is
    BackupManifest.Content copy(Path from, Path to) throws IOException {
        MessageDigest digest = sha256();
        long before = bytes;
        try (InputStream in = Files.newInputStream(from)) {
            DurableFile.directory(Objects.requireNonNull(to.getParent()));
            try (FileChannel out = FileChannel.open(
                    to,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                    var part = ByteBuffer.wrap(buffer, 0, read);
                    while (part.hasRemaining()) {
                        out.write(part);
                    }
                    bytes += read;
                    tell();
                }
                out.force(true);
            }
        }
        return new BackupManifest.Content(HexFormat.of().formatHex(digest.digest()), bytes - before);
    }

    private void tell() {
        if (System.nanoTime() - told > TELL_EVERY_NANOS) {
            told = System.nanoTime();
            progress.accept(what + ": " + (bytes >> 20) + " of about " + (Math.max(bytes, ofBytes) >> 20) + " MB");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
