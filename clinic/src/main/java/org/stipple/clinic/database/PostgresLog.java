package org.stipple.clinic.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What the server says about itself, read when it does not start.
///
/// @param directory where its log files are
record PostgresLog(Path directory) {

    private static final Pattern FATAL = Pattern.compile("(?:FATAL|PANIC):\\s+(.*)");

    /// What a server says before its log is open; overwritten at each start.
    static final String START = "postgres-start.log";

    /// How long each file is now.
    Map<Path, Long> sizes() throws IOException {
        var sizes = new HashMap<Path, Long>();
        try (var logs = Files.newDirectoryStream(directory, "postgres-*.log")) {
            for (Path log : logs) {
                sizes.put(log, Files.size(log));
            }
        }
        return sizes;
    }

    /// The last reason that was given for an end since then.
    String fatalSince(Map<Path, Long> before) throws IOException {
        // What goes wrong very early is said before the log is open.
        List<String> early = Files.readAllLines(directory.resolve(START), StandardCharsets.ISO_8859_1);
        String why =
                early.isEmpty() ? "it ended without saying why; its log is in " + directory : String.join(" ", early);
        for (Path log : sizes().keySet()) {
            byte[] all = Files.readAllBytes(log);
            long old = before.getOrDefault(log, 0L);
            int from = old <= all.length ? (int) old : 0;
            var fatal = FATAL.matcher(new String(all, from, all.length - from, StandardCharsets.ISO_8859_1));
            while (fatal.find()) {
                why = fatal.group(1);
            }
        }
        return why;
    }
}
