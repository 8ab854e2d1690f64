package org.stipple.imaging.skin;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.stipple.imaging.raster.BlobFilter;
import org.stipple.imaging.raster.Plane;

/// Finds pores: dark, round, a fifth to a half of a millimetre wide. The Laplacian of a Gaussian at some scales
/// finds what is dark and of that size; the two curvatures tell the round from the long (furrows, hairs); the
/// ratio of blue to red tells a hole, dark in all colours, from a freckle.
public final class PoreFinder {

    private static final double PITCH_MM = 0.11;
    private static final double[] SCALES_MM = {0.08, 0.11, 0.15, 0.2};

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
        List<Pores.Pore> found = field.pores(pitch).stream()
                .filter(pore -> field.isSkin((int) pore.y() * field.width() + (int) pore.x()))
                .toList();
        return new Pores(field.grid(), pitch, found);
    }

    /// The relief without its pores: each takes the mean of what surrounds it. Pores in a row are no line.
    static Plane filled(SkinField field, double pitch) {
        return filled(field.relief(pitch), field.pores(pitch));
    }

    /// The same of another plane.
    static Plane filled(Plane relief, double pitch) {
        return filled(relief, blobs(relief, pitch));
    }

    private static Plane filled(Plane relief, List<Pores.Pore> pores) {
        float[] values = relief.values();
        var filled = new Plane(relief.width(), relief.height(), values.clone());
        for (Pores.Pore pore : pores) {
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

    static List<Pores.Pore> blobs(Plane relief, double pitch) {
        var scales = new double[SCALES_MM.length];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = Math.max(0.75, SCALES_MM[i] / pitch);
        }
        BlobFilter.Found found = BlobFilter.at(scales).of(relief, LEAST, ROUND);
        float least = Math.max(LEAST, OVER_GRAIN * found.grain());
        return apart(
                found.blobs().stream().filter(blob -> blob.strength() >= least).toList(), relief, pitch);
    }

    /// Of two that overlap, the stronger.
    private static List<Pores.Pore> apart(List<BlobFilter.Blob> found, Plane relief, double pitch) {
        var kept = new ArrayList<Pores.Pore>();
        var taken = new BitSet();
        int width = relief.width();
        var strongest = new ArrayList<>(found);
        strongest.sort((one, other) -> Float.compare(other.strength(), one.strength()));
        for (BlobFilter.Blob blob : strongest) {
            if (taken.get(blob.y() * width + blob.x())) {
                continue;
            }
            var pore = new Pores.Pore(blob.x(), blob.y(), SCALES_MM[blob.scale()] / pitch);
            int reach = (int) Math.ceil(1.5 * pore.sigmaPx());
            kept.add(pore);
            for (int v = Math.max(0, blob.y() - reach); v <= Math.min(relief.height() - 1, blob.y() + reach); v++) {
                int left = Math.max(0, blob.x() - reach);
                int right = Math.min(width - 1, blob.x() + reach);
                taken.set(v * width + left, v * width + right + 1);
            }
        }
        return kept;
    }
}
