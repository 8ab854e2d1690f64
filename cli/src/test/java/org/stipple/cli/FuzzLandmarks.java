package org.stipple.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.stipple.imaging.Landmarks;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.UnusableInput;

/// Points of a face, as `--landmarks` and a series say them.
final class FuzzLandmarks implements FuzzTarget {

    @Override
    public String name() {
        return "landmarks";
    }

    @Override
    public List<byte[]> seeds() {
        var points = new StringBuilder("points: [[0, 0, 0]");
        for (int i = 1; i < Landmarks.MESH; i++) {
            points.append(", [").append(i % 22).append(", ").append(i / 22).append(", -1]");
        }
        return List.of(
                points.append(']').toString().getBytes(StandardCharsets.UTF_8),
                "clicked: {eye-right-outer: [1, 2], eye-left-outer: [9, 2], nose-tip: [5, 5], mouth-right: [3, 8], mouth-left: [7, 8], chin: [5, 11]}"
                        .getBytes(StandardCharsets.UTF_8),
                "points: [[1, 2, .inf]]".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void read(byte[] bytes) {
        try {
            LandmarksFile.face(Field.root(Documents.read(new String(bytes, StandardCharsets.UTF_8))), Optional.empty());
        } catch (UnusableInput refused) {
            // In its own words.
            return;
        }
    }

    /// As a fuzzer calls it.
    public static void fuzzerTestOneInput(byte[] bytes) {
        new FuzzLandmarks().read(bytes);
    }
}
