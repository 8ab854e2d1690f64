package org.stipple.bench.judge;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.stipple.protocol.document.Documents;

/// The program as anybody runs it, in a process of its own.
final class Program {

    private final List<String> command;

    /// @param command what `stipple` is called by
    Program(List<String> command) {
        this.command = List.copyOf(command);
    }

    /// It would not answer, and what it said.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String said) {
            super(said);
        }
    }

    /// Measures photos in a folder.
    ///
    /// @param folder where everything lies that it writes
    /// @param photos names in the folder: a baseline and perhaps a follow-up
    /// @param options such as `--scale`
    Answer measure(Path folder, List<String> photos, List<String> options) throws Refused {
        var masks = folder.resolve("masks");
        try {
            return run(folder, photos, with(options, List.of("--masks", masks.toString())), masks);
        } catch (Refused refused) {
            if (!String.valueOf(refused.getMessage()).contains("--masks")) {
                throw refused;
            }
            return run(folder, photos, options, masks);
        }
    }

    private Answer run(Path folder, List<String> photos, List<String> options, Path masks) throws Refused {
        var words = new ArrayList<>(command);
        words.add("measure");
        photos.forEach(photo -> words.add(folder.resolve(photo).toString()));
        words.add("--json");
        words.addAll(options);
        var out = folder.resolve("answer.json");
        var err = folder.resolve("said.txt");
        try {
            var process = new ProcessBuilder(words)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            int status = process.waitFor();
            if (status != 0) {
                throw new Refused("status " + status + ": "
                        + Files.readString(err).lines().findFirst().orElse("nothing said"));
            }
            return new Answer(Documents.read(Files.readString(out)), masks(masks));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }

    private static List<String> with(List<String> options, List<String> more) {
        return Stream.concat(options.stream(), more.stream()).toList();
    }

    private static Map<String, BitSet> masks(Path folder) throws IOException {
        var masks = new HashMap<String, BitSet>();
        if (!Files.isDirectory(folder)) {
            return masks;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                masks.put(file.getFileName().toString().replaceFirst("\\.png$", ""), bits(ImageIO.read(file.toFile())));
            }
        }
        return masks;
    }

    private static BitSet bits(BufferedImage image) {
        var bits = new BitSet();
        var raster = image.getRaster();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (raster.getSample(x, y, 0) > 127) {
                    bits.set(y * image.getWidth() + x);
                }
            }
        }
        return bits;
    }
}
