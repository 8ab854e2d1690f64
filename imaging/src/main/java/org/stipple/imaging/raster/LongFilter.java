package org.stipple.imaging.raster;

import java.util.Arrays;

/// The second derivative across a line, averaged along it, in sixteen directions, where the Hessian sees
/// something
/// dark at all.
///
/// A filter has four pieces, and what counts is the mean of the middle two: so neither one hole in it makes a
/// line
/// nor one highlight breaks one, and at the end of a line half of its depth is left.
///
/// Tile by tile, direction by direction: the derivative of a direction is made once for a tile, and the near
/// halves
/// of the filters are summed for whole rows, of which most come to nothing.
public final class LongFilter {

    /// In half a turn.
    public static final int DIRECTIONS = 16;

    private static final double STEP = 1.5;
    private static final int COLUMNS = 256;
    private static final int STRIP = 64;

    /// Where fewer pixels of a row are asked, each is summed on its own.
    private static final int FEW = COLUMNS / 5;

    /// Places along each direction on one side.
    private final int[][] dx = new int[DIRECTIONS][];

    private final int[][] dy = new int[DIRECTIONS][];

    /// Of the three second derivatives in that across each direction.
    private final float[] across = new float[DIRECTIONS];

    private final float[] down = new float[DIRECTIONS];
    private final float[] mixed = new float[DIRECTIONS];
    private final int steps;
    private final int margin;
    private final float least;

    /// Sum over the near halves below which nothing comes of the far ones.
    private final float toGoOn;

    /// Is told what was found.
    @FunctionalInterface
    public interface Answer {
        /// From several threads, for each pixel once.
        ///
        /// @param at index of the pixel
        /// @param value the most of any direction, above 0
        /// @param direction in sixteenths of half a turn, 0 = along the row, growing towards the next row
        void of(int at, float value, int direction);
    }

    /// @param reachPx half length of the filters
    /// @param least pixels whose larger second derivative is less are not asked
    public LongFilter(double reachPx, float least) {
        this.steps = 2 * Math.max(1, (int) Math.round(reachPx / STEP / 2));
        this.margin = (int) Math.ceil(steps * STEP) + 1;
        this.least = least;
        this.toGoOn = 0.5f * least * steps;
        for (int d = 0; d < DIRECTIONS; d++) {
            double sin = Math.sin(radians(d));
            double cos = Math.cos(radians(d));
            across[d] = (float) (sin * sin);
            down[d] = (float) (cos * cos);
            mixed[d] = (float) (-2 * sin * cos);
            dx[d] = new int[steps];
            dy[d] = new int[steps];
            for (int i = 0; i < steps; i++) {
                dx[d][i] = (int) Math.round((i + 1) * STEP * cos);
                dy[d][i] = (int) Math.round((i + 1) * STEP * sin);
            }
        }
    }

    /// The angle of a direction against the row.
    public static double radians(int direction) {
        return direction * Math.PI / DIRECTIONS;
    }

    /// @param derivatives across, down and mixed, as [Hessian#derivatives] has them
    /// @param where pixels to be asked
    public void each(Plane[] derivatives, boolean[] where, Answer answer) {
        Plane plane = derivatives[0];
        int columns = Math.ceilDiv(plane.width(), COLUMNS);
        int strips = Math.ceilDiv(plane.height(), STRIP);
        Plane.eachRow(columns * strips, i -> {
            int left = i % columns * COLUMNS;
            int top = i / columns * STRIP;
            new InTile(
                            derivatives,
                            left,
                            Math.min(plane.width(), left + COLUMNS),
                            top,
                            Math.min(plane.height(), top + STRIP))
                    .each(where, answer);
        });
    }

    /// One tile with what the filters reach around it.
    private final class InTile {

        private final int left;
        private final int top;
        private final int columns;
        private final int rows;
        private final int width;
        private final float[][] xx;
        private final float[][] yy;
        private final float[][] xy;

        /// The second derivative across the direction that is looked at.
        private final float[][] along;

        private final float[] shifted;
        private final float[] after;
        private final float[] before;

        /// Of each row the pixels that are asked.
        private final int[][] asked;

