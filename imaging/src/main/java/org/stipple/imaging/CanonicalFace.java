package org.stipple.imaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stipple.imaging.geometry.LeastSquares;
import org.stipple.imaging.landmark.ModelFile;

/// The mean face of the mesh, laid over a photo by six points that somebody clicked: good enough to say where
/// zones lie, not to say how the head is held.
public final class CanonicalFace {

    /// File with its points.
    public static final String FILE = ModelFile.CANONICAL.fileName();

    /// `design`: of the distance between the outer corners of the eyes, how far a clicked point may lie from
    /// where the fitted face has it.
    private static final double MAX_OFF = 0.12;

    /// `design`: corners of the mouth move with every expression.
    private static final double OF_MOUTH = 0.3;

    /// `design`: of the distance from the eyes to the chin. Eyes lie four fifths of it apart in a face from the
    /// front, next to nothing in one from the side, which says nothing.
    private static final double CLEARLY = 0.25;

    private final List<double[]> points;

    /// Which six, by their numbers in the mesh; left and right are the patient's.
    public enum Clicked {
        EYE_RIGHT_OUTER("eye-right-outer", 33),
        EYE_LEFT_OUTER("eye-left-outer", 263),
        NOSE_TIP("nose-tip", 1),
        MOUTH_RIGHT("mouth-right", 61),
        MOUTH_LEFT("mouth-left", 291),
        CHIN("chin", 152);

        private final String id;
        private final int index;

        Clicked(String id, int index) {
            this.id = id;
            this.index = index;
        }

        /// As files name it: `nose-tip`.
        public String id() {
            return id;
        }
    }

    /// @param file content of [#FILE]
    /// @throws IllegalArgumentException when its SHA-256 is another
    public CanonicalFace(byte[] file) {
        var text = new String(ModelFile.CANONICAL.checked(file), StandardCharsets.US_ASCII);
        var found = new ArrayList<double[]>();
        text.lines().filter(line -> line.startsWith("v ")).forEach(line -> {
            String[] parts = line.strip().split("\\s+");
            // The model has y upwards and z towards the camera, in cm.
            found.add(new double[] {
                Double.parseDouble(parts[1]), -Double.parseDouble(parts[2]), -Double.parseDouble(parts[3])
            });
        });
        points = List.copyOf(found);
    }

    /// @param clicked in the order of [Clicked]
    /// @return nothing when no face lies like that
    public Optional<Landmarks> laidOver(List<Place> clicked) {
        var across = new LeastSquares(4);
        var down = new LeastSquares(4);
        for (Clicked which : Clicked.values()) {
            double[] p = points.get(which.index);
            double[] row = {p[0], p[1], p[2], 1};
            double weight = which == Clicked.MOUTH_LEFT || which == Clicked.MOUTH_RIGHT ? OF_MOUTH : 1;
            across.add(row, clicked.get(which.ordinal()).x(), weight);
            down.add(row, clicked.get(which.ordinal()).y(), weight);
        }
        return across.solve().flatMap(u -> down.solve().flatMap(v -> laid(u, v, clicked)));
    }

    /// Whether left and right seem to be exchanged: seen with the chin below, the patient's right eye lies to the
    /// left.
    ///
    /// @param clicked in the order of [Clicked]
    public static boolean areExchanged(List<Place> clicked) {
        Place right = clicked.get(Clicked.EYE_RIGHT_OUTER.ordinal());
        Place left = clicked.get(Clicked.EYE_LEFT_OUTER.ordinal());
        Place chin = clicked.get(Clicked.CHIN.ordinal());
        double[] across = {left.x() - right.x(), left.y() - right.y()};
        double[] down = {chin.x() - (left.x() + right.x()) / 2, chin.y() - (left.y() + right.y()) / 2};
        double square = down[0] * down[0] + down[1] * down[1];
        return across[0] * down[1] - across[1] * down[0] < -CLEARLY * square;
    }

    private Optional<Landmarks> laid(double[] u, double[] v, List<Place> clicked) {
        double scale = (length(u) + length(v)) / 2;
        // Depth goes along what is across both, at the mean of their sizes.
        double[] w = {u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
        double k = scale / Math.max(1e-12, length(w));
        var laid = new ArrayList<Landmark>();
        for (double[] p : points) {
            laid.add(new Landmark(
                    u[0] * p[0] + u[1] * p[1] + u[2] * p[2] + u[3],
                    v[0] * p[0] + v[1] * p[1] + v[2] * p[2] + v[3],
                    k * (w[0] * p[0] + w[1] * p[1] + w[2] * p[2])));
        }
        if (!(Landmarks.distance(laid.get(Clicked.EYE_RIGHT_OUTER.index), laid.get(Clicked.EYE_LEFT_OUTER.index))
                >= 1)) {
            return Optional.empty();
        }
        var face = new Landmarks(laid);
        for (Clicked which : Clicked.values()) {
            Place there = clicked.get(which.ordinal());
            Landmark here = face.at(which.index);
            if (!(Math.hypot(here.x() - there.x(), here.y() - there.y()) <= MAX_OFF * face.eyeSpan())) {
                return Optional.empty();
            }
        }
        return Optional.of(face);
    }

    private static double length(double[] v) {
        return Math.hypot(Math.hypot(v[0], v[1]), v[2]);
    }
}
