package org.stipple.imaging.skin;

import org.jspecify.annotations.Nullable;
import org.stipple.imaging.raster.Blur;
import org.stipple.imaging.raster.Plane;

/// What a plane is on the large: the mean of the skin within some millimetres, of the zone alone and without what
/// stands out of it. What is looked for is then what differs from its ground, whatever the light does across the
/// zone.
///
/// It is kept small, for there is nothing fine in it, and given out in rows of full size.
final class Ground {

    private final Plane small;
    private final int factor;
    private final int width;
    private final int height;
    private final float step;
    private final float offset;

    /// For each column: the nearest pixel of the small plane to its left, that to its right, and how far it is on
    /// the way.
    private final int[] left;

    private final int[] right;
    private final float[] part;

    private Ground(Plane small, int width, int height, int factor) {
        this.small = small;
        this.factor = factor;
        this.width = width;
        this.height = height;
        this.step = 1f / factor;
        this.offset = 0.5f / factor - 0.5f;
        this.left = new int[width];
        this.right = new int[width];
        this.part = new float[width];
        for (int x = 0; x < width; x++) {
            float at = Math.clamp(x * step + offset, 0, small.width() - 1);
            left[x] = (int) at;
            right[x] = Math.min(left[x] + 1, small.width() - 1);
            part[x] = at - left[x];
        }
    }

    /// @param plane any number a pixel
    /// @param counts which pixels are taken for skin
    /// @param sigmaPx how far the mean reaches
    /// @param outlier what differs from the first mean by more is left out of the second
    /// @return the ground at every pixel
    static Plane of(Plane plane, boolean[] counts, double sigmaPx, float outlier) {
        var ground = under(plane, counts, sigmaPx, outlier);
        var large = new Plane(plane.width(), plane.height());
        Plane.eachRow(plane.height(), y -> ground.row(y, large.values(), y * large.width()));
        return large;
    }

    /// The same, not yet enlarged.
    static Ground under(Plane plane, boolean[] counts, double sigmaPx, float outlier) {
        // A hair's breadth more, so that scales that differ by rounding alone have the same cells.
        int factor = Math.max(1, (int) (sigmaPx / 3 + 1e-6));
        var blur = Blur.of(sigmaPx / factor);
        Plane mean = mean(plane, counts, factor, blur, null, 0);
        var first = new Ground(mean, plane.width(), plane.height(), factor);
        Plane second = mean(plane, counts, factor, blur, first, outlier);
        return new Ground(second, plane.width(), plane.height(), factor);
    }

    /// The same under a finer grid.
    ///
    /// @param times pixels of it to a side of a pixel here
    Ground finer(int times, int finerWidth, int finerHeight) {
        return new Ground(small, finerWidth, finerHeight, factor * times);
    }

    /// Takes the ground away from the plane that it lies under.
    void takeFrom(Plane plane) {
        Plane.eachRow(height, y -> {
            var row = new float[width];
            row(y, row, 0);
            float[] values = plane.values();
            for (int x = 0; x < width; x++) {
                values[y * width + x] -= row[x];
            }
        });
    }

    /// One row, written from `to` on.
    void row(int y, float[] out, int to) {
        float at = Math.clamp(y * step + offset, 0, small.height() - 1);
        int top = (int) at;
        float down = at - top;
        int above = top * small.width();
        int below = Math.min(top + 1, small.height() - 1) * small.width();
        var line = new float[small.width()];
        float[] values = small.values();
        for (int i = 0; i < line.length; i++) {
            line[i] = values[above + i] + down * (values[below + i] - values[above + i]);
        }
        for (int x = 0; x < width; x++) {
            float from = line[left[x]];
            out[to + x] = from + part[x] * (line[right[x]] - from);
        }
    }

    private static Plane mean(
            Plane plane, boolean[] counts, int factor, Blur blur, @Nullable Ground ground, float outlier) {
        int width = Math.ceilDiv(plane.width(), factor);
        int height = Math.ceilDiv(plane.height(), factor);
        var sums = new Plane(width, height);
        var weights = new Plane(width, height);
        Plane.eachRow(height, y -> {
            var around = new float[plane.width()];
            for (int j = y * factor; j < Math.min(plane.height(), (y + 1) * factor); j++) {
                if (ground != null) {
                    ground.row(j, around, 0);
                }
                float most = ground == null ? Float.POSITIVE_INFINITY : outlier;
                add(plane, counts, j, around, most, factor, sums, weights, y * width);
            }
        });
        Plane sum = blur.of(sums);
        Plane weight = blur.of(weights);
        float[] out = sum.values();
        double whole = 0;
        double all = 0;
        for (int i = 0; i < out.length; i++) {
            whole += sums.values()[i];
            all += weights.values()[i];
        }
        float everywhere = (float) (all > 0 ? whole / all : 0);
        for (int i = 0; i < out.length; i++) {
            float w = weight.values()[i];
            out[i] = w > 1e-3f ? sum.values()[i] / w : everywhere;
        }
        return sum;
    }

    /// Adds one row of the plane to a row of sums.
    private static void add(
            Plane plane,
            boolean[] counts,
            int y,
            float[] around,
            float most,
            int factor,
            Plane sums,
            Plane weights,
            int to) {
        float[] in = plane.values();
        int row = y * plane.width();
        for (int cell = 0; cell < sums.width(); cell++) {
            float sum = sums.values()[to + cell];
            int n = 0;
            for (int x = cell * factor; x < Math.min(plane.width(), (cell + 1) * factor); x++) {
                float value = in[row + x];
                if (counts[row + x] && Math.abs(value - around[x]) <= most) {
                    sum += value;
                    n++;
                }
            }
            sums.values()[to + cell] = sum;
            weights.values()[to + cell] += n;
        }
    }
}
