package org.stipple.imaging.skin;

import java.util.Arrays;
import org.stipple.imaging.raster.Plane;

/// How much of a zone something takes.
final class Shares {

    private Shares() {}

    static double percent(boolean[] marked, SkinField field) {
        var counts = new long[Math.ceilDiv(marked.length, field.width())][2];
        Plane.eachRow(counts.length, y -> {
            for (int at = y * field.width(); at < (y + 1) * field.width(); at++) {
                if (field.isSkin(at)) {
                    counts[y][0]++;
                    counts[y][1] += marked[at] ? 1 : 0;
                }
            }
        });
        long all = Arrays.stream(counts).mapToLong(row -> row[0]).sum();
        long here = Arrays.stream(counts).mapToLong(row -> row[1]).sum();
        return all == 0 ? 0 : 100.0 * here / all;
    }
}
