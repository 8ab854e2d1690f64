package org.stipple.clinic.database;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a backup holds, line by line: a word and what it says. Its last line is a seal (HMAC-SHA-256) under a
/// key of the installation, so that nobody without that key can change the backup and its manifest together.
///
/// @param facts when, by which program, of what, from where to where in the write-ahead log
/// @param rows by table, how many rows it had before and after the copy was made; in between lies the truth
/// @param files by path within the backup
public record BackupManifest(
        Map<String, String> facts, SortedMap<String, Between> rows, SortedMap<String, Content> files) {

    static final String FILE = "manifest";

    private static final String HEAD = "stipple-backup 1";
    private static final String SEAL = "seal ";

    public BackupManifest {
        facts = new LinkedHashMap<>(facts);
        rows = new TreeMap<>(rows);
        files = new TreeMap<>(files);
    }

    /// A number of rows that lies between two.
    public record Between(long atLeast, long atMost) {}

    /// What a file holds.
    public record Content(String sha256, long bytes) {}

    /// What one of the facts says; empty where it is not there.
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /// Bytes of all files.
    public long bytes() {
        return files.values().stream().mapToLong(Content::bytes).sum();
    }

    String text(Secrets secrets) {
        var text = new StringBuilder(HEAD).append('\n');
        facts.forEach(
                (name, words) -> text.append(name).append(' ').append(words).append('\n'));
        rows.forEach((table, between) -> text.append("rows ")
                .append(between.atLeast())
                .append(' ')
                .append(between.atMost())
                .append(' ')
                .append(table)
                .append('\n'));
        files.forEach((path, content) -> text.append("file ")
                .append(content.sha256())
                .append(' ')
                .append(content.bytes())
                .append(' ')
                .append(path)
                .append('\n'));
        return text + SEAL + seal(text.toString(), secrets) + "\n";
    }

    private static String seal(String text, Secrets secrets) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.keyFor("backup"), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    /// Reads it and proves that it is what was written.
    ///
    /// @throws BrokenBackup when there is none, when it breaks off, was changed, or belongs to another
    ///   installation
    static BackupManifest read(Path backup, Secrets secrets) throws IOException {
        Path file = backup.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new BrokenBackup(FILE, "not there", "a backup that was finished");
        }
        String text = text(file);
        int seal = text.lastIndexOf("\n" + SEAL) + 1;
        if (!text.startsWith(HEAD + "\n") || seal == 0 || !text.endsWith("\n")) {
            throw new BrokenBackup(FILE, "broken off or no manifest", "“" + HEAD + "” first and a seal last");
        }
        String body = text.substring(0, seal);
        var manifest = parse(body);
        if (!manifest.fact("key").equals(secrets.fingerprint())) {
            throw new BrokenBackup(
                    FILE,
                    "of an installation with the key " + manifest.fact("key"),
                    "the secrets file of that installation; the one given is " + secrets.fingerprint());
        }
        String given = text.substring(seal + SEAL.length()).strip();
        if (!MessageDigest.isEqual(
                given.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                seal(body, secrets).getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            throw new BrokenBackup(FILE, "changed after it was sealed", "what was written");
        }
        return manifest;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException damaged) {
            throw new BrokenBackup(FILE, "damaged", "text");
        }
    }

    private static BackupManifest parse(String body) {
        var facts = new LinkedHashMap<String, String>();
        var rows = new TreeMap<String, Between>();
        var files = new TreeMap<String, Content>();
        List<String> lines = body.lines().skip(1).toList();
        try {
            for (String line : lines) {
                if (line.startsWith("rows ")) {
                    String[] words = line.split(" ", 4);
                    rows.put(words[3], new Between(Long.parseLong(words[1]), Long.parseLong(words[2])));
                } else if (line.startsWith("file ")) {
                    String[] words = line.split(" ", 4);
                    files.put(words[3], new Content(words[1], Long.parseLong(words[2])));
                } else {
                    String[] words = line.split(" ", 2);
                    facts.put(words[0], words[1]);
                }
            }
        } catch (NumberFormatException | IndexOutOfBoundsException damaged) {
            throw new BrokenBackup(
                    FILE, "damaged: " + Objects.requireNonNullElse(damaged.getMessage(), ""), "lines of it");
        }
        return new BackupManifest(facts, rows, files);
    }
}
