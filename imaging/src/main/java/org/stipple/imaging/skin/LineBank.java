package org.stipple.imaging.skin;

import org.stipple.imaging.raster.Hessian;
import org.stipple.imaging.raster.Plane;

/// A bank of long filters in sixteen directions: the second derivative across a line, averaged along it. Furrows
/// between skin cells are as dark as fine wrinkles but end or turn after half a millimetre; what a long filter
/// sees is straight for longer.
///
/// A filter has four pieces, and what counts is the mean of the middle two: so neither one pore in it makes a
/// line
/// nor one highlight breaks one, and at the end of a line half of its depth is left.
/// Directions are tried only where the Hessian sees something dark at all.
final class LineBank {

    static final int DIRECTIONS = 16;

    /// A Gaussian groove of depth 1 at its own scale answers 1 / 2^1.5 (see [Hessian]).
    private static final float TO_CONTRAST = 2.8284f;

    /// `design`: of what light from the side shows of a groove, beside how dark the groove is.
    private static final double BY_SLOPE = 0.5;

    /// Depth of the line through each pixel, in the unit of the plane; 0 where there is none.
    final Plane contrast;

    /// Its direction in sixteenths of half a turn, 0 = along the row, growing towards the next row.
    final byte[] direction;

    /// Which of the scales saw it.
    final byte[] scale;

    private LineBank(int width, int height) {
        this.contrast = new Plane(width, height);
        this.direction = new byte[width * height];
        this.scale = new byte[width * height];
    }

    /// @param plane dark is low
    /// @param where pixels to be asked
    /// @param sigmasPx standard deviations of the lines looked for
    /// @param reachPx half length of the filters
    /// @param least lines below this depth are not looked at
    /// @param light how the plane was lit
    static LineBank of(Plane plane, boolean[] where, double[] sigmasPx, double reachPx, float least, SideLight light) {
        var bank = new LineBank(plane.width(), plane.height());
        for (int i = 0; i < sigmasPx.length; i++) {
            Plane[] derivatives = Hessian.at(sigmasPx[i], 0).derivatives(plane);
            light.tilt(derivatives, plane, sigmasPx[i], BY_SLOPE);
            bank.add(derivatives, where, (byte) i, reachPx, least / TO_CONTRAST);
        }
        return bank;
    }

    private void add(Plane[] derivatives, boolean[] where, byte index, double reach, float least) {
        int width = contrast.width();
        int height = contrast.height();
        var steps = new Steps(reach, width, least);
        int margin = (int) Math.ceil(reach) + 1;
        float[] xx = derivatives[0].values();
        float[] yy = derivatives[1].values();
        float[] xy = derivatives[2].values();
        Plane.eachRow(height, y -> {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                float half = 0.5f * (xx[at] - yy[at]);
                float largest = 0.5f * (xx[at] + yy[at]) + (float) Math.sqrt(half * half + xy[at] * xy[at]);
                if (!where[at] || largest < least) {
                    continue;
                }
                boolean middle = x >= margin && y >= margin && x < width - margin && y < height - margin;
                float best = 0;
                int direction = 0;
                for (int d = 0; d < DIRECTIONS; d++) {
                    float value = steps.along(d, x, y, middle, width, height, xx, yy, xy);
                    if (value > best) {
                        best = value;
                        direction = d;
                    }
                }
                if (best * TO_CONTRAST > contrast.values()[at]) {
                    contrast.values()[at] = best * TO_CONTRAST;
                    this.direction[at] = (byte) direction;
                    scale[at] = index;
                }
            }
        });
    }

    static double radians(int direction) {
        return direction * Math.PI / DIRECTIONS;
    }

    /// Where the filters look: places along each direction on one side, with their weights.
    private static final class Steps {

        private static final double STEP = 1.5;

        private final int[][] dx = new int[DIRECTIONS][];
        private final int[][] dy = new int[DIRECTIONS][];
        private final int[][] offsets = new int[DIRECTIONS][];
        private final float[] across = new float[DIRECTIONS];
        private final float[] down = new float[DIRECTIONS];
        private final float[] mixed = new float[DIRECTIONS];
        private final int steps;

        /// Sum over the near halves below which nothing comes of the far ones.
        private final float toGoOn;

        Steps(double reach, int width, float least) {
            int n = 2 * Math.max(1, (int) Math.round(reach / STEP / 2));
            steps = n;
            toGoOn = 0.5f * least * n;
            for (int d = 0; d < DIRECTIONS; d++) {
                double sin = Math.sin(radians(d));
                double cos = Math.cos(radians(d));
                across[d] = (float) (sin * sin);
                down[d] = (float) (cos * cos);
                mixed[d] = (float) (-2 * sin * cos);
                dx[d] = new int[n];
                dy[d] = new int[n];
                offsets[d] = new int[n];
                for (int i = 0; i < n; i++) {
                    dx[d][i] = (int) Math.round((i + 1) * STEP * cos);
                    dy[d][i] = (int) Math.round((i + 1) * STEP * sin);
                    offsets[d][i] = dy[d][i] * width + dx[d][i];
                }
            }
        }

        float along(int d, int x, int y, boolean middle, int width, int height, float[] xx, float[] yy, float[] xy) {
            float a = across[d];
            float b = down[d];
            float c = mixed[d];
            int at = y * width + x;
            float nearBefore = 0;
            float nearAfter = 0;
            float farBefore = 0;
            float farAfter = 0;
            int half = steps / 2;
            for (int i = 0; i < steps; i++) {
                int one = at + offsets[d][i];
                int other = at - offsets[d][i];
                if (!middle) {
                    int right = Math.clamp(x + dx[d][i], 0, width - 1);
                    int left = Math.clamp(x - dx[d][i], 0, width - 1);
                    one = Math.clamp(y + dy[d][i], 0, height - 1) * width + right;
                    other = Math.clamp(y - dy[d][i], 0, height - 1) * width + left;
                }
                float after = a * xx[one] + b * yy[one] + c * xy[one];
                float before = a * xx[other] + b * yy[other] + c * xy[other];
                if (i < half) {
                    nearAfter += after;
                    nearBefore += before;
                    // Most directions lead away from the line at once.
                    if (i == half - 1 && nearAfter + nearBefore < toGoOn) {
                        return 0;
                    }
                } else {
                    farAfter += after;
                    farBefore += before;
                }
            }
            float least = Math.min(Math.min(nearBefore, nearAfter), Math.min(farBefore, farAfter));
            float most = Math.max(Math.max(nearBefore, nearAfter), Math.max(farBefore, farAfter));
            return (nearBefore + nearAfter + farBefore + farAfter - least - most) / steps;
        }
    }
}
