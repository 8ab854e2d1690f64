package org.stipple.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A source tree with the true launcher, a Maven that only pretends to build, and places for JDKs that only
/// pretend to run. The directories in which the launcher looks for JDKs are replaced by directories of the
/// yard: nothing of the machine is seen.
record LauncherYard(Path root, Map<String, String> environment) {

    /// What a start said and how it ended.
    record Outcome(int status, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    private static final List<String> PLACES = List.of("/usr/lib/jvm/", "/opt/", "/Library/", "/Applications/");

    static LauncherYard at(Path directory) throws IOException {
        var root = Files.createDirectories(directory.resolve("source tree"));
        String launcher = Files.readString(Path.of("..", "stipple"));
        for (String place : PLACES) {
            launcher = launcher.replace(" " + place, " \"$STIPPLE_YARD\"" + place);
        }
        executable(root.resolve("stipple"), launcher);
        executable(root.resolve("mvnw"), """
                #!/usr/bin/env bash
                echo "mvnw $*" >>"$STIPPLE_YARD/journal"
                cd "${0%/*}" && [ -f maven.sh ] && . ./maven.sh
                echo '[INFO] Building Stipple 0.1.0-SNAPSHOT                 [1/2]'
                echo '[INFO] Building Stipple cli 0.1.0-SNAPSHOT             [2/2]'
                mkdir -p cli/target/stipple/lib && echo jar >cli/target/stipple/stipple.jar
                """);
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.createDirectories(root.resolve("cli/src/main/java"));
        Files.writeString(root.resolve("cli/pom.xml"), "<project/>");
        Files.writeString(root.resolve("cli/src/main/java/Stipple.java"), "class Stipple {}");
        Files.createDirectories(directory.resolve("home"));
        var environment = new LinkedHashMap<String, String>();
        environment.put("STIPPLE_YARD", directory.toString());
        environment.put("HOME", directory.resolve("home").toString());
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("STIPPLE_TRAINING", "off");
        return new LauncherYard(root, environment);
    }

    LauncherYard with(String name, String value) {
        var more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return new LauncherYard(root, more);
    }

    Path place(String absolute) {
        return Path.of(environment.get("STIPPLE_YARD") + absolute);
    }

    /// A JDK that notes each start in the journal and says its arguments and its directory; it ends with status 7
    /// when the first argument of the program is `seven`. As a server it is ready, and stops, when the yard has
    /// files of that name; its training waits while there is a file `hold` beside it.
    Path jdk(String absolute, int version) throws IOException {
        return jre(absolute, version, "javac");
    }

    /// As [#jdk], with other programs beside `java`.
    Path jre(String absolute, int version, String... programs) throws IOException {
        var home = place(absolute);
        executable(home.resolve("bin/java"), """
                #!/usr/bin/env bash
                if [ "$1" = -XshowSettings:properties ]; then
                  echo "probe %1$s" >>"$STIPPLE_YARD/journal"
                  printf '    java.home = %%s\\n    java.specification.version = %%s\\n' '%1$s' '%2$d' >&2
                  exit
                fi
                for argument; do
                  case $argument in
                    -XX:AOTCacheOutput=*)
                      echo "train $*" >>"${0%%/*}/training"; set >>"${0%%/*}/training"
                      while [ -e "${0%%/*}/hold" ]; do sleep 0.1; done
                      echo cache >"${argument#*=}"; exit ;;
                    -Dstipple.ready=*)
                      while [ ! -e "$STIPPLE_YARD/ready" ]; do sleep 0.1; done; : >"${argument#*=}"
                      while [ ! -e "$STIPPLE_YARD/stop" ]; do sleep 0.1; done ;;
                  esac
                done
                echo "java %2$d in $PWD"
                printf '<%%s>\\n' "$@"
                case " $* " in *' seven '*) exit 7 ;; esac
                """.formatted(home, version));
        for (String program : programs) {
            executable(home.resolve("bin").resolve(program), "#!/bin/sh\n");
        }
        Files.writeString(home.resolve("release"), "JAVA_VERSION=" + version);
        return home;
    }

    static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }

    /// Lines of Maven's and the JDKs' journal that begin with a word.
    List<String> journal(String word) throws IOException {
        var journal = place("/journal");
        return Files.exists(journal)
                ? Files.readAllLines(journal).stream()
                        .filter(line -> line.startsWith(word))
                        .toList()
                : List.of();
    }

    Outcome start(String... arguments) throws Exception {
        return startIn(root, root.resolve("stipple"), arguments).ended();
    }

    /// A start whose output is a pipe, as it is for a program that calls the launcher.
    Process piped(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("bash", root.resolve("stipple").toString()));
        command.addAll(Arrays.asList(arguments));
        var builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    Started startIn(Path directory, Path launcher, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("bash", launcher.toString()));
        command.addAll(Arrays.asList(arguments));
        var said = Files.createTempDirectory(place("/home"), "said");
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(said.resolve("out").toFile())
                .redirectError(said.resolve("err").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Started(builder.start(), said);
    }

    /// A start under way, and where it says what it says.
    record Started(Process process, Path said) {

        Outcome ended() throws Exception {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the launcher did not end");
            }
            return new Outcome(
                    process.exitValue(), Files.readString(said.resolve("out")), Files.readString(said.resolve("err")));
        }
    }
}
