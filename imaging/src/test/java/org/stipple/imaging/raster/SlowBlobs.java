package org.stipple.imaging.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// [BlobFilter] as one would write it down first.
record SlowBlobs(List<BlobFilter.Blob> blobs, float grain) {

    static SlowBlobs of(Plane plane, double[] sigmas, float leastStrength, float leastRoundness) {
        int n = plane.values().length;
        var strength = new float[n];
        var roundness = new float[n];
        var scale = new int[n];
        float grain = 0;
        for (int i = 0; i < sigmas.length; i++) {
            Plane[] derivatives = Hessian.at(sigmas[i], 0).derivatives(plane);
            float[] xx = derivatives[0].values();
            float[] yy = derivatives[1].values();
            float[] xy = derivatives[2].values();
            if (i == 0) {
                grain = grain(xx, yy);
            }
            for (int at = 0; at < n; at++) {
                float sum = xx[at] + yy[at];
                if (sum > strength[at]) {
                    strength[at] = sum;
                    float half = 0.5f * (xx[at] - yy[at]);
                    float root = (float) Math.sqrt(half * half + xy[at] * xy[at]);
                    roundness[at] = (0.5f * sum - root) / (0.5f * sum + root);
                    scale[at] = i;
                }
            }
        }
        var found = new ArrayList<BlobFilter.Blob>();
        for (int y = 2; y < plane.height() - 2; y++) {
            for (int x = 2; x < plane.width() - 2; x++) {
                int at = y * plane.width() + x;
                if (strength[at] >= leastStrength
                        && roundness[at] >= leastRoundness
                        && isTop(strength, at, plane.width())) {
                    found.add(new BlobFilter.Blob(x, y, scale[at], strength[at], roundness[at]));
                }
            }
        }
        return new SlowBlobs(found, grain);
    }

    private static float grain(float[] xx, float[] yy) {
        var some = new float[(xx.length + 6) / 7];
        for (int i = 0; i < some.length; i++) {
            some[i] = Math.abs(xx[7 * i] + yy[7 * i]);
        }
        Arrays.sort(some);
        return some[some.length / 2];
    }

    private static boolean isTop(float[] values, int at, int width) {
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                int other = at + dy * width + dx;
                if (values[other] > values[at] || values[other] == values[at] && other < at) {
                    return false;
                }
            }
        }
        return true;
    }
}
