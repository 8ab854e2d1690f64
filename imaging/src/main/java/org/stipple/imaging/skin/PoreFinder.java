package org.stipple.imaging.skin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.stipple.imaging.raster.Hessian;
import org.stipple.imaging.raster.Plane;

/// Finds pores: dark, round, a fifth to a half of a millimetre wide. The Laplacian of a Gaussian at some scales
/// finds what is dark and of that size; the two curvatures tell the round from the long (furrows, hairs); the
/// ratio of blue to red tells a hole, dark in all colours, from a freckle.
public final class PoreFinder {

    private static final double PITCH_MM = 0.085;
    private static final double[] SCALES_MM = {0.08, 0.11, 0.15, 0.2};

    /// A Gaussian blob of depth 1 at its own scale answers 1/2.
    private static final float TO_CONTRAST = 2;

    private static final float LEAST = 0.075f;

    /// A pore stands out of the noise and the grain of its photo by so much: the median of what the finest scale
    /// answers. It binds on dark skin, which is noisier.
    private static final float OVER_GRAIN = 3.9f;

    private static final float ROUND = 0.45f;

    private PoreFinder() {}

    /// @param mmPerPx of the photo
    public static Pores find(SkinPixels pixels, double mmPerPx) {
        var field = SkinField.of(pixels, SkinField.factor(mmPerPx, PITCH_MM));
        double pitch = mmPerPx * field.factor();
        Plane relief = Relief.of(field, pitch);
        List<Pores.Pore> found = blobs(relief, pitch);
        found.removeIf(pore -> !field.isSkin((int) pore.y() * field.width() + (int) pore.x()));
        return new Pores(field, pitch, found);
    }

    /// The relief without its pores: each takes the mean of what surrounds it. Pores in a row are no line.
    static Plane filled(Plane relief, double pitch) {
        float[] values = relief.values();
        var filled = new Plane(relief.width(), relief.height(), values.clone());
        for (Pores.Pore pore : blobs(relief, pitch)) {
            double reach = 2.2 * pore.sigmaPx();
            int far = (int) Math.ceil(reach + 1);
            double sum = 0;
            int n = 0;
            for (int pass = 0; pass < 2; pass++) {
                for (int v = Math.max(0, (int) pore.y() - far);
                        v <= Math.min(relief.height() - 1, pore.y() + far);
                        v++) {
                    for (int u = Math.max(0, (int) pore.x() - far);
                            u <= Math.min(relief.width() - 1, pore.x() + far);
                            u++) {
                        double distance = Math.hypot(u - pore.x(), v - pore.y());
                        int at = v * relief.width() + u;
                        if (pass == 0 && distance > reach && distance <= reach + 1) {
                            sum += values[at];
                            n++;
                        } else if (pass == 1 && distance <= reach && n > 0) {
                            filled.values()[at] = (float) (sum / n);
                        }
                    }
                }
            }
        }
        return filled;
    }

    private static List<Pores.Pore> blobs(Plane relief, double pitch) {
        int width = relief.width();
        var strength = new Plane(width, relief.height());
        var roundness = new Plane(width, relief.height());
        var scale = new byte[strength.values().length];
        float least = LEAST;
        for (int i = 0; i < SCALES_MM.length; i++) {
            double sigma = Math.max(0.75, SCALES_MM[i] / pitch);
            Plane[] derivatives = Hessian.at(sigma, 0).derivatives(relief);
            if (i == 0) {
                least = Math.max(least, OVER_GRAIN * grain(derivatives));
            }
            stronger(derivatives, strength, roundness, scale, (byte) i);
        }
        var found = new ArrayList<Pores.Pore>();
        for (int y = 2; y < relief.height() - 2; y++) {
            for (int x = 2; x < width - 2; x++) {
                int at = y * width + x;
                if (strength.values()[at] >= least && roundness.values()[at] >= ROUND && isTop(strength, at)) {
                    found.add(new Pores.Pore(x, y, SCALES_MM[scale[at]] / pitch));
                }
            }
        }
        return apart(found, strength);
    }

    /// Of every seventh pixel.
    private static float grain(Plane[] derivatives) {
        float[] across = derivatives[0].values();
        float[] down = derivatives[1].values();
        var some = new float[(across.length + 6) / 7];
        for (int i = 0; i < some.length; i++) {
            some[i] = Math.abs(across[7 * i] + down[7 * i]);
        }
        Arrays.sort(some);
        return some[some.length / 2];
    }

    private static void stronger(Plane[] derivatives, Plane strength, Plane roundness, byte[] scale, byte index) {
        float[] xx = derivatives[0].values();
        float[] yy = derivatives[1].values();
        float[] xy = derivatives[2].values();
        Plane.eachRow(strength.height(), y -> {
            for (int at = y * strength.width(); at < (y + 1) * strength.width(); at++) {
                float sum = xx[at] + yy[at];
                if (sum * TO_CONTRAST / 2 <= strength.values()[at]) {
                    continue;
                }
                strength.values()[at] = sum * TO_CONTRAST / 2;
                float half = 0.5f * (xx[at] - yy[at]);
                float root = (float) Math.sqrt(half * half + xy[at] * xy[at]);
                roundness.values()[at] = (0.5f * sum - root) / (0.5f * sum + root);
                scale[at] = index;
            }
        });
    }

    private static boolean isTop(Plane strength, int at) {
        float[] values = strength.values();
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                int other = at + dy * strength.width() + dx;
                if (values[other] > values[at] || values[other] == values[at] && other < at) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Of two that overlap, the stronger.
    private static List<Pores.Pore> apart(List<Pores.Pore> found, Plane strength) {
        found.sort((one, other) -> Float.compare(
                strength.at((int) other.x(), (int) other.y()), strength.at((int) one.x(), (int) one.y())));
        var kept = new ArrayList<Pores.Pore>();
        var taken = new BitSet();
        int width = strength.width();
        for (Pores.Pore pore : found) {
            int reach = (int) Math.ceil(1.5 * pore.sigmaPx());
            if (taken.get((int) pore.y() * width + (int) pore.x())) {
                continue;
            }
            kept.add(pore);
            for (int v = Math.max(0, (int) pore.y() - reach);
                    v <= Math.min(strength.height() - 1, pore.y() + reach);
                    v++) {
                int left = Math.max(0, (int) pore.x() - reach);
                int right = Math.min(width - 1, (int) pore.x() + reach);
                taken.set(v * width + left, v * width + right + 1);
            }
        }
        return kept;
    }
}
