package org.stipple.cli;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.stipple.darkroom.Darkroom;
import org.stipple.imaging.Photo;
import org.stipple.imaging.UnusablePhoto;
import org.stipple.protocol.document.UnusableInput;

/// One photo of an archive, read once and decoded at most once, from the bytes that were read. For several
/// threads, because a baseline is compared with all that follow it.
final class ArchivePhoto {

    private final String name;
    private final Path path;
    private final Darkroom darkroom;
    private Optional<byte[]> bytes = Optional.empty();
    private Optional<String> sha256 = Optional.empty();
    private Optional<Photo> photo = Optional.empty();
    private Optional<UnusablePhoto> refusal = Optional.empty();

    /// @param name path from the root of the archive
    ArchivePhoto(String name, Path path, Darkroom darkroom) {
        this.name = name;
        this.path = path;
        this.darkroom = darkroom;
    }

    String name() {
        return name;
    }

    /// Of its bytes, in hexadecimal.
    ///
    /// @throws UnusableInput when they cannot be read
    synchronized String sha256() {
        refuse();
        if (sha256.isEmpty()) {
            try {
                byte[] read = new PhotoFile(path).bytes();
                bytes = Optional.of(read);
                sha256 = Optional.of(sha256(read));
            } catch (UnusablePhoto unusable) {
                refusal = Optional.of(unusable);
                refuse();
            }
        }
        return sha256.orElseThrow();
    }

    /// @throws UnusableInput saying what it is instead
    synchronized Photo photo() {
        sha256();
        if (photo.isEmpty()) {
            try {
                photo = Optional.of(darkroom.develop(bytes.orElseThrow()));
            } catch (UnusablePhoto unusable) {
                refusal = Optional.of(unusable);
            } finally {
                bytes = Optional.empty();
            }
            refuse();
        }
        return photo.orElseThrow();
    }

    private void refuse() {
        if (refusal.isPresent()) {
            throw new UnusableInput(name, String.valueOf(refusal.get().getMessage()), PhotoFile.EXPECTED);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
