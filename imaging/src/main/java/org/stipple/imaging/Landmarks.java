package org.stipple.imaging;

import java.util.List;

/// The points of a face in a photo, in the order of the MediaPipe face mesh (Kartynnik and others 2019, arXiv
/// 1907.06724): 468, or 478 with ten of the irises after them. Good to about half a millimetre: for zones and
/// pose, never for change.
public record Landmarks(List<Landmark> points) {

    /// Points of the mesh.
    public static final int MESH = 468;

    /// With the irises.
    public static final int WITH_IRISES = 478;

    private static final int RIGHT_OUTER = 33;
    private static final int RIGHT_INNER = 133;
    private static final int LEFT_INNER = 362;
    private static final int LEFT_OUTER = 263;
    private static final int FIRST_IRIS = 468;
    private static final int SECOND_IRIS = 473;

    /// @throws IllegalArgumentException for another number of points, or when the eyes lie on each other
    public Landmarks {
        points = List.copyOf(points);
        if (points.size() != MESH && points.size() != WITH_IRISES) {
            throw new IllegalArgumentException(
                    "a face has " + MESH + " or " + WITH_IRISES + " landmarks, had " + points.size());
        }
        if (!(distance(points.get(RIGHT_OUTER), points.get(LEFT_OUTER)) >= 1)
                || points.size() == WITH_IRISES && !(distance(points.get(FIRST_IRIS), points.get(SECOND_IRIS)) >= 1)) {
            throw new IllegalArgumentException("a face has its eyes a pixel apart at least");
        }
    }

    /// The point of this number.
    Landmark at(int index) {
        return points.get(index);
    }

    /// Where it is in the photo.
    Place place(int index) {
        return new Place(at(index).x(), at(index).y());
    }

    /// From outer to outer corner of the eyes, in pixels: the measure of all that is told in per cent of a face.
    double eyeSpan() {
        return distance(at(RIGHT_OUTER), at(LEFT_OUTER));
    }

    /// From pupil to pupil, in pixels; without irises, between the middles of the eyes.
    double pupils() {
        double apart = points.size() == WITH_IRISES
                ? distance(at(FIRST_IRIS), at(SECOND_IRIS))
                : distance(middle(RIGHT_OUTER, RIGHT_INNER), middle(LEFT_INNER, LEFT_OUTER));
        return Math.max(1, apart);
    }

    private Landmark middle(int one, int other) {
        Landmark a = at(one);
        Landmark b = at(other);
        return new Landmark((a.x() + b.x()) / 2, (a.y() + b.y()) / 2, (a.z() + b.z()) / 2);
    }

    /// In space.
    static double distance(Landmark a, Landmark b) {
        return Math.hypot(Math.hypot(a.x() - b.x(), a.y() - b.y()), a.z() - b.z());
    }
}
