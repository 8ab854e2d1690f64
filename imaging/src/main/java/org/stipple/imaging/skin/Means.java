package org.stipple.imaging.skin;

/// Running means along a line.
final class Means {

    private Means() {}

    /// @param half points on both sides that count; at the ends those that are there
    static double[] along(float[] values, int half) {
        var sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        var means = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - half);
            int to = Math.min(values.length, i + half + 1);
            means[i] = (sums[to] - sums[from]) / (to - from);
        }
        return means;
    }
}
