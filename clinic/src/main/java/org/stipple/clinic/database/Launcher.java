package org.stipple.clinic.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How PostgreSQL's programs are started: in a session of their own, so that Ctrl-C in the terminal reaches
/// Stipple alone and the database is stopped in order; and, because they refuse to run as root, in a user
/// namespace without privileges where Stipple runs as root.
///
/// @param before the words in front of the program
record Launcher(List<String> before) {

    private static final List<String> WITHOUT_ROOT = List.of("unshare", "-U");

    Launcher {
        before = List.copyOf(before);
    }

    static Launcher forThisUser() throws IOException {
        var before = new ArrayList<String>();
        if (Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            refuseUnlessItWorks(WITHOUT_ROOT);
            before.addAll(WITHOUT_ROOT);
        }
        before.add("setsid");
        return new Launcher(before);
    }

    /// @throws CannotStart where root cannot give up its privileges
    static void refuseUnlessItWorks(List<String> withoutRoot) {
        var words = new ArrayList<>(withoutRoot);
        words.add("true");
        boolean works;
        try {
            works = new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            works = false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted", interrupted);
        }
        if (!works) {
            throw new CannotStart("PostgreSQL refuses to run as root, and user namespaces are switched off here: "
                    + "start Stipple as an ordinary user");
        }
    }

    /// Prepares a program. It inherits nothing of Stipple's environment.
    ProcessBuilder program(Path program, String... arguments) {
        var words = new ArrayList<>(before);
        words.add(program.toString());
        words.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(words).redirectInput(Path.of("/dev/null").toFile());
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        return builder.redirectErrorStream(true);
    }
}
