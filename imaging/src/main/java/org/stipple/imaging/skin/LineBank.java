package org.stipple.imaging.skin;

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
        new LongFilter(reach, least).each(derivatives, where, (at, value, towards) -> {
            if (value * TO_CONTRAST > contrast.values()[at]) {
                contrast.values()[at] = value * TO_CONTRAST;
                direction[at] = (byte) towards;
                scale[at] = index;
            }
        });
    }

    static double radians(int direction) {
        return LongFilter.radians(direction);
    }
}
