package org.stipple.imaging.raster;

/// A Gaussian blur, row by row: down into one row that stays in the cache, then across. At the edges the last
/// number goes on.
public final class Blur {

    private static final int TOGETHER = 4;

    private final float[] kernel;

    private Blur(float[] kernel) {
        this.kernel = kernel;
    }

    /// @param sigma standard deviation in pixels; up to 0.3 nothing is blurred
    public static Blur of(double sigma) {
        int radius = sigma <= 0.3 ? 0 : (int) Math.ceil(3 * sigma);
        var half = new float[radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += weight(i, sigma);
        }
        for (int i = 0; i <= radius; i++) {
            half[i] = (float) (weight(i, sigma) / sum);
        }
        return new Blur(half);
    }

    private static double weight(int i, double sigma) {
        return i == 0 ? 1 : Math.exp(-i * i / (2 * sigma * sigma));
    }

    /// A new plane.
    public Plane of(Plane plane) {
        var blurred = new Plane(plane.width(), plane.height());
        Tile.each(plane, (left, right, top, bottom) -> {
            var tile = new Tile(plane, left, right, radius(), top);
            var row = new float[right - left];
            var work = new Work(tile.length());
            for (int y = top; y < bottom; y++) {
                tile.moveTo(y);
                row(tile, y, work, row);
                System.arraycopy(row, 0, blurred.values(), y * plane.width() + left, row.length);
            }
        });
        return blurred;
    }

    int radius() {
        return kernel.length - 1;
    }

    /// Room to work in, for one thread.
    static final class Work {

        private final float[] down;
        private final float[][] before;
        private final float[][] after;

        /// @param length of the rows of the tile
        Work(int length) {
            down = new float[length];
            before = new float[TOGETHER][length];
            after = new float[TOGETHER][length];
        }
    }

    /// One blurred row.
    ///
    /// @param tile moved to this row, with a margin that is the radius or more
    /// @param out the row of the tile without as many numbers at both ends as it is shorter
    void row(Tile tile, int y, Work work, float[] out) {
        down(tile, y, work);
        int radius = radius();
        int n = out.length;
        int at = (tile.length() - n) / 2;
        System.arraycopy(work.down, at, work.before[0], 0, n);
        Rows.weigh(work.before[0], kernel[0], out, n);
        int k = 1;
        for (; k + TOGETHER - 1 <= radius; k += TOGETHER) {
            for (int i = 0; i < TOGETHER; i++) {
                System.arraycopy(work.down, at - k - i, work.before[i], 0, n);
                System.arraycopy(work.down, at + k + i, work.after[i], 0, n);
            }
            Rows.addFour(work.before, work.after, kernel, k, out, n);
        }
        for (; k <= radius; k++) {
            System.arraycopy(work.down, at - k, work.before[0], 0, n);
            System.arraycopy(work.down, at + k, work.after[0], 0, n);
            Rows.add(work.before[0], work.after[0], kernel[k], out, n);
        }
    }

    private void down(Tile tile, int y, Work work) {
        int radius = radius();
        int n = tile.length();
        Rows.weigh(tile.row(y), kernel[0], work.down, n);
        int k = 1;
        var above = new float[TOGETHER][];
        var below = new float[TOGETHER][];
        for (; k + TOGETHER - 1 <= radius; k += TOGETHER) {
            for (int i = 0; i < TOGETHER; i++) {
                above[i] = tile.row(y - k - i);
                below[i] = tile.row(y + k + i);
            }
            Rows.addFour(above, below, kernel, k, work.down, n);
        }
        for (; k <= radius; k++) {
            Rows.add(tile.row(y - k), tile.row(y + k), kernel[k], work.down, n);
        }
    }
}
