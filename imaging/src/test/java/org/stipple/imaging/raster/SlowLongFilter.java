package org.stipple.imaging.raster;

/// [LongFilter] as one would write it down first: at one pixel, place by place along each direction.
record SlowLongFilter(float value, int direction) {

    private static final double STEP = 1.5;

    static SlowLongFilter at(Plane[] derivatives, boolean[] where, int at, double reach, float least) {
        float xx = derivatives[0].values()[at];
        float yy = derivatives[1].values()[at];
        float xy = derivatives[2].values()[at];
        float half = 0.5f * (xx - yy);
        float largest = 0.5f * (xx + yy) + (float) Math.sqrt(half * half + xy * xy);
        float best = 0;
        int direction = 0;
        for (int d = 0; d < LongFilter.DIRECTIONS && where[at] && largest >= least; d++) {
            float value = along(derivatives, at, d, reach, least);
            if (value > best) {
                best = value;
                direction = d;
            }
        }
        return new SlowLongFilter(best, direction);
    }

    private static float along(Plane[] derivatives, int at, int d, double reach, float least) {
        int steps = 2 * Math.max(1, (int) Math.round(reach / STEP / 2));
        var pieces = new float[4];
        for (int i = 0; i < steps; i++) {
            double angle = d * Math.PI / LongFilter.DIRECTIONS;
            int dx = (int) Math.round((i + 1) * STEP * Math.cos(angle));
            int dy = (int) Math.round((i + 1) * STEP * Math.sin(angle));
            int far = i < steps / 2 ? 0 : 2;
            pieces[far] += across(derivatives, at, dx, dy, angle);
            pieces[far + 1] += across(derivatives, at, -dx, -dy, angle);
        }
        if (pieces[0] + pieces[1] < 0.5f * least * steps) {
            return 0;
        }
        java.util.Arrays.sort(pieces);
        return (pieces[1] + pieces[2]) / steps;
    }

    private static float across(Plane[] derivatives, int at, int dx, int dy, double angle) {
        int width = derivatives[0].width();
        int x = Math.clamp(at % width + dx, 0, width - 1);
        int y = Math.clamp(at / width + dy, 0, derivatives[0].height() - 1);
        float a = (float) (Math.sin(angle) * Math.sin(angle));
        float b = (float) (Math.cos(angle) * Math.cos(angle));
        float c = (float) (-2 * Math.sin(angle) * Math.cos(angle));
        return a * derivatives[0].at(x, y) + b * derivatives[1].at(x, y) + c * derivatives[2].at(x, y);
    }
}
