package org.stipple.bench.judge;

/// How well repeated readings agree: the intraclass correlation ICC(2,1), two-way random effects, absolute
/// agreement, single readings (Shrout and Fleiss 1979, doi 10.1037/0033-2909.86.2.420), with its 95 % interval.
///
/// @param icc 1 = readings differ only between subjects
/// @param low lower end of the interval
/// @param high upper end
/// @param withinSubject standard deviation of the readings of one subject, rounds included
/// @param mean of all readings
record Agreement(double icc, double low, double high, double withinSubject, double mean) {

    /// @param readings a row for each subject, a column for each repetition; at least 2 of each
    static Agreement of(double[][] readings) {
        int n = readings.length;
        int k = readings[0].length;
        double mean = 0;
        for (double[] row : readings) {
            for (double value : row) {
                mean += value / (n * k);
            }
        }
        double subjects = 0;
        double within = 0;
        var column = new double[k];
        double total = 0;
        for (double[] row : readings) {
            double own = 0;
            for (int j = 0; j < k; j++) {
                own += row[j] / k;
                column[j] += row[j] / n;
                total += (row[j] - mean) * (row[j] - mean);
            }
            subjects += k * (own - mean) * (own - mean);
            for (double value : row) {
                within += (value - own) * (value - own);
            }
        }
        double rounds = 0;
        for (double one : column) {
            rounds += n * (one - mean) * (one - mean);
        }
        double msr = subjects / (n - 1);
        double msc = rounds / (k - 1);
        double mse = Math.max(0, total - subjects - rounds) / ((n - 1) * (k - 1));
        double icc = (msr - mse) / (msr + (k - 1) * mse + k * (msc - mse) / n);
        double[] interval = interval(icc, msr, msc, mse, n, k);
        return new Agreement(icc, interval[0], interval[1], Math.sqrt(within / (n * (k - 1))), mean);
    }

    /// McGraw and Wong 1996, doi 10.1037/1082-989X.1.1.30, table 7, by Satterthwaite's degrees of freedom.
    private static double[] interval(double icc, double msr, double msc, double mse, int n, int k) {
        if (!(icc < 1) || mse == 0) {
            return new double[] {icc, icc};
        }
        double a = k * icc / (n * (1 - icc));
        double b = 1 + k * icc * (n - 1) / (n * (1 - icc));
        double top = a * msc + b * mse;
        double freedom = top * top / (a * msc * a * msc / (k - 1) + b * mse * b * mse / ((n - 1) * (k - 1)));
        double lower = FDistribution.quantile(0.975, n - 1, freedom);
        double upper = FDistribution.quantile(0.975, freedom, n - 1);
        double rest = k * msc + (k * n - k - n) * mse;
        return new double[] {
            n * (msr - lower * mse) / (lower * rest + n * msr), n * (upper * msr - mse) / (rest + n * upper * msr)
        };
    }

    /// Standard deviation within a subject in per cent of the mean.
    double variationPercent() {
        return 100 * withinSubject / Math.abs(mean);
    }
}
