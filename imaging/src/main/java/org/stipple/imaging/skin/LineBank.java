package org.stipple.imaging.skin;

import java.util.Arrays;
import org.stipple.imaging.raster.Hessian;
import org.stipple.imaging.raster.LongFilter;
import org.stipple.imaging.raster.Plane;

/// A bank of long filters in sixteen directions: see [LongFilter]. Furrows between skin cells are as dark as fine
/// wrinkles but end or turn after half a millimetre; what a long filter sees is straight for longer.
final class LineBank {

    /// A Gaussian groove of depth 1 at its own scale answers 1 / 2^1.5 (see [Hessian]).
    private static final float TO_CONTRAST = 2.8284f;

    /// `design`: of what light from the side shows of a groove, beside how dark the groove is.
    private static final double BY_SLOPE = 0.5;

    private static final int SAMPLES = 60_000;

    /// From the median of absolute values to the standard deviation of a normal distribution.
    private static final double TO_DEVIATION = 1.4826;

    /// Depth of the line through each pixel, in the unit of the plane; 0 where there is none.
    final Plane contrast;

    /// Its direction in sixteenths of half a turn, 0 = along the row, growing towards the next row.
    final byte[] direction;

    /// Which of the scales saw it.
    final byte[] scale;

    /// What is seen at each scale where there is no line, standard deviation of single places: of the skin's own
    /// relief, its colour and the photo's noise.
    final double[] noise;

    private LineBank(int width, int height, int scales) {
        this.noise = new double[scales];
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
        var bank = new LineBank(plane.width(), plane.height(), sigmasPx.length);
        for (int i = 0; i < sigmasPx.length; i++) {
            Plane[] derivatives = Hessian.at(sigmasPx[i], 0).derivatives(plane);
            light.tilt(derivatives, plane, sigmasPx[i], BY_SLOPE);
            bank.noise[i] = TO_CONTRAST * noise(derivatives, where);
            bank.add(derivatives, where, (byte) i, reachPx, least / TO_CONTRAST);
        }
        return bank;
    }

    private void add(Plane[] derivatives, boolean[] where, byte index, double reach, float least) {
        new LongFilter(reach, least).each(derivatives, where, (at, value, towards) -> {
            if (value * TO_CONTRAST > contrast.values()[at]) {
                contrast.values()[at] = value * TO_CONTRAST;
                direction[at] = (byte) towards;
                scale[at] = index;
            }
        });
    }

    /// Lines are few, and medians do not see them.
    private static double noise(Plane[] derivatives, boolean[] where) {
        int step = Math.max(1, where.length / SAMPLES);
        var across = new float[where.length / step + 1];
        var down = new float[across.length];
        int n = 0;
        for (int at = 0; at < where.length; at += step) {
            if (where[at]) {
                across[n] = Math.abs(derivatives[0].values()[at]);
                down[n] = Math.abs(derivatives[1].values()[at]);
                n++;
            }
        }
        if (n == 0) {
            return 0;
        }
        Arrays.sort(across, 0, n);
        Arrays.sort(down, 0, n);
        return TO_DEVIATION * Math.hypot(across[n / 2], down[n / 2]) / Math.sqrt(2);
    }

    /// How many times more than on calm skin is seen without a line, at the scales that saw a line; 1 where it is
    /// not more.
    ///
    /// @param calm noise of calm skin at each scale
    double unrest(Line line, double[] calm) {
        double sum = 0;
        for (int i = 0; i < line.points(); i++) {
            int x = Math.clamp(Math.round(line.x()[i]), 0, contrast.width() - 1);
            int y = Math.clamp(Math.round(line.y()[i]), 0, contrast.height() - 1);
            int seen = scale[y * contrast.width() + x];
            sum += Math.max(1, noise[seen] / calm[seen]);
        }
        return sum / line.points();
    }

    static double radians(int direction) {
        return LongFilter.radians(direction);
    }
}
