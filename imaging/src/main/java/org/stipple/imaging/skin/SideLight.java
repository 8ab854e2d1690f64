package org.stipple.imaging.skin;

import java.util.Arrays;
import org.stipple.imaging.raster.Blur;
import org.stipple.imaging.raster.Plane;

/// From which side the light falls over the relief, told by the relief itself.
///
/// Light from the side shows the slope of the skin and not its height: a shallow groove is a dark wall beside a
/// bright one, and its middle, where a line is to be drawn, is neither (the linear case of shape from shading:
/// Pentland 1990, doi 10.1007/BF00056205). Slopes are seen best along the light, so brightness changes most
/// along it. Which end the light comes from is told by the furrows of the skin and its pores, which are narrow
/// and lie between broad plateaus: in the middle of each, brightness rises steeply away from the light.
///
/// @param x to the right, from the dark walls to the bright ones
/// @param y down; both together 1 long in light from the side and shorter in light from the front
record SideLight(double x, double y) {

    /// From everywhere alike.
    static final SideLight NONE = new SideLight(0, 0);

    private static final double FINE_MM = 0.08;
    private static final int SAMPLES = 60_000;

    /// `design`: how much more brightness changes along the light than across it, where side light counts fully.
    private static final double ONE_SIDED = 0.1;

    /// Slopes above so many standard deviations count as so many: walls of deep grooves are in their own shadow.
    private static final double STEEPEST = 2.5;

    /// From the median of absolute values to the standard deviation of a normal distribution.
    private static final double TO_DEVIATION = 1.4826;

    /// @param relief with its pores
    /// @param where pixels that count
    static SideLight of(Plane relief, boolean[] where, double pitchMm) {
        int width = relief.width();
        float[] light = Blur.of(FINE_MM / pitchMm).of(relief).values();
        int step = Math.max(1, light.length / SAMPLES);
        var right = new float[light.length / step + 1];
        var down = new float[right.length];
        int n = 0;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int at = width + 1; at < light.length - width - 1; at += step) {
            if (where[at]) {
                float dx = light[at + 1] - light[at - 1];
                float dy = light[at + width] - light[at - width];
                xx += dx * dx;
                xy += dx * dy;
                yy += dy * dy;
                right[n] = dx;
                down[n] = dy;
                n++;
            }
        }
        if (!(xx + yy > 0)) {
            return NONE;
        }
        double angle = 0.5 * Math.atan2(2 * xy, xx - yy);
        double more = Math.hypot(xx - yy, 2 * xy) / (xx + yy);
        double strength = Math.clamp(more / ONE_SIDED, 0, 1) * sign(right, down, n, angle);
        return new SideLight(strength * Math.cos(angle), strength * Math.sin(angle));
    }

    /// 1 where steep slopes rise along the angle, -1 where they fall.
    private static int sign(float[] right, float[] down, int n, double angle) {
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle);
        var slopes = new float[n];
        var steepness = new float[n];
        for (int i = 0; i < n; i++) {
            slopes[i] = cos * right[i] + sin * down[i];
            steepness[i] = Math.abs(slopes[i]);
        }
        Arrays.sort(steepness);
        double deviation = Math.max(1e-9, TO_DEVIATION * steepness[n / 2]);
        double mean = 0;
        for (float slope : slopes) {
            mean += bounded(slope / deviation) / n;
        }
        double third = 0;
        for (float slope : slopes) {
            third += Math.pow(bounded(slope / deviation) - mean, 3);
        }
        return third >= 0 ? 1 : -1;
    }

    private static double bounded(double slope) {
        return Math.clamp(slope, -STEEPEST, STEEPEST);
    }

    /// Whether bright walls lie in a direction (1) or opposite to it (-1).
    int side(double[] direction) {
        return direction[0] * x + direction[1] * y < 0 ? -1 : 1;
    }

    /// Adds to the second derivatives of what is seen, so that they are rather those of the height: along any
    /// direction, the rise of brightness times how much that direction is the light's.
    ///
    /// @param derivatives across, down, mixed, times the square of the scale; changed
    /// @param share of the rise beside the second derivatives
    void tilt(Plane[] derivatives, Plane seen, double sigmaPx, double share) {
        if (x == 0 && y == 0) {
            return;
        }
        int width = seen.width();
        float[] light = Blur.of(sigmaPx).of(seen).values();
        float[] across = derivatives[0].values();
        float[] down = derivatives[1].values();
        float[] mixed = derivatives[2].values();
        float toRight = (float) (0.5 * share * sigmaPx * x);
        float toBelow = (float) (0.5 * share * sigmaPx * y);
        Plane.eachRow(seen.height() - 2, row -> {
            for (int at = (row + 1) * width + 1; at < (row + 2) * width - 1; at++) {
                float dx = light[at + 1] - light[at - 1];
                float dy = light[at + width] - light[at - width];
                across[at] += toRight * dx;
                down[at] += toBelow * dy;
                mixed[at] += 0.5f * (toRight * dy + toBelow * dx);
            }
        });
    }
}
