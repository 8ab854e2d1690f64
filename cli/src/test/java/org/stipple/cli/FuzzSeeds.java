package org.stipple.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the seeds of one target into a folder, for the fuzzer: `FuzzSeeds FOLDER TARGET`; without arguments it
/// names the targets and their classes.
final class FuzzSeeds {

    private FuzzSeeds() {}

    public static void main(String[] arguments) throws IOException {
        for (FuzzTarget target : FuzzTarget.ALL) {
            if (arguments.length == 0) {
                System.out.println(target.name() + " " + target.getClass().getName());
            } else if (target.name().equals(arguments[1])) {
                Path folder = Files.createDirectories(Path.of(arguments[0]));
                int number = 0;
                for (byte[] seed : target.seeds()) {
                    Files.write(folder.resolve("seed-" + number++), seed);
                }
            }
        }
    }
}
