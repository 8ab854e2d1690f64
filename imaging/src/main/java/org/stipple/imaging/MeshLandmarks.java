package org.stipple.imaging;

import java.util.ArrayList;
import java.util.Optional;
import org.stipple.imaging.landmark.FaceMesh;

/// Landmarks found by the MediaPipe face mesh, whose two files somebody provides: none comes with the program.
public final class MeshLandmarks implements LandmarkProvider {

    /// File that finds a face.
    public static final String DETECTOR_FILE = org.stipple.imaging.landmark.ModelFile.DETECTOR.fileName();

    /// File that finds its points.
    public static final String MESH_FILE = org.stipple.imaging.landmark.ModelFile.MESH.fileName();

    private static final int LONG_SIDE = 1280;

    private final FaceMesh mesh;

    /// @param detector content of [#DETECTOR_FILE]
    /// @param points content of [#MESH_FILE]
    /// @throws IllegalArgumentException naming the file whose SHA-256 is another
    public MeshLandmarks(byte[] detector, byte[] points) {
        mesh = new FaceMesh(detector, points);
    }

    @Override
    public Optional<Landmarks> find(Photo photo, Gate.Shot shot) {
        int factor = PhotoLight.factor(photo, LONG_SIDE);
        return mesh.find(new PhotoLight(photo).reduced(factor)).map(found -> {
            var points = new ArrayList<Landmark>();
            for (int i = 0; i < found.length; i += 3) {
                points.add(new Landmark(factor * found[i], factor * found[i + 1], factor * found[i + 2]));
            }
            return new Landmarks(points);
        });
    }
}
