package org.stipple.clinic.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A PostgreSQL process, known by the directory it works in. A number alone says little: it may have been
/// given to another program since, or belong to a process that is dead and not yet buried.
///
/// @param pid the number the system gave it
record ServerProcess(long pid) {

    private static final Path ALL = Path.of("/proc");

    /// What a server notes in its directory about itself.
    ///
    /// @param process its main process
    /// @param port where it listens
    record Noted(ServerProcess process, int port) {}

    /// Reads `postmaster.pid`. Empty where there is none, or none that is complete.
    static Optional<Noted> notedIn(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        try {
            // Lines 1 and 4 of the file (PostgreSQL source, miscadmin.h).
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new Noted(
                            new ServerProcess(Long.parseLong(lines.get(0).strip())),
                            Integer.parseInt(lines.get(3).strip())));
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    /// All living PostgreSQL processes of a database directory: the main one and its children.
    static List<ServerProcess> allIn(Path cluster) throws IOException {
        var found = new ArrayList<ServerProcess>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(ALL, "[0-9]*")) {
            for (Path process : processes) {
                var candidate = new ServerProcess(Long.parseLong(String.valueOf(process.getFileName())));
                if (candidate.worksIn(cluster)) {
                    found.add(candidate);
                }
            }
        }
        return found;
    }

    /// Whether it lives, is a PostgreSQL and works in this directory. A dead process has no working directory.
    boolean worksIn(Path cluster) {
        Path process = ALL.resolve(Long.toString(pid));
        try {
            Path directory = Files.readSymbolicLink(process.resolve("cwd"));
            Path program = Files.readSymbolicLink(process.resolve("exe"));
            return directory.equals(cluster.toRealPath())
                    && String.valueOf(program.getFileName()).startsWith("postgres");
        } catch (IOException gone) {
            return false;
        }
    }

    /// Whether the number is in use at all, be it by a process that is dead and not yet buried.
    boolean numberInUse() {
        return Files.exists(ALL.resolve(Long.toString(pid)));
    }

    /// Ends it at once. The write-ahead log makes that safe.
    void kill() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
}
