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
    private static final double DOUBTFUL = 0.08;

    private static final double CERTAIN = 0.2;

    /// `design`: contrast of a stretch of a line.
    private static final double FAINT = 0.025;

    private static final double PLAIN = 0.06;

    /// Half of the stretch over which contrast is taken.
    private static final double STRETCH_MM = 1.8;

    /// A wrinkle runs out: it ends where half of its darkness is left, whatever the light makes of that. The same
    /// groove is then as long in any light.
    private static final double ENDS = 0.35;

    private static final double GOES_ON = 0.65;

    /// How far its darkness is looked for.
    private static final double AROUND_MM = 5;

    /// Half of the stretch that ends or goes on.
    private static final double END_MM = 0.3;

    /// @param rims the points at which it goes along the rim of a spot: they are no evidence
    /// @param unrest how many times more than on calm skin all contrasts have to be here, 1 or more
    static Crease of(Line line, boolean[] rims, double unrest, double pitchMm) {
        int points = line.points();
        double[] stretches = Means.along(line.contrast(), pixels(STRETCH_MM, pitchMm));
        double[] parts = parts(Means.along(line.contrast(), pixels(END_MM, pitchMm)), stretches, pitchMm);
        double all = 0;
        double dark = 0;
        for (int i = 0; i < points; i++) {
            all += parts[i];
            dark += rims[i] ? 0 : parts[i] * line.contrast()[i];
        }
        var weight = new float[points];
        if (all > 0) {
            double lengthMm = line.length() * pitchMm * all / points;
            double whole = ramp(dark / all * Math.sqrt(lengthMm) / unrest, DOUBTFUL, CERTAIN);
            for (int i = 0; i < points; i++) {
                weight[i] = (float) (whole * Math.min(parts[i], ramp(stretches[i] / unrest, FAINT, PLAIN)));
            }
        }
        return new Crease(line, weight);
    }

    /// How much of each point lies within the ends, 0 to 1.
    private static double[] parts(double[] near, double[] stretches, double pitchMm) {
        int around = pixels(AROUND_MM, pitchMm);
        var parts = new double[near.length];
        for (int i = 0; i < parts.length; i++) {
            double most = 0;
            for (int j = Math.max(0, i - around); j <= Math.min(parts.length - 1, i + around); j++) {
                most = Math.max(most, stretches[j]);
            }
            parts[i] = most > 0 ? ramp(near[i] / most, ENDS, GOES_ON) : 0;
        }
        return parts;
    }

    private static int pixels(double mm, double pitchMm) {
        return (int) Math.round(mm / pitchMm);
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
