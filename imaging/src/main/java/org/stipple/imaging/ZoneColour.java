package org.stipple.imaging;

import java.util.stream.IntStream;
import org.stipple.imaging.colour.Correction;
import org.stipple.imaging.colour.Lab;

/// The mean colour of the skin of a zone, without pixels that show something else: clipped ones, and those
/// that mirror the light.
///
/// @param used pixels that count
/// @param total pixels of the zone
/// @param logRed mean of log10 of linear red over the pixels that count
/// @param logGreen of green
/// @param logBlue of blue
/// @param luminance mean, 0 to 1
record ZoneColour(int used, int total, double logRed, double logGreen, double logBlue, double luminance) {

    /// A channel at or below this has no colour left.
    static final int DARK = 2;

    /// A channel at or above this is full.
    static final int FULL = 253;

    /// A pixel mirrors the light when it is this much brighter than the zone and this much whiter: `design`,
    /// by the dichromatic model the light itself is added to the colour of the skin.
    static final double MIRROR = 1.3;

    /// No skin reflects less.
    private static final double DARKEST = 1e-4;

    static ZoneColour of(Photo photo, Region region) {
        double[] first = sums(photo, region, Double.MAX_VALUE, Double.MAX_VALUE);
        if (first[0] == 0) {
            return new ZoneColour(0, region.count(), 0, 0, 0, 0);
        }
        double[] sum = sums(photo, region, MIRROR * first[4] / first[0], MIRROR * first[5] / first[0]);
        return new ZoneColour(
                (int) sum[0], region.count(), sum[1] / sum[0], sum[2] / sum[0], sum[3] / sum[0], sum[4] / sum[0]);
    }

    /// log10(R/G): the erythema index (reference: linear RGB; not comparable between people of different skin
    /// tone, because melanin too absorbs more green than red).
    double erythemaIndex() {
        return logRed - logGreen;
    }

    /// 100 * log10(1/R): the melanin index (reference); without a card as relative as the exposure is.
    double melaninIndex(Correction correction) {
        return correction.isAbsolute()
                ? -100 * Math.log10(Math.max(DARKEST, correction.red(red(), green(), blue())))
                : -100 * logRed;
    }

    /// Individual typology angle, atan2(L* - 50, b*) in degrees (Chardon 1991, doi
    /// 10.1111/j.1467-2494.1991.tb00561.x), of the mean colour.
    ///
    /// @param correction by a card: without one the angle says nothing
    double itaDegrees(Correction correction) {
        Lab lab = correction.lab(red(), green(), blue());
        return Math.toDegrees(Math.atan2(lab.l() - 50, lab.b()));
    }

    private double red() {
        return Math.pow(10, logRed);
    }

    private double green() {
        return Math.pow(10, logGreen);
    }

    private double blue() {
        return Math.pow(10, logBlue);
    }

    /// log10(B/G): hardly changed by blood, which absorbs both, but by the colour of the light and by pigment.
    double blueToGreen() {
        return logBlue - logGreen;
    }

    static boolean isClipped(int rgb) {
        return isClippedChannel(rgb >> 16 & 0xFF) || isClippedChannel(rgb >> 8 & 0xFF) || isClippedChannel(rgb & 0xFF);
    }

    private static boolean isClippedChannel(int value) {
        return value <= DARK || value >= FULL;
    }

    /// @return pixels, sum of log red, log green, log blue, luminance, whiteness
    private static double[] sums(Photo photo, Region region, double maxLuminance, double maxWhiteness) {
        var rows = new double[photo.height()][];
        IntStream.range(0, photo.height())
                .parallel()
                .forEach(y -> rows[y] = rowSums(photo, region, y, maxLuminance, maxWhiteness));
        // Rows are added in order: the same photo gives the same last digit whatever the number of cores.
        var sum = new double[6];
        for (double[] row : rows) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += row[i];
            }
        }
        return sum;
    }

    private static double[] rowSums(Photo photo, Region region, int y, double maxLuminance, double maxWhiteness) {
        var sum = new double[6];
        int[] pixels = photo.pixels();
        int width = photo.width();
        for (int from = region.nextInside(0, y); from < width; from = region.nextInside(from, y)) {
            int to = region.nextOutside(from, y);
            for (int x = from; x < to; x++) {
                int rgb = pixels[y * width + x];
                double luminance = LinearLight.luminance(rgb);
                double whiteness = whiteness(rgb);
                if (isClipped(rgb) || luminance > maxLuminance && whiteness > maxWhiteness) {
                    continue;
                }
                sum[0]++;
                sum[1] += LinearLight.log10(rgb >> 16 & 0xFF);
                sum[2] += LinearLight.log10(rgb >> 8 & 0xFF);
                sum[3] += LinearLight.log10(rgb & 0xFF);
                sum[4] += luminance;
                sum[5] += whiteness;
            }
            from = to;
        }
        return sum;
    }

    /// Part of the smallest channel in the sum of the three, linear: 1/3 for white.
    private static double whiteness(int rgb) {
        double red = LinearLight.of(rgb >> 16 & 0xFF);
        double green = LinearLight.of(rgb >> 8 & 0xFF);
        double blue = LinearLight.of(rgb & 0xFF);
        return Math.min(red, Math.min(green, blue)) / (red + green + blue);
    }
}
