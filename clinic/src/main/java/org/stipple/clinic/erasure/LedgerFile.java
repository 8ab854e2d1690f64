package org.stipple.clinic.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.stipple.clinic.access.ClinicId;
import org.stipple.clinic.patient.RecordClass;

/// The ledger of erasures outside the database, a line for each: a restore brings back an older database, and
/// never touches this file. Each line is sealed under a key of the installation, so that nobody erases a record
/// by writing here. It names nobody.
final class LedgerFile {

    private static final String HEAD = "stipple-erasure-1";
    private static final int FIELDS = 6;

    private final Path file;
    private final byte[] key;

    /// @param key 32 bytes
    LedgerFile(Path file, byte[] key) {
        this.file = file;
        this.key = key.clone();
    }

    /// What is needed to erase once more.
    record Line(UUID erasure, ClinicId clinic, UUID record, RecordClass of) {

        static Line of(Erasure erasure) {
            return new Line(erasure.id(), erasure.clinic(), erasure.record(), erasure.of());
        }

        private String words() {
            return HEAD + " " + erasure + " " + clinic + " " + record + " " + of.id();
        }
    }

    /// @param strange how many whole lines are not sealed by this installation; they are left alone
    record Read(List<Line> lines, int strange) {
        Read {
            lines = List.copyOf(lines);
        }
    }

    /// What stands there. A last line that a power cut tore is none.
    Read read() {
        if (Files.notExists(file)) {
            return new Read(List.of(), 0);
        }
        try {
            var lines = new ArrayList<Line>();
            int strange = 0;
            String text = Files.readString(file);
            for (String line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                Optional<Line> read = parse(line);
                read.ifPresent(lines::add);
                strange += read.isPresent() || line.isBlank() ? 0 : 1;
            }
            return new Read(lines, strange);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the ledger of erasures cannot be read", unreadable);
        }
    }

    /// Writes lines that are not there yet, and returns when they are on the disk.
    ///
    /// @return how many were written
    int add(List<Line> lines) {
        var there = read().lines();
        var fresh = lines.stream().filter(line -> !there.contains(line)).toList();
        if (fresh.isEmpty()) {
            return 0;
        }
        var text = new StringBuilder();
        fresh.forEach(line ->
                text.append(line.words()).append(' ').append(seal(line.words())).append('\n'));
        try (var out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            // After the last whole line: a torn one is written over.
            long end = wholeLines(out);
            var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                end += out.write(bytes, end);
            }
            out.truncate(end);
            out.force(true);
        } catch (IOException failed) {
            throw new UncheckedIOException("the ledger of erasures could not be written", failed);
        }
        return fresh.size();
    }

    private static long wholeLines(FileChannel channel) throws IOException {
        long end = channel.size();
        var one = ByteBuffer.allocate(1);
        while (end > 0) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
            end--;
        }
        return 0;
    }

    private Optional<Line> parse(String line) {
        String[] fields = line.split(" ", -1);
        if (fields.length != FIELDS || !fields[0].equals(HEAD)) {
            return Optional.empty();
        }
        try {
            var read = new Line(
                    UUID.fromString(fields[1]),
                    new ClinicId(UUID.fromString(fields[2])),
                    UUID.fromString(fields[3]),
                    RecordClass.find(fields[4]).orElseThrow(IllegalArgumentException::new));
            boolean ours = MessageDigest.isEqual(
                    seal(read.words()).getBytes(StandardCharsets.US_ASCII),
                    fields[5].getBytes(StandardCharsets.US_ASCII));
            return ours ? Optional.of(read) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private String seal(String words) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }
}
