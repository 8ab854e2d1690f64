package org.stipple.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stipple.protocol.document.UnusableInput;

/// A file that a command writes beside its answer. It is there whole or not at all.
///
/// @param option that names it
record OutFile(String option, Path path) {

    private static final String EXPECTED = "a file in a directory that can be written";

    /// The option's file, found to be writable before anything is computed; empty where the option is not given.
    ///
    /// @param read files that are read: what was asked must not be lost for its answer
    /// @throws UnusableInput when it could not be written
    static Optional<OutFile> of(String option, @Nullable Path path, List<Path> read) {
        if (path == null) {
            return Optional.empty();
        }
        var directory = path.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new UnusableInput(option, path + ", whose directory is not there", EXPECTED);
        }
        if (Files.exists(path) ? !Files.isRegularFile(path) || !Files.isWritable(path) : !Files.isWritable(directory)) {
            throw new UnusableInput(option, path + ", which cannot be written", EXPECTED);
        }
        if (read.stream().anyMatch(each -> isSame(path, each))) {
            throw new UnusableInput(option, path + ", which is a file that is read", "another file");
        }
        return Optional.of(new OutFile(option, path));
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException unreadable) {
            return false; // whoever reads it says so
        }
    }

    /// Writes all files, or none of them.
    ///
    /// @throws UnusableInput when one cannot be written
    static void write(Map<OutFile, byte[]> contents) {
        List<Path> drafts = new ArrayList<>();
        try {
            for (var each : contents.entrySet()) {
                drafts.add(each.getKey().draft(each.getValue()));
            }
            int next = 0;
            for (var file : contents.keySet()) {
                file.put(drafts.get(next++));
            }
        } finally {
            drafts.forEach(OutFile::remove);
        }
    }

    private Path draft(byte[] content) {
        Optional<Path> begun = Optional.empty();
        try {
            // Not a temporary file of the library, which nobody else could read.
            begun = Optional.of(target().resolveSibling(
                            ".stipple-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part"));
            return Files.write(begun.get(), content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException unwritable) {
            begun.ifPresent(OutFile::remove);
            throw refused(unwritable);
        }
    }

    /// Where a link leads.
    private Path target() throws IOException {
        return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    }

    private void put(Path draft) {
        try {
            Files.move(draft, target(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw refused(unwritable);
        }
    }

    private UnusableInput refused(IOException why) {
        return new UnusableInput(option, path + fault(why), EXPECTED);
    }

    /// A full disk is said so: who reads no more than that it cannot be written looks at rights.
    static String fault(IOException why) {
        String said = String.valueOf(why.getMessage()).toLowerCase(Locale.ROOT);
        return said.contains("no space left") || said.contains("quota exceeded")
                ? ", for which no space is left on the disk"
                : ", which cannot be written";
    }

    private static void remove(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException stays) {
            // An invisible draft beside the file harms nobody, and the message about the file matters more.
            return;
        }
    }
}
