package org.stipple.imaging.colour;

import java.util.Optional;
import org.stipple.imaging.geometry.LeastSquares;

/// The matrix that brings what a camera saw of a card nearest to the card's published colours: linear least
/// squares first, then damped Gauss-Newton on the differences in Lab, because what counts is what is seen.
///
/// @param correction the matrix
/// @param residual mean CIEDE2000 over the patches that were used
/// @param used patches
public record CorrectionFit(Correction correction, double residual, int used) {

    /// `design`: nine numbers from fewer than half of the patches would fit anything.
    public static final int MIN_PATCHES = 12;

    private static final int ROUNDS = 25;

    /// @param seen linear light of each patch, `[patch][channel]`
    /// @param usable patches that are neither clipped nor hidden
    /// @return nothing when too few are usable
    public static Optional<CorrectionFit> of(double[][] seen, boolean[] usable) {
        return linear(seen, usable).map(start -> {
            double[] best = start;
            double error = squares(seen, usable, best);
            double damping = 1e-3;
            for (int round = 0; round < ROUNDS && damping < 1e6; round++) {
                double[] next = step(seen, usable, best, damping);
                double there = squares(seen, usable, next);
                if (there < error) {
                    boolean settled = error - there < 1e-9 * error;
                    best = next;
                    error = there;
                    damping /= 5;
                    if (settled) {
                        break;
                    }
                } else {
                    damping *= 5;
                }
            }
            return judged(seen, usable, best);
        });
    }

    /// Quick and good enough to tell the right side up from upside down.
    public static Optional<CorrectionFit> coarse(double[][] seen, boolean[] usable) {
        return linear(seen, usable).map(matrix -> judged(seen, usable, matrix));
    }

    private static Optional<double[]> linear(double[][] seen, boolean[] usable) {
        if (count(usable) < MIN_PATCHES) {
            return Optional.empty();
        }
        var matrix = new double[9];
        for (int channel = 0; channel < 3; channel++) {
            var equations = new LeastSquares(3);
            for (int i = 0; i < usable.length; i++) {
                if (usable[i]) {
                    double luminance = Math.max(0.01, ColourChecker.linear(i, 1));
                    equations.add(seen[i], ColourChecker.linear(i, channel), Math.pow(luminance, -4.0 / 3));
                }
            }
            Optional<double[]> row = equations.solve();
            if (row.isEmpty()) {
                return Optional.empty();
            }
            System.arraycopy(row.get(), 0, matrix, 3 * channel, 3);
        }
        return Optional.of(matrix);
    }

    private static double[] step(double[][] seen, boolean[] usable, double[] at, double damping) {
        var equations = new LeastSquares(9);
        var row = new double[9];
        double h = 1e-6;
        for (int i = 0; i < usable.length; i++) {
            if (usable[i]) {
                double[] here = difference(seen[i], at, i);
                var slopes = new double[9][];
                for (int k = 0; k < 9; k++) {
                    double[] moved = at.clone();
                    moved[k] += h;
                    slopes[k] = difference(seen[i], moved, i);
                }
                for (int axis = 0; axis < 3; axis++) {
                    for (int k = 0; k < 9; k++) {
                        row[k] = (slopes[k][axis] - here[axis]) / h;
                    }
                    equations.add(row, -here[axis], 1);
                }
            }
        }
        for (int k = 0; k < 9; k++) {
            equations.damp(k, damping * equations.diagonal(k));
        }
        double[] next = at.clone();
        double[] change = equations.solve().orElseGet(() -> new double[9]);
        for (int k = 0; k < 9; k++) {
            next[k] += change[k];
        }
        return next;
    }

    private static double[] difference(double[] rgb, double[] matrix, int patch) {
        Lab lab = Correction.of(matrix).lab(rgb[0], rgb[1], rgb[2]);
        Lab target = ColourChecker.lab(patch);
        // In saturated colours a step of Lab is seen less: chroma is weighted as CIEDE2000 does.
        double chroma = 1 + 0.045 * Math.hypot(target.a(), target.b());
        return new double[] {lab.l() - target.l(), (lab.a() - target.a()) / chroma, (lab.b() - target.b()) / chroma};
    }

    private static double squares(double[][] seen, boolean[] usable, double[] matrix) {
        double sum = 0;
        for (int i = 0; i < usable.length; i++) {
            if (usable[i]) {
                for (double d : difference(seen[i], matrix, i)) {
                    sum += d * d;
                }
            }
        }
        return sum;
    }

    private static CorrectionFit judged(double[][] seen, boolean[] usable, double[] matrix) {
        var correction = Correction.of(matrix);
        double sum = 0;
        for (int i = 0; i < usable.length; i++) {
            if (usable[i]) {
                sum += DeltaE.between(correction.lab(seen[i][0], seen[i][1], seen[i][2]), ColourChecker.lab(i));
            }
        }
        int used = count(usable);
        return new CorrectionFit(correction, sum / used, used);
    }

    private static int count(boolean[] flags) {
        int n = 0;
        for (boolean flag : flags) {
            n += flag ? 1 : 0;
        }
        return n;
    }
}
