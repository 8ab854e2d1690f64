package org.stipple.imaging;

import org.stipple.imaging.raster.Logarithm;
import org.stipple.imaging.raster.Plane;

/// Part of a zone that does not look like the rest of its skin: hair, a frame of glasses, cloth, a hand's
/// shadow. Judged by small squares, some of which fall into a strand of hair; spots, pores and wrinkles are
/// neither so dark nor so many.
final class Occlusion {

    /// `design`: what is left still stands for the zone.
    static final double MAX_PERCENT = 10;

    private static final int ACROSS = 250;
    private static final float TO_DECADIC = (float) (1 / Math.log(10));

    /// `design`: below this part of the median luminance it is no spot of skin any more.
    private static final double DARK = 0.3;

    /// Brighter than this it shines, which is another matter: the clipping gate's, and that of the metric.
    private static final double SHINING = 1.3;

    /// `design`: in log10(R/G); the reddest and palest skin of one zone stay within.
    private static final double OTHER_RED = 0.25;

    /// `design`: in log10(G/B).
    private static final double OTHER_BLUE = 0.35;

    private Occlusion() {}

    static double percent(Photo photo, Region region) {
        var grid = ZoneGrid.of(photo, region, ACROSS);
        float[] luminances = grid.luminances();
        float[] reds = ratios(grid, 0, 1);
        float[] blues = ratios(grid, 1, 2);
        double luminance = grid.median(luminances);
        double red = grid.median(reds);
        double blue = grid.median(blues);
        int all = 0;
        int other = 0;
        for (int at = 0; at < grid.inside().length; at++) {
            if (grid.inside()[at]) {
                all++;
                boolean dark = luminances[at] < DARK * luminance;
                boolean shines = luminances[at] > SHINING * luminance;
                boolean coloured = Math.abs(reds[at] - red) > OTHER_RED || Math.abs(blues[at] - blue) > OTHER_BLUE;
                other += dark || !shines && coloured ? 1 : 0;
            }
        }
        return all == 0 ? 0 : 100.0 * other / all;
    }

    /// Decadic logarithm of one channel over another: log10(R/G) is redness, log10(G/B) yellowness.
    private static float[] ratios(ZoneGrid grid, int one, int other) {
        float[] above = grid.light()[one];
        float[] below = grid.light()[other];
        var ratios = new float[above.length];
        Plane.eachRow(grid.rows(), row -> {
            for (int at = row * grid.columns(); at < (row + 1) * grid.columns(); at++) {
                ratios[at] = TO_DECADIC * (Logarithm.of(above[at] + 1e-3f) - Logarithm.of(below[at] + 1e-3f));
            }
        });
        return ratios;
    }
}
