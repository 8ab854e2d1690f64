package org.stipple.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What an earlier start of `measure-all` left: whatever is in the file, no line comes out of it that is not in
/// it.
final class FuzzAnswers implements FuzzTarget {

    private static final String LINE =
            "{\"series\":\"a\",\"baseline\":\"a/1.jpg\",\"followup\":null,\"sha256\":{\"settings\":\"0\",\"baseline\":\"1\",\"followup\":null},\"zones\":[]}\n";

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                LINE.getBytes(StandardCharsets.UTF_8),
                (LINE + LINE.replace("\"a", "\"b") + LINE.substring(0, 60)).getBytes(StandardCharsets.UTF_8),
                "{\"series\":\"a\",\"baseline\":null,\"followup\":null,\"error\":\"no\"}\n\n[]\n{\"series\":1}\n"
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void read(byte[] bytes) {
        try {
            Path file = Files.createTempFile("fuzz", ".ndjson");
            try {
                Files.write(file, bytes);
                var text = new String(bytes, StandardCharsets.ISO_8859_1);
                KeptAnswers.eachLine(file, (_, line) -> {
                    String found = new String(line, StandardCharsets.ISO_8859_1);
                    if (!found.endsWith("\n") || !text.contains(found) || found.indexOf('\n') < found.length() - 1) {
                        throw new AssertionError("no line of the file: " + found);
                    }
                });
                try (var kept = KeptAnswers.in(file)) {
                    kept.of("a");
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// As a fuzzer calls it.
    public static void fuzzerTestOneInput(byte[] bytes) {
        new FuzzAnswers().read(bytes);
    }
}
