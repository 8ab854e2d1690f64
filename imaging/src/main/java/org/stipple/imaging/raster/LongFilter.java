package org.stipple.imaging.raster;

import java.util.Arrays;

/// The second derivative across a line, averaged along it, in sixteen directions, where the Hessian sees
/// something dark at all.
///
/// A filter has four pieces, and what counts is the mean of the middle two: so neither one hole in it makes a
/// line nor one highlight breaks one, and at the end of a line half of its depth is left.
///
/// Tile by tile, direction by direction: the derivative of a direction is made once for a tile, in one array,
/// so that a place along it is one step away from a pixel.
public final class LongFilter {

    /// In half a turn.
    public static final int DIRECTIONS = 16;

    private static final double STEP = 1.5;
    private static final int COLUMNS = 256;
    private static final int STRIP = 128;

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
        private final int stride;
        private final float[] xx;
        private final float[] yy;
        private final float[] xy;

        /// The second derivative across the direction that is looked at.
        private final float[] along;

        /// From a pixel to the places along that direction on one side; those on the other are as far away.
        private final int[] places = new int[steps];

        private final float[][] best;
        private final byte[][] direction;

        InTile(Plane[] derivatives, int left, int right, int top, int bottom) {
            this.left = left;
            this.top = top;
            this.columns = right - left;
            this.rows = bottom - top;
            this.width = derivatives[0].width();
            this.stride = columns + 2 * margin;
            this.xx = cut(derivatives[0]);
            this.yy = cut(derivatives[1]);
            this.xy = cut(derivatives[2]);
            this.along = new float[xx.length];
            this.best = new float[rows][columns];
            this.direction = new byte[rows][columns];
        }

        /// Beyond the edges of the plane the last number goes on.
        private float[] cut(Plane plane) {
            var cut = new float[(rows + 2 * margin) * stride];
            var row = new float[stride];
            for (int y = 0; y < rows + 2 * margin; y++) {
                Tile.load(plane, top + y - margin, left - margin, row);
                System.arraycopy(row, 0, cut, y * stride, stride);
            }
            return cut;
        }

        void each(boolean[] where, Answer answer) {
            var asked = new int[rows][];
            int all = 0;
            for (int y = 0; y < rows; y++) {
                asked[y] = asked(where, y);
                all += asked[y].length;
            }
            if (all == 0) {
                return;
            }
            for (int d = 0; d < DIRECTIONS; d++) {
                Rows.combine(xx, across[d], yy, down[d], xy, mixed[d], along);
                for (int i = 0; i < steps; i++) {
                    places[i] = dy[d][i] * stride + dx[d][i];
                }
                for (int y = 0; y < rows; y++) {
                    look((y + margin) * stride + margin, asked[y], (byte) d, best[y], direction[y]);
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
            var most = new float[columns];
            int from = (y + margin) * stride + margin;
            Rows.largest(part(xx, from), part(yy, from), part(xy, from), most, columns);
            var found = new int[columns];
            int n = 0;
            for (int x = 0; x < columns; x++) {
                if (where[(top + y) * width + left + x] && most[x] >= least) {
                    found[n] = x;
                    n++;
                }
            }
            return Arrays.copyOf(found, n);
        }

        private float[] part(float[] tile, int from) {
            return Arrays.copyOfRange(tile, from, from + columns);
        }

        /// Four places at a time, on both sides: loops are short, and a step of one costs as much as what it
        /// adds.
        ///
        /// @param row index of its first pixel in the tile
        /// @param most so far, and of which direction
        private void look(int row, int[] columns, byte d, float[] most, byte[] direction) {
            int half = steps / 2;
            for (int x : columns) {
                int at = row + x;
                float nearAfter = 0;
                float nearBefore = 0;
                int i = 0;
                for (; i + 3 < half; i += 4) {
                    nearAfter += along[at + places[i]]
                            + along[at + places[i + 1]]
                            + along[at + places[i + 2]]
                            + along[at + places[i + 3]];
                    nearBefore += along[at - places[i]]
                            + along[at - places[i + 1]]
                            + along[at - places[i + 2]]
                            + along[at - places[i + 3]];
                }
                for (; i < half; i++) {
                    nearAfter += along[at + places[i]];
                    nearBefore += along[at - places[i]];
                }
                // Most directions lead away from the line at once.
                if (nearAfter + nearBefore >= toGoOn) {
                    float value = middle(at, nearAfter, nearBefore) / steps;
                    if (value > most[x]) {
                        most[x] = value;
                        direction[x] = d;
                    }
                }
            }
        }

        /// The sum of the middle two pieces.
        private float middle(int at, float nearAfter, float nearBefore) {
            float farAfter = 0;
            float farBefore = 0;
            int i = steps / 2;
            for (; i + 3 < steps; i += 4) {
                farAfter += along[at + places[i]]
                        + along[at + places[i + 1]]
                        + along[at + places[i + 2]]
                        + along[at + places[i + 3]];
                farBefore += along[at - places[i]]
                        + along[at - places[i + 1]]
                        + along[at - places[i + 2]]
                        + along[at - places[i + 3]];
            }
            for (; i < steps; i++) {
                farAfter += along[at + places[i]];
                farBefore += along[at - places[i]];
            }
            return Math.max(Math.min(nearAfter, nearBefore), Math.min(farAfter, farBefore))
                    + Math.min(Math.max(nearAfter, nearBefore), Math.max(farAfter, farBefore));
        }
    }
}
