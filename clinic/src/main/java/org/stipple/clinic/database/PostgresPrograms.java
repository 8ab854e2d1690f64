package org.stipple.clinic.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// PostgreSQL's programs, ready to run.
///
/// @param log where each program's output goes
record PostgresPrograms(PostgresBinaries binaries, Launcher launcher, Path log) {

    /// Makes an empty database beside its place and renames it as a whole, so that a start that is killed
    /// half-way leaves nothing in it.
    void makeCluster(Path cluster, String superuserPassword) throws IOException {
        Path part = cluster.resolveSibling(cluster.getFileName() + ".part");
        Path password = cluster.resolveSibling("password");
        DurableFile.deleteTree(part);
        DurableFile.write(password, superuserPassword + "\n");
        try {
            // Text is compared by code point and upper case is Unicode's: neither changes with the system's
            // libraries,
            // so that an index never goes wrong when the machine is upgraded.
            run(
                    "initdb",
                    "--pgdata=" + part,
                    "--username=" + LocalPostgres.SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--data-checksums",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
        } finally {
            Files.deleteIfExists(password);
        }
        DurableFile.rename(part, cluster);
    }

    /// Starts the server and returns at once.
    Process startServer(Path cluster, String... more) throws IOException {
        var arguments = new java.util.ArrayList<>(List.of("-D", cluster.toString()));
        arguments.addAll(List.of(more));
        return launcher.program(binaries.program("postgres"), arguments.toArray(String[]::new))
                .redirectOutput(log.resolve(PostgresLog.START).toFile())
                .start();
    }

    /// Runs a program to its end.
    void run(String program, String... arguments) throws IOException {
        Path output = log.resolve(program + ".log");
        Process process = launcher.program(binaries.program(program), arguments)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                List<String> said = Files.readAllLines(output, StandardCharsets.ISO_8859_1);
                throw new CannotStart(program + " failed: " + (said.isEmpty() ? "it said nothing" : said.getLast()));
            }
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted during " + program);
        }
    }
}
