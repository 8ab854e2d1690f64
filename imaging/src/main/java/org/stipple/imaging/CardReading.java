package org.stipple.imaging;

import java.util.Optional;
import org.stipple.imaging.card.CardFinder;
import org.stipple.imaging.colour.ColourChecker;
import org.stipple.imaging.colour.CorrectionFit;
import org.stipple.imaging.geometry.Homography;

/// The colour card in a photo: where it lies and what it says about colours.
///
/// @param map from patches (columns 0 to 5, rows 0 to 3) to the photo
/// @param fit nothing when too many patches are clipped
record CardReading(Homography map, Optional<CorrectionFit> fit) {

    /// The card is looked for at this size, and read in the photo itself.
    private static final int LONG_SIDE = 1400;

    private static final int MIN_SIDE = 60;

    /// Half of the width of what is read of a patch, of the step from one patch to the next: patches fill about
    /// four fifths of it.
    private static final double READ = 0.2;

    /// `design`: part of a patch that may be full.
    private static final double MAX_FULL = 0.02;

    /// `design`: spread within a patch, in square roots of light: above it something lies on it.
    private static final double MAX_SPREAD = 0.1;

    private static final int MAX_SAMPLES = 64;

    static Optional<CardReading> of(Photo photo) {
        int factor = PhotoLight.factor(photo, LONG_SIDE);
        if (Math.min(photo.width(), photo.height()) / factor < MIN_SIDE) {
            return Optional.empty();
        }
        return CardFinder.find(new PhotoLight(photo).reduced(factor))
                .map(found -> enlarged(found, factor))
                .map(map -> new CardReading(map, fit(photo, map)));
    }

    private static Homography enlarged(Homography m, int k) {
        return new Homography(k * m.a(), k * m.b(), k * m.c(), k * m.d(), k * m.e(), k * m.f(), m.g(), m.h());
    }

    /// From patch to patch in pixels, in the middle of the card.
    double pitchPx() {
        return Math.sqrt(Math.abs(map.areaFactor(2.5, 1.5)));
    }

    double tiltDegrees() {
        return map.tiltDegrees(2.5, 1.5);
    }

    private static Optional<CorrectionFit> fit(Photo photo, Homography map) {
        var seen = new double[ColourChecker.PATCHES][];
        var usable = new boolean[ColourChecker.PATCHES];
        int samples = (int) Math.clamp(2 * READ * Math.sqrt(Math.abs(map.areaFactor(2.5, 1.5))), 3, MAX_SAMPLES);
        for (int patch = 0; patch < seen.length; patch++) {
            double[] mean = patch(photo, map, patch, samples);
            usable[patch] = mean[3] <= MAX_FULL && mean[4] <= MAX_SPREAD;
            seen[patch] = new double[] {mean[0], mean[1], mean[2]};
        }
        return CorrectionFit.of(seen, usable);
    }

    /// @return mean linear red, green, blue; part of it that is full; spread
    private static double[] patch(Photo photo, Homography map, int patch, int samples) {
        var sum = new double[5];
        double roots = 0;
        double squares = 0;
        for (int j = 0; j < samples; j++) {
            for (int i = 0; i < samples; i++) {
                double column = patch % ColourChecker.COLUMNS + READ * (2 * (i + 0.5) / samples - 1);
                double row = patch / ColourChecker.COLUMNS + READ * (2 * (j + 0.5) / samples - 1);
                int x = (int) Math.clamp(map.u(column, row), 0, photo.width() - 1.0);
                int y = (int) Math.clamp(map.v(column, row), 0, photo.height() - 1.0);
                int rgb = photo.rgbAt(x, y);
                sum[0] += LinearLight.of(rgb >> 16 & 0xFF);
                sum[1] += LinearLight.of(rgb >> 8 & 0xFF);
                sum[2] += LinearLight.of(rgb & 0xFF);
                sum[3] += isFull(rgb) ? 1 : 0;
                double luminance = LinearLight.luminance(rgb);
                roots += Math.sqrt(luminance);
                squares += luminance;
            }
        }
        double n = (double) samples * samples;
        for (int i = 0; i < 4; i++) {
            sum[i] /= n;
        }
        sum[4] = Math.sqrt(Math.max(0, squares / n - roots / n * (roots / n)));
        return sum;
    }

    private static boolean isFull(int rgb) {
        return (rgb >> 16 & 0xFF) >= ZoneColour.FULL
                || (rgb >> 8 & 0xFF) >= ZoneColour.FULL
                || (rgb & 0xFF) >= ZoneColour.FULL;
    }
}
