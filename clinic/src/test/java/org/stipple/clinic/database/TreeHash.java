package org.stipple.clinic.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything in a directory, byte by byte, to compare before and after.
final class TreeHash {

    private TreeHash() {}

    static SortedMap<String, String> of(Path tree) throws IOException {
        var found = new TreeMap<String, String>();
        try (var paths = Files.walk(tree)) {
            paths.forEach(path -> found.put(tree.relativize(path).toString(), describe(path)));
        }
        return found;
    }

    private static String describe(Path path) {
        try {
            return Files.getPosixFilePermissions(path) + " " + Files.getLastModifiedTime(path) + " "
                    + (Files.isRegularFile(path) ? HexFormat.of().formatHex(Files.readAllBytes(path)) : "-");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
