package org.stipple.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Goes through everyday commands once, in one JVM, so that the JVM can write down what they load and run
/// (its AOT cache) and the next start is quick. The launcher starts it in the background; nobody sees what it
/// answers.
///
/// `java -XX:AOTCacheOutput=FILE -cp stipple.jar org.stipple.cli.Rehearsal DIR`: each line of
/// `DIR/session.txt` is one command line, in which `DIR/` stands for that directory. What a command answers,
/// a refusal included, does not matter here.
final class Rehearsal {

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        var directory = Path.of(arguments[0]).toAbsolutePath();
        var nobody = new PrintWriter(Writer.nullWriter());
        for (String line : Files.readAllLines(directory.resolve("session.txt"))) {
            var words = Arrays.stream(line.strip().split("\\s+"))
                    .map(word -> word.replace("DIR/", directory + "/"))
                    .toArray(String[]::new);
            Stipple.run(nobody, nobody, words);
        }
    }
}
