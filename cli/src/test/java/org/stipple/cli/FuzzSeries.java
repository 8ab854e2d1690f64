package org.stipple.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.stipple.imaging.View;
import org.stipple.protocol.document.UnusableInput;

/// The `series.yaml` of an archive.
final class FuzzSeries implements FuzzTarget {

    @Override
    public String name() {
        return "series";
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                "view: patch\nscale: [mm-per-px:0.05, card:12]\nbaseline: b.jpg\nphotos: [b.jpg, a.jpg]\n"
                        .getBytes(StandardCharsets.UTF_8),
                "zones: [{id: chin, polygon: [[1, 1], [9, 2], [4, 12]]}]\nlandmarks: {a.jpg: {clicked: {}}}"
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void read(byte[] bytes) {
        try {
            Path folder = Files.createTempDirectory("fuzz-series");
            Path file = Files.write(folder.resolve(SeriesFile.NAME), bytes);
            try {
                read(folder);
            } finally {
                Files.delete(file);
                Files.delete(folder);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void read(Path folder) {
        var lying = List.of("a.jpg", "b.jpg", "c.jpg");
        try {
            var series = SeriesFile.of(new Archive.Piece.Series("p", folder, lying), View.FRONTAL, List.of());
            if (!lying.containsAll(series.photos())
                    || new HashSet<>(series.photos()).size() != series.photos().size()
                    || series.lines() < 1) {
                throw new AssertionError("photos that do not lie there, or twice: " + series.photos());
            }
        } catch (UnusableInput refused) {
            // In its own words.
            return;
        }
    }

    /// As a fuzzer calls it.
    public static void fuzzerTestOneInput(byte[] bytes) {
        new FuzzSeries().read(bytes);
    }
}
