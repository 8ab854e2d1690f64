package org.stipple.imaging;

import org.stipple.imaging.raster.Plane;

/// How grainy a photo is: how much of the difference of pixels two apart already is between neighbours. Noise
/// differs as much from one pixel to the next as over two: 1. Skin that a lens has drawn changes by half: 0.5.
/// A compression that rounds grain away, another sensitivity and another camera move it; focus and relief
/// hardly do.
///
/// Pores are as small as grain, and so are found in it: on synthetic skin twice the noise adds 0.10 to 0.19,
/// and feigns new pores.
final class Grain {

    /// `design`: unchanged synthetic skin by one camera stays within 0.01, half a stop of exposure within 0.01,
    /// twice the noise is beyond.
    static final double MAX_CHANGE = 0.06;

    private Grain() {}

    /// Of the green channel, whose numbers the noise of a camera is in; 0.5 for a zone in which nothing changes.
    static double of(Photo photo, Region region) {
        int width = photo.width();
        int[] rgb = photo.pixels();
        var sums = new long[photo.height()][2];
        Plane.eachRow(photo.height(), y -> {
            int[] runs = region.runs(y);
            for (int i = 0; i < runs.length; i += 2) {
                for (int at = y * width + runs[i]; at + 2 < y * width + runs[i + 1]; at++) {
                    int here = rgb[at] >> 8 & 0xFF;
                    sums[y][0] += Math.abs((rgb[at + 1] >> 8 & 0xFF) - here);
                    sums[y][1] += Math.abs((rgb[at + 2] >> 8 & 0xFF) - here);
                }
            }
        });
        long one = 0;
        long two = 0;
        for (long[] row : sums) {
            one += row[0];
            two += row[1];
        }
        return two == 0 ? 0.5 : one / (double) two;
    }
}
