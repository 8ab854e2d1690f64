package org.stipple.bench.judge;

/// Fisher's F, by the regularised incomplete beta function (Abramowitz and Stegun 1964, 26.5.8 and 26.6.2).
final class FDistribution {

    private FDistribution() {}

    /// The value below which a part of the distribution lies.
    static double quantile(double part, double freedom1, double freedom2) {
        double low = 0;
        double high = 1;
        while (below(high, freedom1, freedom2) < part && high < 1e12) {
            high *= 2;
        }
        for (int step = 0; step < 200; step++) {
            double middle = (low + high) / 2;
            if (below(middle, freedom1, freedom2) < part) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// The part of the distribution below a value.
    static double below(double f, double freedom1, double freedom2) {
        double x = freedom1 * f / (freedom1 * f + freedom2);
        return beta(x, freedom1 / 2, freedom2 / 2);
    }

    private static double beta(double x, double a, double b) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        if (x > (a + 1) / (a + b + 2)) {
            return 1 - beta(1 - x, b, a);
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
        // The continued fraction from its far end; 400 terms are plenty on this side of the mean.
        double tail = 1;
        for (int m = 400; m >= 1; m--) {
            double half = Math.floor(m / 2.0);
            double term = m % 2 == 0
                    ? half * (b - half) * x / ((a + m - 1) * (a + m))
                    : -(a + half) * (a + b + half) * x / ((a + m - 1) * (a + m));
            tail = 1 + term / tail;
        }
        return front / (a * tail);
    }

    /// Stirling's series, after climbing to where it is exact.
    private static double logGamma(double x) {
        double shift = 0;
        double z = x;
        while (z < 20) {
            shift -= Math.log(z);
            z++;
        }
        double inverse = 1 / (z * z);
        double series = (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse / 1680))) / z;
        return shift + (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series;
    }
}
