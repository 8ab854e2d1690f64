package org.stipple.imaging;

import org.stipple.imaging.colour.Correction;
import org.stipple.imaging.colour.Lab;
import org.stipple.imaging.raster.Plane;

/// The mean colour of the skin of a zone, without pixels that show something else: clipped ones, and those
/// that mirror the light.
///
/// @param used pixels that count
/// @param total pixels of the zone
/// @param clipped those of which a channel is full or empty
/// @param logRed mean of log10 of linear red over the pixels that count
/// @param logGreen of green
/// @param logBlue of blue
/// @param luminance mean, 0 to 1
record ZoneColour(int used, int total, int clipped, double logRed, double logGreen, double logBlue, double luminance) {

    /// A channel at or below this has no colour left.
    static final int DARK = 2;

    /// A channel at or above this is full.
    static final int FULL = 253;

    /// A pixel mirrors the light when it is this much brighter than the zone and this much whiter: `design`,
    /// by the dichromatic model the light itself is added to the colour of the skin.
    static final double MIRROR = 1.3;

    private static final int BAND = 64;
    private static final boolean[] CLIPPED = new boolean[256];

    static {
        for (int value = 0; value < CLIPPED.length; value++) {
            CLIPPED[value] = value <= DARK || value >= FULL;
        }
    }

    /// No skin reflects less.
    private static final double DARKEST = 1e-4;

    static ZoneColour of(Photo photo, Region region) {
        Sums first = sums(photo, region, new Mirror(Double.MAX_VALUE, Double.MAX_VALUE), true);
        int clipped = region.count() - (int) first.n;
        if (first.n == 0) {
            return new ZoneColour(0, region.count(), clipped, 0, 0, 0, 0);
        }
        var mirror = new Mirror(MIRROR * first.luminance / first.n, MIRROR * first.whiteness / first.n);
        Sums sum = sums(photo, region, mirror, false);
        return new ZoneColour(
                (int) sum.n,
                region.count(),
                clipped,
                sum.log(0) / sum.n,
                sum.log(1) / sum.n,
                sum.log(2) / sum.n,
                sum.luminance / sum.n);
    }

    /// Part of the zone of which a channel is full or empty.
    double clippedPercent() {
        return total == 0 ? 0 : 100.0 * clipped / total;
    }

    /// By how much brighter or darker another photo shows the same skin, in powers of two.
    double stopsTo(ZoneColour other) {
        return Math.abs(Math.log(other.luminance() / luminance()) / Math.log(2));
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

    private static boolean isClipped(int rgb) {
        return CLIPPED[rgb >> 16 & 0xFF] || CLIPPED[rgb >> 8 & 0xFF] || CLIPPED[rgb & 0xFF];
    }

    /// Bands of rows are added in order: the same photo gives the same last digit whatever the number of cores.
    ///
    /// @param all whether the whiteness of every pixel is asked, else how often each channel has each value
    private static Sums sums(Photo photo, Region region, Mirror mirror, boolean all) {
        int top = region.box()[1];
        int bottom = region.box()[3];
        var bands = new Sums[Math.ceilDiv(bottom - top, BAND)];
        Plane.eachRow(bands.length, band -> {
            bands[band] = new Sums();
            for (int y = top + band * BAND; y < Math.min(bottom, top + (band + 1) * BAND); y++) {
                if (all) {
                    bands[band].addAll(photo, region.runs(y), y);
                } else {
                    bands[band].addMatt(photo, region.runs(y), y, mirror);
                }
            }
        });
        var sum = new Sums();
        for (Sums band : bands) {
            sum.add(band);
        }
        return sum;
    }

    /// Above both, a pixel mirrors the light.
    private record Mirror(double luminance, double whiteness) {}

    private static final class Sums {

        private long n;
        private double luminance;
        private double whiteness;
        private final int[] red = new int[256];
        private final int[] green = new int[256];
        private final int[] blue = new int[256];

        void addAll(Photo photo, int[] runs, int y) {
            int[] pixels = photo.pixels();
            int row = y * photo.width();
            for (int i = 0; i < runs.length; i += 2) {
                for (int at = row + runs[i]; at < row + runs[i + 1]; at++) {
                    int rgb = pixels[at];
                    if (!isClipped(rgb)) {
                        n++;
                        luminance += LinearLight.luminance(rgb);
                        whiteness += whiteness(rgb);
                    }
                }
            }
        }

        void addMatt(Photo photo, int[] runs, int y, Mirror mirror) {
            int[] pixels = photo.pixels();
            int row = y * photo.width();
            for (int i = 0; i < runs.length; i += 2) {
                for (int at = row + runs[i]; at < row + runs[i + 1]; at++) {
                    int rgb = pixels[at];
                    double light = LinearLight.luminance(rgb);
                    if (isClipped(rgb) || light > mirror.luminance && whiteness(rgb) > mirror.whiteness) {
                        continue;
                    }
                    n++;
                    luminance += light;
                    red[rgb >> 16 & 0xFF]++;
                    green[rgb >> 8 & 0xFF]++;
                    blue[rgb & 0xFF]++;
                }
            }
        }

        void add(Sums other) {
            n += other.n;
            luminance += other.luminance;
            whiteness += other.whiteness;
            for (int value = 0; value < red.length; value++) {
                red[value] += other.red[value];
                green[value] += other.green[value];
                blue[value] += other.blue[value];
            }
        }

        /// Sum of the decadic logarithms of a channel; 0 is clipped and never there.
        double log(int channel) {
            int[] counts = channel == 0 ? red : channel == 1 ? green : blue;
            double sum = 0;
            for (int value = 1; value < counts.length; value++) {
                sum += counts[value] * LinearLight.log10(value);
            }
            return sum;
        }
    }

    /// Part of the smallest channel in the sum of the three, linear: 1/3 for white.
    private static double whiteness(int rgb) {
        double red = LinearLight.of(rgb >> 16 & 0xFF);
        double green = LinearLight.of(rgb >> 8 & 0xFF);
        double blue = LinearLight.of(rgb & 0xFF);
        return Math.min(red, Math.min(green, blue)) / (red + green + blue);
    }
}
