package org.stipple.clinic.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.ClinicId;
import org.stipple.clinic.access.PatientId;

/// Photos of which not everything has come yet: each a file that grows by sealed parts, so that half a face is
/// as unreadable on the disk as a whole one. No table knows of them, and no backup takes them along.
///
/// The name of a file is a keyed hash of whose it is: of another clinic, account or person nothing can be
/// asked. What was told of the photo is its first part and never changes. A part that a power cut tore is cut
/// off at the next opening; the sender sends it again.
final class HalfSent {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int TAG_BYTES = TAG_BITS / 8;
    private static final int LENGTH_BYTES = 4;
    private static final int LOCKS = 64;

    private final Path directory;
    private final byte[] key;
    private final RandomGenerator random;
    private final List<ReentrantLock> locks =
            IntStream.range(0, LOCKS).mapToObj(_ -> new ReentrantLock()).toList();

    /// @param key 32 bytes
    HalfSent(Path directory, byte[] key, RandomGenerator random) {
        this.directory = directory;
        this.key = key.clone();
        this.random = random;
    }

    /// Whose photo it is.
    ///
    /// @param upload made by the browser; of the photo, when it is whole
    record Whose(ClinicId clinic, AccountId account, PatientId patient, UUID upload) {
        private String words() {
            return "v1|" + clinic + "|" + account + "|" + patient + "|" + upload;
        }
    }

    /// What is there.
    ///
    /// @param told what was told of it at first
    /// @param bytes how many have come
    record Half(String told, long bytes) {}

    /// A part that does not go on from what is there.
    ///
    /// @param bytes how many have come
    record Added(boolean taken, long bytes) {}

    /// One sealed part within its file.
    private record Part(long at, int sealed) {
        int plain() {
            return sealed - NONCE_BYTES - TAG_BYTES;
        }
    }

    /// Begins, or finds what has begun.
    Half begin(Whose whose, String told, Instant now) {
        return alone(
                whose,
                () -> find(whose).orElseGet(() -> {
                    append(whose, 0, told.getBytes(StandardCharsets.UTF_8), now);
                    return new Half(told, 0);
                }));
    }

