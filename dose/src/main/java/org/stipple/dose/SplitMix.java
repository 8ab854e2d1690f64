package org.stipple.dose;

/// The one source of chance of an estimate: SplitMix64, a counter that is scrambled. Mutable, for one thread.
///
/// Written out here so that a seed gives the same bytes on every Java release. Source: Steele, Lea, Flood,
/// OOPSLA 2014, doi 10.1145/2660193.2660195; the scrambler is David Stafford's mix 13.
final class SplitMix {

    private long counter;
    private double spare;
    private boolean hasSpare;

    SplitMix(long seed) {
        counter = seed;
    }

    long nextLong() {
        counter += 0x9E3779B97F4A7C15L;
        return mix(counter);
    }

    /// The scrambler alone: neighbouring numbers give unrelated ones.
    static long mix(long number) {
        long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /// Uniform in [0, 1), 53 bits.
    double uniform() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /// Standard normal, by Marsaglia's polar method (Marsaglia, Bray, SIAM Review 1964;6:260): two at a time.
    /// With StrictMath, because Math.log may differ in the last bit between machines.
    double gaussian() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        while (true) {
            double u = 2 * uniform() - 1;
            double v = 2 * uniform() - 1;
            double s = u * u + v * v;
            if (s < 1 && s > 0) {
                double scale = Math.sqrt(-2 * StrictMath.log(s) / s);
                spare = v * scale;
                hasSpare = true;
                return u * scale;
            }
        }
    }
}
