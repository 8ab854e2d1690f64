package org.stipple.imaging.raster;

/// Second derivatives of a plane at one scale, times the square of the scale, so that a line as wide as the
/// scale answers alike at every scale: for a groove of Gaussian profile, depth A and standard deviation s, the
/// largest is A * sigma^2 * s / (s^2 + sigma^2)^1.5.
///
/// Blur and differences are fused: three blurred rows stay in the cache. The blur is a little less than the
/// scale, by the variance that differences of neighbours have of their own (1/6 pixel squared for the second
/// difference).
public final class Hessian {

    private static final double OWN_VARIANCE = 1.0 / 6;

    private final Blur blur;
    private final float square;

    private Hessian(Blur blur, float square) {
        this.blur = blur;
        this.square = square;
    }

    /// @param sigma in pixels of the planes it will be asked of, at least 0.7
    /// @param variance that those planes already have of this blur, in pixels squared
    public static Hessian at(double sigma, double variance) {
        double left = sigma * sigma - OWN_VARIANCE - variance;
        return new Hessian(Blur.of(Math.sqrt(Math.max(0, left))), (float) (sigma * sigma));
    }

    int radius() {
        return blur.radius();
    }

    /// The larger eigenvalue: high along dark lines. What is already higher in `out` stays.
    public void largest(Plane plane, Plane out) {
        each(plane, (y, left, right, at) -> {
            int n = right - left;
            var row = new float[n];
            var before = new float[n];
            Rows.largest(at.across, at.down, at.mixed, row, n);
            System.arraycopy(out.values(), y * plane.width() + left, before, 0, n);
            Rows.raise(before, row, n);
            store(row, plane, y, left, right, out);
        });
    }

    /// The three second derivatives: across, down, mixed.
    public Plane[] derivatives(Plane plane) {
        var planes = new Plane[] {
            new Plane(plane.width(), plane.height()),
            new Plane(plane.width(), plane.height()),
            new Plane(plane.width(), plane.height())
        };
        each(plane, (y, left, right, at) -> {
            store(at.across, plane, y, left, right, planes[0]);
            store(at.down, plane, y, left, right, planes[1]);
            store(at.mixed, plane, y, left, right, planes[2]);
        });
        return planes;
    }

    /// The outermost columns have no neighbours and stay as they are.
    private static void store(float[] row, Plane plane, int y, int left, int right, Plane out) {
        int from = Math.max(left, 1);
        int to = Math.min(right, plane.width() - 1);
        if (from < to) {
            System.arraycopy(row, from - left, out.values(), y * plane.width() + from, to - from);
        }
    }

    private interface Row {
        void of(int y, int left, int right, InTile at);
    }

    /// The outermost rows have no neighbours and are left out.
    private void each(Plane plane, Row row) {
        Tile.each(plane, (left, right, top, bottom) -> {
            int first = Math.max(1, top);
            int last = Math.min(plane.height() - 1, bottom);
            if (first < last) {
                var tile = new Tile(plane, left, right, radius() + 1, first - 1);
                var at = new InTile(tile, right - left, 3);
                for (int y = first - 1; y <= first; y++) {
                    tile.moveTo(y);
                    at.blur(tile, y);
                }
                for (int y = first; y < last; y++) {
                    tile.moveTo(y + 1);
                    at.blur(tile, y + 1);
                    at.differences(y);
                    row.of(y, left, right, at);
                }
            }
        });
    }

    /// This at work on one tile.
    final class InTile {

        private final float[][] ring;
        private final Blur.Work work;
        private final float[] here;
        private final float[] above;
        private final float[] below;
        private final float[] next;
        private final float[] turn;
        private final float[] turnNext;

        /// Second derivatives of the row that was asked for last.
        final float[] across;

        final float[] down;
        final float[] mixed;

        /// @param columns for which derivatives are asked
        /// @param rows blurred ones that are kept
        InTile(Tile tile, int columns, int rows) {
            ring = new float[rows][columns + 2];
            work = new Blur.Work(tile.length());
            here = new float[columns];
            above = new float[columns];
            below = new float[columns];
            next = new float[columns];
            turn = new float[columns + 2];
            turnNext = new float[columns];
            across = new float[columns];
            down = new float[columns];
            mixed = new float[columns];
        }

        /// @param tile moved to this row
        void blur(Tile tile, int y) {
            blur.row(tile, y, work, row(y));
        }

        /// A blurred row, one number longer at both ends than the derivatives.
        float[] row(int y) {
            return ring[y % ring.length];
        }

        /// All three, of a row whose neighbours above and below are blurred too.
        void differences(int y) {
            curvatures(y);
            int n = across.length;
            Rows.difference(row(y + 1), row(y - 1), turn, n + 2);
            System.arraycopy(turn, 2, turnNext, 0, n);
            Rows.scaledDifference(turnNext, turn, square * 0.25f, mixed, n);
        }

        /// Across and down, without the mixed one.
        void curvatures(int y) {
            int n = across.length;
            float[] h = row(y);
            System.arraycopy(h, 1, here, 0, n);
            System.arraycopy(h, 2, next, 0, n);
            System.arraycopy(row(y - 1), 1, above, 0, n);
            System.arraycopy(row(y + 1), 1, below, 0, n);
            Rows.secondDifference(h, here, next, square, across, n);
            Rows.secondDifference(above, here, below, square, down, n);
        }

        /// The sum of both at one place, as [#curvatures] has it.
        float sum(int x, int y) {
            return across(x, y) + down(x, y);
        }

        private float across(int x, int y) {
            float[] h = row(y);
            return square * (h[x] - 2 * h[x + 1] + h[x + 2]);
        }

        private float down(int x, int y) {
            return square * (row(y - 1)[x + 1] - 2 * row(y)[x + 1] + row(y + 1)[x + 1]);
        }

        /// The smaller curvature at one place divided by the larger.
        float roundness(int x, int y) {
            float[] a = row(y - 1);
            float[] b = row(y + 1);
            float across = across(x, y);
            float down = down(x, y);
            float mixed = square * 0.25f * (b[x + 2] - a[x + 2] - (b[x] - a[x]));
            float sum = across + down;
            float half = 0.5f * (across - down);
            float root = (float) Math.sqrt(half * half + mixed * mixed);
            return (0.5f * sum - root) / (0.5f * sum + root);
        }
    }
}
