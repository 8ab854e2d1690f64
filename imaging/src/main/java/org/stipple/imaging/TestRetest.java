package org.stipple.imaging;

import java.util.Arrays;

/// How well readings of unchanged skin repeat: n pieces of skin, each photographed k times.
///
/// Two-way analysis of variance, both effects random (Shrout and Fleiss 1979, doi 10.1037/0033-2909.86.2.420;
/// limits by McGraw and Wong 1996, doi 10.1037/1082-989X.1.1.30).
///
/// @param subjects n
/// @param photos k
/// @param icc intraclass correlation ICC(2,1), absolute agreement of single photos
/// @param iccLow lower 95 % limit
/// @param iccHigh upper 95 % limit
/// @param sem standard error of measurement: the standard deviation within a piece of skin, in the unit of the
///   metric
/// @param mean of all readings
public record TestRetest(int subjects, int photos, double icc, double iccLow, double iccHigh, double sem, double mean) {

    /// `design`: fewer say nothing of their spread.
    public static final int LEAST_SUBJECTS = 5;

    /// @param readings one row for each piece of skin, all of one length
    /// @throws IllegalArgumentException for fewer than [#LEAST_SUBJECTS] rows, fewer than 2 photos, rows of
    ///   different lengths, or a number that is not finite
    public static TestRetest of(double[][] readings) {
        int n = readings.length;
        int k = n == 0 ? 0 : readings[0].length;
        if (n < LEAST_SUBJECTS || k < 2 || Arrays.stream(readings).anyMatch(row -> row.length != k)) {
            throw new IllegalArgumentException(
                    "test-retest needs " + LEAST_SUBJECTS + " pieces of skin, 2 photos each");
        }
        double mean = Arrays.stream(readings).flatMapToDouble(Arrays::stream).sum() / n / k;
        if (!Double.isFinite(mean)) {
            throw new IllegalArgumentException("readings must be finite");
        }
        double rows = 0;
        double total = 0;
        var columns = new double[k];
        for (double[] row : readings) {
            double rowMean = Arrays.stream(row).average().orElseThrow();
            rows += k * (rowMean - mean) * (rowMean - mean);
            for (int j = 0; j < k; j++) {
                total += (row[j] - mean) * (row[j] - mean);
                columns[j] += row[j] / n;
            }
        }
        double occasions = 0;
        for (double column : columns) {
            occasions += n * (column - mean) * (column - mean);
        }
        double sem = Math.sqrt(Math.max(0, total - rows) / (n * (k - 1.0)));
        double msr = rows / (n - 1);
        double msc = occasions / (k - 1);
        double mse = Math.max(0, total - rows - occasions) / ((n - 1.0) * (k - 1));
        double bottom = msr + (k - 1) * mse + k * (msc - mse) / n;
        double icc = bottom > 0 ? (msr - mse) / bottom : 0;
        double[] limits = limits(icc, msr, msc, mse, n, k);
        return new TestRetest(n, k, icc, limits[0], limits[1], sem, mean);
    }

    private static double[] limits(double icc, double msr, double msc, double mse, int n, int k) {
        if (!(mse > 0) || !(icc < 1)) {
            return new double[] {icc, icc};
        }
        double a = k * icc / (n * (1 - icc));
        double b = 1 + k * icc * (n - 1) / (n * (1 - icc));
        double v = Math.pow(a * msc + b * mse, 2)
                / (Math.pow(a * msc, 2) / (k - 1) + Math.pow(b * mse, 2) / ((n - 1.0) * (k - 1)));
        double lower = FDistribution.quantile(0.975, n - 1, v);
        double upper = FDistribution.quantile(0.975, v, n - 1);
        double kept = k * msc + (double) (k * n - k - n) * mse;
        return new double[] {
            n * (msr - lower * mse) / (lower * kept + n * msr), n * (upper * msr - mse) / (kept + n * upper * msr)
        };
    }

    /// Smallest detectable change: 1.96 * sqrt(2) * SEM.
    public double sdc95() {
        return 1.96 * Math.sqrt(2) * sem;
    }

    /// Coefficient of variation within a piece of skin, in per cent of the mean; 0 where the mean is 0.
    public double cvPercent() {
        return mean == 0 ? 0 : 100 * sem / Math.abs(mean);
    }
}
