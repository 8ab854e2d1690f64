package org.stipple.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// The text of the project, as it lies in the source tree.
final class Sources {

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", ".vscode", "node_modules");

    /// The directory that holds all modules.
    static final Path ROOT = root();

    private Sources() {}

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.<Path>iterate(here, Objects::nonNull, Path::getParent)
                .filter(directory -> Files.isRegularFile(directory.resolve("stipple")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(here + " is not inside the source tree"));
    }

    /// Names of the directories that are modules, in the order of the alphabet.
    static List<String> modules() {
        try (var directories = Files.list(ROOT)) {
            return directories
                    .filter(directory -> Files.isRegularFile(directory.resolve("pom.xml")))
                    .map(directory -> directory.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Java files that people wrote, below a directory of the source tree such as `dose/src/main`; none where
    /// there is no such directory.
    static List<Path> java(String directory) {
        return below(ROOT.resolve(directory)).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /// Every file that belongs to the project.
    static List<Path> everything() {
        return below(ROOT);
    }

    private static List<Path> below(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var entries = Files.list(directory)) {
            return entries.sorted()
                    .filter(entry -> !NOT_OURS.contains(entry.getFileName().toString()))
                    .flatMap(entry -> Files.isDirectory(entry) ? below(entry).stream() : Stream.of(entry))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
