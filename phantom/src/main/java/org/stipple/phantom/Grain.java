package org.stipple.phantom;

/// Randomness without state: each value follows from a seed and a place, so that rows may be made in any order.
final class Grain {

    private Grain() {}

    /// Mixes a place into 64 bits: the finisher of SplitMix64 (Steele 2014, doi 10.1145/2714064.2660195).
    static long bits(long seed, long x, long y) {
        long z = seed + x * 0x9E3779B97F4A7C15L + y * 0xD1B54A32D192ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /// Uniform in [0, 1).
    static double uniform(long seed, long x, long y) {
        return (bits(seed, x, y) >>> 11) * 0x1.0p-53;
    }

    /// Nearly normal, mean 0, standard deviation 1: the sum of four uniform 16-bit numbers, which suffices
    /// for noise that ends in 8 bits.
    static double normal(long seed, long x, long y) {
        long b = bits(seed, x, y);
        long sum = (b & 0xFFFF) + (b >>> 16 & 0xFFFF) + (b >>> 32 & 0xFFFF) + (b >>> 48);
        return (sum / 65536.0 - 2) * 1.7320508;
    }

    /// Smooth noise in -1..1 that changes over about one unit.
    static double smooth(long seed, double x, double y) {
        double fx = Math.floor(x);
        double fy = Math.floor(y);
        long ix = (long) fx;
        long iy = (long) fy;
        double tx = fade(x - fx);
        double ty = fade(y - fy);
        double top = lerp(tx, corner(seed, ix, iy), corner(seed, ix + 1, iy));
        double bottom = lerp(tx, corner(seed, ix, iy + 1), corner(seed, ix + 1, iy + 1));
        return lerp(ty, top, bottom);
    }

    /// Fractional Brownian motion: octaves of [#smooth], each half as wide and `gain` times as high.
    static double fractal(long seed, double x, double y, int octaves, double gain) {
        double sum = 0;
        double height = 1;
        double scale = 1;
        for (int octave = 0; octave < octaves; octave++) {
            sum += height * smooth(seed + octave * 7919L, x * scale, y * scale);
            height *= gain;
            scale *= 2.03;
        }
        return sum;
    }

    static double corner(long seed, long x, long y) {
        return (int) bits(seed, x, y) * 0x1.0p-31;
    }

    static double fade(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static double lerp(double t, double a, double b) {
        return a + t * (b - a);
    }
}
