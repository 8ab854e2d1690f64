package org.stipple.darkroom;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stipple.imaging.Photo;
import org.stipple.quantities.Length;

/// How the other process is started.
///
/// @param command the program and its arguments
/// @param memoryMb what it may take for what it decodes
record Program(List<String> command, int memoryMb) {

    /// Memory for what is decoded: 512 MB, the project's limit for hostile files. A photo of
    /// [Photo#MAX_PIXELS] fits.
    static final int MEMORY_MB = 512;

    Program {
        command = List.copyOf(command);
    }

    /// The Java that runs this program, with nothing on its class path but what decoding needs.
    static Program developing() {
        return developing(MEMORY_MB);
    }

    static Program developing(int memoryMb) {
        String classes = Stream.of(Developing.class, Photo.class, Length.class)
                .map(Program::home)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memoryMb + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                // Two things are large, the decoder's picture and the photo: neither is to find the memory
                // halved.
                "-Xmn16m",
                // It lives for one file: what the second compiler makes would come too late.
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-cp",
                classes,
                Developing.class.getName());
        return new Program(command, memoryMb);
    }

    private static String home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a class path that is no path: " + type.getName(), impossible);
        }
    }

    /// @throws UncheckedIOException when it cannot be started
    Process start() {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        try {
            return builder.start();
        } catch (IOException impossible) {
            throw new UncheckedIOException("the process that decodes photos cannot be started", impossible);
        }
    }
}
