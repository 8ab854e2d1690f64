package org.stipple.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.stipple.imaging.CanonicalFace;
import org.stipple.imaging.LandmarkProvider;
import org.stipple.imaging.MeshLandmarks;
import org.stipple.protocol.document.UnusableInput;

/// The folder of `--landmark-models`: files of the MediaPipe face mesh, none of which comes with Stipple. Each is
/// known by its SHA-256; another file under its name is refused.
record LandmarkModels(Path folder) {

    private static final String NAME = "--landmark-models";
    private static final long MOST_BYTES = 20_000_000;

    /// Whether faces can be looked for with what lies there.
    boolean hasMesh() {
        return Files.isRegularFile(folder.resolve(MeshLandmarks.DETECTOR_FILE));
    }

    /// Looks for faces by itself.
    LandmarkProvider mesh() {
        byte[] detector = content(MeshLandmarks.DETECTOR_FILE);
        byte[] points = content(MeshLandmarks.MESH_FILE);
        return checked(_ -> new MeshLandmarks(detector, points));
    }

    /// Six points are laid on it; nothing when the folder has none.
    Optional<CanonicalFace> canonical() {
        return Files.isRegularFile(folder.resolve(CanonicalFace.FILE))
                ? Optional.of(checked(_ -> new CanonicalFace(content(CanonicalFace.FILE))))
                : Optional.empty();
    }

    private <T> T checked(Function<Path, T> made) {
        try {
            return made.apply(folder);
        } catch (IllegalArgumentException another) {
            throw new UnusableInput(NAME, folder + " with " + another.getMessage(), "the file as it was published");
        }
    }

    private byte[] content(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                throw new UnusableInput(NAME, folder + " without a usable " + name, "a folder with that file");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UnusableInput(NAME, file + ", which cannot be read", "a readable file");
        }
    }
}
