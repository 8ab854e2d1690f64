package org.stipple.imaging.skin;

/// A centre line through the middles of pixels: (0, 0) is the middle of the first. Smoothed, so that its length
/// is that of the line and not of a staircase.
///
/// @param contrast at each point: how dark the line is there, in the unit of the plane it was found in
@SuppressWarnings("ArrayRecordComponent") // Compared with nothing.
record Line(float[] x, float[] y, float[] contrast) {

    int points() {
        return x.length;
    }

    double length() {
        double sum = 0;
        for (int i = 1; i < x.length; i++) {
            sum += Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
        }
        return sum;
    }

    /// The direction across the line at a point, as (x, y) of length 1; taken over some points on both sides.
    double[] across(int i) {
        int from = Math.max(0, i - 4);
        int to = Math.min(x.length - 1, i + 4);
        double dx = x[to] - x[from];
        double dy = y[to] - y[from];
        double length = Math.hypot(dx, dy);
        return length == 0 ? new double[] {1, 0} : new double[] {-dy / length, dx / length};
    }

    /// Each point moved by so much, across.
    Line moved(double[] by) {
        var movedX = new float[x.length];
        var movedY = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            double[] across = across(i);
            movedX[i] = (float) (x[i] + by[i] * across[0]);
            movedY[i] = (float) (y[i] + by[i] * across[1]);
        }
        return new Line(movedX, movedY, contrast);
    }

    /// The same place, seen as only so much of a line.
    Line faded(double share) {
        var less = new float[contrast.length];
        for (int i = 0; i < less.length; i++) {
            less[i] = (float) (share * contrast[i]);
        }
        return new Line(x, y, less);
    }

    /// Each point but the ends at the mean of itself and its neighbours, some times.
    Line smoothed(int times) {
        float[] sx = x.clone();
        float[] sy = y.clone();
        for (int time = 0; time < times; time++) {
            float beforeX = sx[0];
            float beforeY = sy[0];
            for (int i = 1; i < sx.length - 1; i++) {
                float hereX = sx[i];
                float hereY = sy[i];
                sx[i] = 0.25f * beforeX + 0.5f * hereX + 0.25f * sx[i + 1];
                sy[i] = 0.25f * beforeY + 0.5f * hereY + 0.25f * sy[i + 1];
                beforeX = hereX;
                beforeY = hereY;
            }
        }
        return new Line(sx, sy, contrast);
    }
}
