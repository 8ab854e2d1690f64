package org.stipple.imaging.geometry;

import java.util.Optional;

/// Linear least squares by normal equations and Gaussian elimination with pivots: for a dozen unknowns that
/// are of the same size.
public final class LeastSquares {

    private final double[][] normal;
    private final double[] right;

    /// @param unknowns how many
    public LeastSquares(int unknowns) {
        normal = new double[unknowns][unknowns];
        right = new double[unknowns];
    }

    /// One equation: row · unknowns = value.
    public void add(double[] row, double value, double weight) {
        for (int i = 0; i < right.length; i++) {
            for (int j = 0; j < right.length; j++) {
                normal[i][j] += weight * row[i] * row[j];
            }
            right[i] += weight * row[i] * value;
        }
    }

    /// Makes large values of unknown `i` costly (Tikhonov, Levenberg).
    public void damp(int i, double weight) {
        normal[i][i] += weight;
    }

    /// The diagonal of the normal equations.
    public double diagonal(int i) {
        return normal[i][i];
    }

    /// @return nothing when the equations do not determine the unknowns
    public Optional<double[]> solve() {
        int n = right.length;
        var a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = normal[i].clone();
        }
        double[] b = right.clone();
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) {
                    pivot = i;
                }
            }
            if (!(Math.abs(a[pivot][k]) > 1e-14 * (1 + Math.abs(normal[k][k])))) {
                return Optional.empty();
            }
            double[] row = a[k];
            a[k] = a[pivot];
            a[pivot] = row;
            double value = b[k];
            b[k] = b[pivot];
            b[pivot] = value;
            eliminate(a, b, k);
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int j = k + 1; j < n; j++) {
                b[k] -= a[k][j] * b[j];
            }
            b[k] /= a[k][k];
        }
        return Optional.of(b);
    }

    private static void eliminate(double[][] a, double[] b, int k) {
        for (int i = k + 1; i < b.length; i++) {
            double factor = a[i][k] / a[k][k];
            for (int j = k; j < b.length; j++) {
                a[i][j] -= factor * a[k][j];
            }
            b[i] -= factor * b[k];
        }
    }
}
