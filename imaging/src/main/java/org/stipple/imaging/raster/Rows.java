package org.stipple.imaging.raster;

/// Loops over rows of numbers.
///
/// They look clumsy for a reason: the compiler makes vector instructions of a loop only where every array has
/// the same index, because arrays that overlap could not be told otherwise. So each row, and each shift of a
/// row, is an array of its own; copying one costs a thirtieth of what a loop without vector instructions does.
final class Rows {

    private Rows() {}

    /// out = weight * in
    static void weigh(float[] in, float weight, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = weight * in[i];
        }
    }

    /// out += weight * (one + other)
    static void add(float[] one, float[] other, float weight, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = out[i] + weight * (one[i] + other[i]);
        }
    }

    /// Four times the same: the sum stays in a register.
    ///
    /// @param one four rows
    /// @param other four rows
    /// @param weights of the pairs, from `from` on
    static void addFour(float[][] one, float[][] other, float[] weights, int from, float[] out, int n) {
        addFour(
                one[0],
                other[0],
                weights[from],
                one[1],
                other[1],
                weights[from + 1],
                one[2],
                other[2],
                weights[from + 2],
                one[3],
                other[3],
                weights[from + 3],
                out,
                n);
    }

    private static void addFour(
            float[] a,
            float[] b,
            float ab,
            float[] c,
            float[] d,
            float cd,
            float[] e,
            float[] f,
            float ef,
            float[] g,
            float[] h,
            float gh,
            float[] out,
            int n) {
        for (int i = 0; i < n; i++) {
            out[i] = out[i] + ab * (a[i] + b[i]) + cd * (c[i] + d[i]) + ef * (e[i] + f[i]) + gh * (g[i] + h[i]);
        }
    }

    /// out = one - other
    static void difference(float[] one, float[] other, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = one[i] - other[i];
        }
    }

    /// out = scale * (before - 2 * here + after)
    static void secondDifference(float[] before, float[] here, float[] after, float scale, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = scale * (before[i] - 2 * here[i] + after[i]);
        }
    }

    /// out = scale * (one - other)
    static void scaledDifference(float[] one, float[] other, float scale, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = scale * (one[i] - other[i]);
        }
    }

    /// The larger eigenvalue of a symmetric matrix.
    static void largest(float[] across, float[] down, float[] mixed, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            float half = 0.5f * (across[i] - down[i]);
            out[i] = 0.5f * (across[i] + down[i]) + (float) Math.sqrt(half * half + mixed[i] * mixed[i]);
        }
    }

    /// out = max(out, in)
    static void raise(float[] in, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(out[i], in[i]);
        }
    }

    /// out = max(out, one + other)
    static void raiseToSum(float[] one, float[] other, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(out[i], one[i] + other[i]);
        }
    }

    /// out += in
    static void add(float[] in, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] += in[i];
        }
    }

    /// out = a * one + b * two + c * three
    static void combine(float[] one, float a, float[] two, float b, float[] three, float c, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a * one[i] + b * two[i] + c * three[i];
        }
    }

    /// out = from one to the other by a part of the way
    static void between(float[] one, float[] other, float part, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = one[i] + part * (other[i] - one[i]);
        }
    }
}
