package org.stipple.imaging.skin;

import java.util.Arrays;
import java.util.BitSet;

/// A line that may be a wrinkle, and how much of one it is: what is barely seen counts barely. A threshold would
/// let whole lines come and go with the noise of the photo.
///
/// @param weight at each point, 0 to 1
@SuppressWarnings("ArrayRecordComponent") // Compared with nothing.
record Crease(Line line, float[] weight) {

    /// `design`: contrast times the root of the length in mm. What skin's own furrows line up to by chance is
    /// short or faint; a wrinkle is longer or darker.
    private static final double DOUBTFUL = 0.1;

    private static final double CERTAIN = 0.2;

    /// `design`: contrast of a stretch of a line.
    private static final double FAINT = 0.04;

    private static final double PLAIN = 0.09;

    /// Half of the stretch over which contrast is taken.
    private static final double STRETCH_MM = 1.4;

    static Crease of(Line line, double pitchMm) {
        int points = line.points();
        double mean = 0;
        for (float contrast : line.contrast()) {
            mean += contrast / points;
        }
        double whole = ramp(mean * Math.sqrt(line.length() * pitchMm), DOUBTFUL, CERTAIN);
        double[] stretches = Means.along(line.contrast(), (int) Math.round(STRETCH_MM / pitchMm));
        var weight = new float[points];
        for (int i = 0; i < points; i++) {
            weight[i] = (float) (whole * ramp(stretches[i], FAINT, PLAIN));
        }
        return new Crease(line, weight);
    }

    private static double ramp(double value, double none, double all) {
        return Math.clamp((value - none) / (all - none), 0, 1);
    }

    /// Each pixel of it by its weight.
    double length() {
        double sum = 0;
        for (int i = 1; i < line.points(); i++) {
            sum += weight[i] * Math.hypot(line.x()[i] - line.x()[i - 1], line.y()[i] - line.y()[i - 1]);
        }
        return sum;
    }

    /// Marks what is rather a wrinkle than none, drawn along another line.
    ///
    /// @param middle of the same groove, point by point
    void mark(Line middle, SkinField field, BitSet photo) {
        int from = 0;
        while (from < weight.length) {
            int to = from;
            while (to < weight.length && weight[to] >= 0.5f) {
                to++;
            }
            if (to > from + 1) {
                Marks.line(
                        new Line(
                                Arrays.copyOfRange(middle.x(), from, to),
                                Arrays.copyOfRange(middle.y(), from, to),
                                Arrays.copyOfRange(middle.contrast(), from, to)),
                        field,
                        photo);
            }
            from = to + 1;
        }
    }
}