    /// @return empty when nothing of it has come, or all of it was stored
    Optional<Half> find(Whose whose) {
        return alone(whose, () -> {
            List<Part> parts = parts(whose);
            return parts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Half(new String(open(whose, parts, 0), StandardCharsets.UTF_8), came(parts)));
        });
    }

    /// Adds what follows. A part that is there already is there once; another in its place is not taken.
    ///
    /// @param from where in the photo it begins
    /// @return empty when nothing has begun
    Optional<Added> add(Whose whose, long from, byte[] bytes, Instant now) {
        return alone(whose, () -> {
            List<Part> parts = parts(whose);
            if (parts.isEmpty()) {
                return Optional.empty();
            }
            long came = came(parts);
            if (from > came || from < 0) {
                return Optional.of(new Added(false, came));
            }
            int known = (int) Math.min(came - from, bytes.length);
            byte[] before = known == 0 ? new byte[0] : between(whose, parts, from, from + known);
            if (!Arrays.equals(before, 0, known, bytes, 0, known)) {
                return Optional.of(new Added(false, came));
            }
            if (known == bytes.length) {
                return Optional.of(new Added(true, came));
            }
            append(whose, parts.size(), Arrays.copyOfRange(bytes, known, bytes.length), now);
            return Optional.of(new Added(true, came + bytes.length - known));
        });
    }

    /// Everything that has come.
    byte[] all(Whose whose) {
        return alone(whose, () -> {
            List<Part> parts = parts(whose);
            return between(whose, parts, 0, came(parts));
        });
    }

    /// It is stored elsewhere, or will not come.
    void forget(Whose whose) {
        alone(whose, () -> {
            try {
                return Files.deleteIfExists(file(whose));
            } catch (IOException kept) {
                throw new UncheckedIOException("a photo that was sent in parts could not be removed", kept);
            }
        });
    }

    /// Removes what nobody went on with since.
    void forgetOlderThan(Instant since) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (var files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException kept) {
            throw new UncheckedIOException("photos that were sent in parts could not be removed", kept);
        }
    }

    private static long came(List<Part> parts) {
        return parts.stream().skip(1).mapToLong(Part::plain).sum();
    }

    private byte[] between(Whose whose, List<Part> parts, long from, long to) {
        var bytes = new byte[(int) (to - from)];
        long at = 0;
        for (int number = 1; number < parts.size(); number++) {
            long end = at + parts.get(number).plain();
            if (end > from && at < to) {
                byte[] plain = open(whose, parts, number);
                long begin = Math.max(from, at);
                long stop = Math.min(to, end);
                System.arraycopy(plain, (int) (begin - at), bytes, (int) (begin - from), (int) (stop - begin));
            }
            at = end;
        }
        return bytes;
    }

    /// All whole parts; what was torn is cut off.
    private List<Part> parts(Whose whose) {
        Path file = file(whose);
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var parts = new ArrayList<Part>();
            long at = 0;
            while (at + LENGTH_BYTES <= channel.size()) {
                var length = ByteBuffer.allocate(LENGTH_BYTES);
                read(channel, length, at);
                int sealed = length.getInt(0);
                if (sealed < NONCE_BYTES + TAG_BYTES || at + LENGTH_BYTES + sealed > channel.size()) {
                    break;
                }
                parts.add(new Part(at + LENGTH_BYTES, sealed));
                at += LENGTH_BYTES + sealed;
            }
            if (at < channel.size()) {
                channel.truncate(at);
            }
            return parts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a photo that was sent in parts could not be read", unreadable);
        }
    }

    private byte[] open(Whose whose, List<Part> parts, int number) {
        Part part = parts.get(number);
        var sealed = ByteBuffer.allocate(part.sealed());
        try (var channel = FileChannel.open(file(whose), StandardOpenOption.READ)) {
            read(channel, sealed, part.at());
            byte[] nonce = Arrays.copyOf(sealed.array(), NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, whose, number, nonce)
                    .doFinal(sealed.array(), NONCE_BYTES, part.sealed() - NONCE_BYTES);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a photo that was sent in parts could not be read", unreadable);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException("a photo that was sent in parts is not what was sent", changed);
        }
    }

    private static void read(FileChannel channel, ByteBuffer into, long at) throws IOException {
        while (into.hasRemaining()) {
            if (channel.read(into, at + into.position()) < 0) {
                throw new IOException("the file ends before its part");
            }
        }
    }

    private void append(Whose whose, int number, byte[] plain, Instant now) {
        Path file = file(whose);
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            makeDirectory();
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, whose, number, nonce).doFinal(plain);
            var part = ByteBuffer.allocate(LENGTH_BYTES + NONCE_BYTES + sealed.length);
            part.putInt(NONCE_BYTES + sealed.length).put(nonce).put(sealed).flip();
            try (var out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                while (part.hasRemaining()) {
                    out.write(part);
                }
                out.force(true);
            }
            Files.setLastModifiedTime(file, FileTime.from(now));
        } catch (IOException failed) {
            throw new UncheckedIOException("this part of the photo could not be kept; what came before it is", failed);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("this part of the photo could not be encrypted", failed);
        }
    }

    private void makeDirectory() throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /// The number of a part is authenticated with it, so that none can be exchanged for another.
    private Cipher cipher(int mode, Whose whose, int number, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(keyed("key of half a photo " + whose.clinic()), "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((whose.words() + "|" + number).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private Path file(Whose whose) {
        return directory.resolve(HexFormat.of().formatHex(keyed("name of half a photo " + whose.words())) + ".half");
    }

    private byte[] keyed(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has HmacSHA256", missing);
        }
    }

    /// One request at a time works on a photo.
    private <T> T alone(Whose whose, Supplier<T> work) {
        ReentrantLock lock = locks.get(Math.floorMod(Objects.hash(whose.upload()), LOCKS));
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