        private final float[][] best;
        private final byte[][] direction;

        InTile(Plane[] derivatives, int left, int right, int top, int bottom) {
            this.left = left;
            this.top = top;
            this.columns = right - left;
            this.rows = bottom - top;
            this.width = derivatives[0].width();
            this.xx = cut(derivatives[0]);
            this.yy = cut(derivatives[1]);
            this.xy = cut(derivatives[2]);
            this.along = new float[rows + 2 * margin][columns + 2 * margin];
            this.shifted = new float[columns];
            this.after = new float[columns];
            this.before = new float[columns];
            this.asked = new int[rows][];
            this.best = new float[rows][columns];
            this.direction = new byte[rows][columns];
        }

        /// Beyond the edges of the plane the last number goes on.
        private float[][] cut(Plane plane) {
            var cut = new float[rows + 2 * margin][columns + 2 * margin];
            for (int y = 0; y < cut.length; y++) {
                Tile.load(plane, top + y - margin, left - margin, cut[y]);
            }
            return cut;
        }

        void each(boolean[] where, Answer answer) {
            int all = 0;
            for (int y = 0; y < rows; y++) {
                asked[y] = asked(where, y);
                all += asked[y].length;
            }
            if (all == 0) {
                return;
            }
            for (int d = 0; d < DIRECTIONS; d++) {
                for (int y = 0; y < along.length; y++) {
                    Rows.combine(xx[y], across[d], yy[y], down[d], xy[y], mixed[d], along[y]);
                }
                for (int y = 0; y < rows; y++) {
                    if (asked[y].length > 0) {
                        look(d, y);
                    }
                }
            }
            for (int y = 0; y < rows; y++) {
                for (int x : asked[y]) {
                    if (best[y][x] > 0) {
                        answer.of((top + y) * width + left + x, best[y][x], direction[y][x]);
                    }
                }
            }
        }

        private int[] asked(boolean[] where, int y) {
            var most = new float[columns + 2 * margin];
            Rows.largest(xx[y + margin], yy[y + margin], xy[y + margin], most, most.length);
            var found = new int[columns];
            int n = 0;
            for (int x = 0; x < columns; x++) {
                if (where[(top + y) * width + left + x] && most[x + margin] >= least) {
                    found[n] = x;
                    n++;
                }
            }
            return Arrays.copyOf(found, n);
        }

        private void look(int d, int y) {
            int half = steps / 2;
            boolean isFew = asked[y].length < FEW;
            if (!isFew) {
                sum(d, y, half, 1, after);
                sum(d, y, half, -1, before);
            }
            for (int x : asked[y]) {
                float nearAfter = isFew ? sum(d, x, y, 0, half, 1) : after[x];
                float nearBefore = isFew ? sum(d, x, y, 0, half, -1) : before[x];
                // Most directions lead away from the line at once.
                if (nearAfter + nearBefore >= toGoOn) {
                    float farAfter = sum(d, x, y, half, steps, 1);
                    float farBefore = sum(d, x, y, half, steps, -1);
                    float low = Math.min(Math.min(nearBefore, nearAfter), Math.min(farBefore, farAfter));
                    float high = Math.max(Math.max(nearBefore, nearAfter), Math.max(farBefore, farAfter));
                    float value = (nearBefore + nearAfter + farBefore + farAfter - low - high) / steps;
                    if (value > best[y][x]) {
                        best[y][x] = value;
                        direction[y][x] = (byte) d;
                    }
                }
            }
        }

        /// Of a whole row.
        private void sum(int d, int y, int half, int sign, float[] out) {
            Arrays.fill(out, 0);
            for (int i = 0; i < half; i++) {
                float[] row = along[y + margin + sign * dy[d][i]];
                System.arraycopy(row, margin + sign * dx[d][i], shifted, 0, columns);
                Rows.add(shifted, out, columns);
            }
        }

        /// Of one pixel.
        private float sum(int d, int x, int y, int from, int to, int sign) {
            float sum = 0;
            for (int i = from; i < to; i++) {
                sum += along[y + margin + sign * dy[d][i]][x + margin + sign * dx[d][i]];
            }
            return sum;
        }
    }
}
