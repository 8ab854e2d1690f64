package org.stipple.imaging;

/// Part of a zone that does not look like the rest of its skin: hair, a frame of glasses, cloth, a hand's
/// shadow. Judged by small squares, some of which fall into a strand of hair; spots, pores and wrinkles are
/// neither so dark nor so many.
final class Occlusion {

    /// `design`: what is left still stands for the zone.
    static final double MAX_PERCENT = 10;

    private static final int ACROSS = 250;

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
        double luminance = grid.median(grid::luminance);
        double red = grid.median(at -> redness(grid, at));
        double blue = grid.median(at -> yellowness(grid, at));
        int all = 0;
        int other = 0;
        for (int at = 0; at < grid.inside().length; at++) {
            if (grid.inside()[at]) {
                all++;
                boolean dark = grid.luminance(at) < DARK * luminance;
                boolean shines = grid.luminance(at) > SHINING * luminance;
                boolean coloured = Math.abs(redness(grid, at) - red) > OTHER_RED
                        || Math.abs(yellowness(grid, at) - blue) > OTHER_BLUE;
                other += dark || !shines && coloured ? 1 : 0;
            }
        }
        return all == 0 ? 0 : 100.0 * other / all;
    }

    private static double redness(ZoneGrid grid, int at) {
        return Math.log10((grid.light()[0][at] + 1e-3) / (grid.light()[1][at] + 1e-3));
    }

    private static double yellowness(ZoneGrid grid, int at) {
        return Math.log10((grid.light()[1][at] + 1e-3) / (grid.light()[2][at] + 1e-3));
    }
}
