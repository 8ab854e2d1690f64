package org.stipple.phantom;

/// [Grain#smooth] for places that follow each other: the corners of the last cell are kept. One thread only.
final class SmoothNoise {

    private final long seed;
    private long cellX = Long.MIN_VALUE;
    private long cellY;
    private double topLeft;
    private double topRight;
    private double bottomLeft;
    private double bottomRight;

    SmoothNoise(long seed) {
        this.seed = seed;
    }

    double at(double x, double y) {
        double fx = Math.floor(x);
        double fy = Math.floor(y);
        long ix = (long) fx;
        long iy = (long) fy;
        if (ix != cellX || iy != cellY) {
            cellX = ix;
            cellY = iy;
            topLeft = Grain.corner(seed, ix, iy);
            topRight = Grain.corner(seed, ix + 1, iy);
            bottomLeft = Grain.corner(seed, ix, iy + 1);
            bottomRight = Grain.corner(seed, ix + 1, iy + 1);
        }
        double tx = Grain.fade(x - fx);
        double ty = Grain.fade(y - fy);
        double top = topLeft + tx * (topRight - topLeft);
        double bottom = bottomLeft + tx * (bottomRight - bottomLeft);
        return top + ty * (bottom - top);
    }
}
