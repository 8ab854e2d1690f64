package org.stipple.phantom;

import java.util.ArrayList;
import java.util.List;
import org.stipple.quantities.Length;

/// Where the pores are. One thread only: it remembers the last place.
final class PoreField {

    private static final double BEYOND = 1.7;

    private final Pores pores;
    private final long seed;
    private final double cell;
    private final double[] middleX = new double[9];
    private final double[] middleY = new double[9];
    private final double[] radius = new double[9];
    private final double[] depths = new double[9];
    private long cellX = Long.MIN_VALUE;
    private long cellY;

    PoreField(Skin skin) {
        this.pores = skin.pores();
        this.seed = skin.seed();
        this.cell = pores.cellMm();
    }

    /// Adds what the nearest pore does to this place.
    void at(double x, double y, SkinSample sample) {
        if (cell == 0) {
            return;
        }
        long cx = (long) Math.floor(x / cell);
        long cy = (long) Math.floor(y / cell);
        if (cx != cellX || cy != cellY) {
            look(cx, cy);
        }
        double nearest = BEYOND * BEYOND;
        int which = -1;
        for (int i = 0; i < 9; i++) {
            double dx = middleX[i] - x;
            double dy = middleY[i] - y;
            double r2 = (dx * dx + dy * dy) / (radius[i] * radius[i]);
            if (r2 < nearest) {
                nearest = r2;
                which = i;
            }
        }
        if (which >= 0) {
            double share = Math.exp(-Math.log(2) * nearest * nearest);
            double depth = depths[which];
            sample.sink(depth, openness(radius[which], depth), share);
            if (nearest <= 1) {
                sample.mark(SkinSample.PORE);
            }
        }
    }

    /// Wider ones are deeper, and those of one width differ by half where widths differ.
    private double depth(double radiusMm, long column, long row) {
        double own = 1 + (pores.spread() > 0 ? Grain.uniform(seed + 59, column, row) - 0.5 : 0);
        return own * pores.depth().millimetres() * radiusMm / pores.radius().millimetres();
    }

    /// Part of the light from all sides that reaches the floor of a pit: the form factor of its opening.
    static double openness(double radiusMm, double depthMm) {
        return radiusMm * radiusMm / (radiusMm * radiusMm + depthMm * depthMm);
    }

    private void look(long cx, long cy) {
        cellX = cx;
        cellY = cy;
        for (int i = 0; i < 9; i++) {
            long column = cx + i % 3 - 1;
            long row = cy + i / 3 - 1;
            long bits = Grain.bits(seed + 41, column, row);
            middleX[i] = (column + 0.2 + 0.6 * (bits & 0xFFFFFF) * 0x1.0p-24) * cell;
            middleY[i] = (row + 0.2 + 0.6 * (bits >>> 40) * 0x1.0p-24) * cell;
            radius[i] = radius(column, row);
            depths[i] = depth(radius[i], column, row);
        }
    }

    /// Tiny and far below what a pixel sees where there is none.
    private double radius(long column, long row) {
        if (Grain.uniform(seed + 43, column, row) >= pores.filled()) {
            return 1e-9;
        }
        double wide = pores.radius().millimetres() * Math.exp(pores.spread() * Grain.normal(seed + 47, column, row));
        return Math.min(wide, 0.45 * cell);
    }

    /// All pores of a rectangle of skin.
    List<SkinPore> within(double left, double top, double right, double bottom) {
        var all = new ArrayList<SkinPore>();
        if (cell == 0) {
            return all;
        }
        for (long row = (long) Math.floor(top / cell); row * cell <= bottom; row++) {
            for (long column = (long) Math.floor(left / cell); column * cell <= right; column++) {
                look(column, row);
                double x = middleX[4];
                double y = middleY[4];
                if (radius[4] > 1e-6 && x >= left && x <= right && y >= top && y <= bottom) {
                    all.add(new SkinPore(
                            new SkinPoint(x, y), Length.ofMillimetres(2 * radius[4]), Length.ofMillimetres(depths[4])));
                }
            }
        }
        cellX = Long.MIN_VALUE;
        return all;
    }
}
