package org.stipple.imaging.raster;

import java.util.ArrayList;
import java.util.List;

/// Finds what is dark and round: the highest places of the Laplacian of a Gaussian over some scales (Lindeberg
/// 1998, doi 10.1023/A:1008045108935), each with the ratio of the two curvatures there, which tells the round
/// from the long.
///
/// All scales are looked at while the rows that they need are in the cache; nothing of them is kept but what is
/// found.
public final class BlobFilter {

    /// A place is highest among those so far around it.
    private static final int AROUND = 2;

    /// Every so many places are asked how strongly the finest scale answers.
    private static final int SAMPLE = 7;

    private final Hessian[] scales;
    private final int radius;

    /// A dark round thing.
    ///
    /// @param x column
    /// @param y row
    /// @param scale which of the scales answers most
    /// @param strength sum of the two curvatures there: a Gaussian blob of depth 1 has 1/2 at its own scale
    /// @param roundness the smaller curvature divided by the larger: 1 = round, 0 = straight
    public record Blob(int x, int y, int scale, float strength, float roundness) {}

    /// What was found.
    ///
    /// @param blobs row by row
    /// @param grain median of how strongly, up or down, the finest scale answers anywhere
    public record Found(List<Blob> blobs, float grain) {}

    private BlobFilter(Hessian[] scales) {
        this.scales = scales;
        int most = 0;
        for (Hessian scale : scales) {
            most = Math.max(most, scale.radius());
        }
        this.radius = most;
    }

    /// @param sigmas in pixels, the finest first, each at least 0.7
    public static BlobFilter at(double... sigmas) {
        var scales = new Hessian[sigmas.length];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = Hessian.at(sigmas[i], 0);
        }
        return new BlobFilter(scales);
    }

    /// @param leastStrength above 0
    /// @param leastRoundness 0 to 1
    public Found of(Plane plane, float leastStrength, float leastRoundness) {
        var grain = new float[Math.ceilDiv(plane.values().length, SAMPLE)];
        int across = Math.ceilDiv(plane.width(), Tile.COLUMNS);
        var found = new Blobs[across * Math.ceilDiv(plane.height(), Tile.STRIP)];
        Tile.each(plane, (left, right, top, bottom) -> {
            var tile = new InTile(plane, left, right, top, bottom, grain);
            found[top / Tile.STRIP * across + left / Tile.COLUMNS] = tile.blobs(leastStrength, leastRoundness);
        });
        return new Found(inOrder(found, across, plane), Median.of(grain));
    }

    private record Blobs(List<Blob> list) {}

    /// Row by row over all tiles of a strip.
    private static List<Blob> inOrder(Blobs[] found, int across, Plane plane) {
        var all = new ArrayList<Blob>();
        for (Blobs tile : found) {
            all.addAll(tile.list);
        }
        if (across > 1) {
            all.sort((one, other) -> Integer.compare(one.y * plane.width() + one.x, other.y * plane.width() + other.x));
        }
        return all;
    }

    private final class InTile {

        private final Plane plane;
        private final int left;
        private final int right;
        private final int top;
        private final int bottom;
        private final float[] grain;
        private final Tile tile;
        private final Hessian.InTile[] at;

        /// Of the rows around the one that is asked, two columns longer at both ends.
        private final float[][] strength;

        private final int columns;

        InTile(Plane plane, int left, int right, int top, int bottom, float[] grain) {
            this.plane = plane;
            this.left = left;
            this.right = right;
            this.top = top;
            this.bottom = bottom;
            this.grain = grain;
            this.columns = right - left + 2 * AROUND;
            this.tile = new Tile(
                    plane, left - AROUND, right + AROUND, radius + 1, Math.max(0, Math.max(1, top - AROUND) - 1));
            this.strength = new float[2 * AROUND + 1][columns];
            this.at = new Hessian.InTile[scales.length];
            for (int i = 0; i < at.length; i++) {
                at[i] = scales[i].new InTile(tile, columns, AROUND + 4);
            }
        }

        Blobs blobs(float leastStrength, float leastRoundness) {
            var found = new ArrayList<Blob>();
            int first = Math.max(0, top - AROUND);
            int last = Math.min(plane.height(), bottom + AROUND);
            int blurred = Math.max(0, Math.max(1, first) - 1);
            for (int y = first; y < last; y++) {
                boolean isInside = y >= 1 && y < plane.height() - 1;
                for (; isInside && blurred <= y + 1; blurred++) {
                    tile.moveTo(blurred);
                    for (Hessian.InTile scale : at) {
                        scale.blur(tile, blurred);
                    }
                }
                answer(y, isInside);
                int asked = y - AROUND;
                if (asked >= Math.max(top, AROUND) && asked < Math.min(bottom, plane.height() - AROUND)) {
                    find(asked, leastStrength, leastRoundness, found);
                }
            }
            return new Blobs(found);
        }

        /// The outermost rows and columns have no curvature.
        private void answer(int y, boolean isInside) {
            float[] row = strength[y % strength.length];
            java.util.Arrays.fill(row, 0);
            if (!isInside) {
                return;
            }
            for (int i = 0; i < at.length; i++) {
                at[i].curvatures(y);
                Rows.raiseToSum(at[i].across, at[i].down, row, columns);
                if (i == 0 && y >= top && y < bottom) {
                    sample(y, at[i]);
                }
            }
            for (int x = -AROUND; x < right - left + AROUND; x++) {
                if (left + x <= 0 || left + x >= plane.width() - 1) {
                    row[x + AROUND] = 0;
                }
            }
        }

        private void sample(int y, Hessian.InTile finest) {
            int from = y * plane.width() + Math.max(left, 1);
            int to = y * plane.width() + Math.min(right, plane.width() - 1);
            int start = y * plane.width() + left - AROUND;
            for (int i = Math.ceilDiv(from, SAMPLE); i * SAMPLE < to; i++) {
                int x = i * SAMPLE - start;
                grain[i] = Math.abs(finest.across[x] + finest.down[x]);
            }
        }

        private void find(int y, float leastStrength, float leastRoundness, List<Blob> found) {
            float[] row = strength[y % strength.length];
            int to = Math.min(right, plane.width() - AROUND) - left + AROUND;
            for (int x = Math.max(left, AROUND) - left + AROUND; x < to; x++) {
                if (row[x] >= leastStrength && isTop(x, y, row[x])) {
                    Blob blob = blob(x, y, row[x]);
                    if (blob.roundness >= leastRoundness) {
                        found.add(blob);
                    }
                }
            }
        }

        private boolean isTop(int x, int y, float here) {
            for (int dy = -AROUND; dy <= AROUND; dy++) {
                float[] row = strength[(y + dy) % strength.length];
                for (int dx = -AROUND; dx <= AROUND; dx++) {
                    float other = row[x + dx];
                    if (other > here || other == here && (dy < 0 || dy == 0 && dx < 0)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private Blob blob(int x, int y, float strongest) {
            int scale = 0;
            while (at[scale].sum(x, y) != strongest && scale < at.length - 1) {
                scale++;
            }
            return new Blob(left + x - AROUND, y, scale, strongest, at[scale].roundness(x, y));
        }
    }
}
