package org.stipple.imaging;

/// The distribution of the ratio of two variances (Fisher and Snedecor).
final class FDistribution {

    private static final double TINY = 1e-300;

    private FDistribution() {}

    /// The value that the ratio stays below with a probability.
    static double quantile(double probability, double numerator, double denominator) {
        double low = 0;
        double high = 1;
        while (cumulative(high, numerator, denominator) < probability && high < 1e12) {
            high *= 2;
        }
        for (int step = 0; step < 200; step++) {
            double middle = (low + high) / 2;
            if (cumulative(middle, numerator, denominator) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    static double cumulative(double f, double numerator, double denominator) {
        return beta(numerator * f / (numerator * f + denominator), numerator / 2, denominator / 2);
    }

    /// The regularised incomplete beta function by its continued fraction (DLMF 8.17.22).
    private static double beta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        if (x > (a + 1) / (a + b + 2)) {
            return 1 - beta(1 - x, b, a);
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double fraction = d;
        for (int m = 1; m <= 500; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            fraction *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            fraction *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                break;
            }
        }
        return front * fraction;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /// Stirling's series after shifting the argument above 10 (DLMF 5.11.1).
    private static double logGamma(double x) {
        double shift = 0;
        double z = x;
        while (z < 10) {
            shift -= Math.log(z);
            z++;
        }
        double z2 = z * z;
        double series = 1 / (12 * z) * (1 - 1 / (30 * z2) * (1 - 2 / (7 * z2) * (1 - 3 / (4 * z2))));
        return shift + (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series;
    }
}
