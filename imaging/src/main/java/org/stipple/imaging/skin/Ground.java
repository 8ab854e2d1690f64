package org.stipple.imaging.skin;

import org.stipple.imaging.raster.Blur;
import org.stipple.imaging.raster.Plane;

/// What a plane is on the large: the mean of the skin within some millimetres, of the zone alone and without what
/// stands out of it. What is looked for is then what differs from its ground, whatever the light does across the
/// zone.
final class Ground {

    private Ground() {}

    /// @param plane any number a pixel
    /// @param counts which pixels are taken for skin
    /// @param sigmaPx how far the mean reaches
    /// @param outlier what differs from the first mean by more is left out of the second
    /// @return the ground at every pixel
    static Plane of(Plane plane, boolean[] counts, double sigmaPx, float outlier) {
        int factor = Math.max(1, (int) (sigmaPx / 3));
        var blur = Blur.of(sigmaPx / factor);
        Plane first = mean(plane, counts, factor, blur, null, 0);
        return enlarged(mean(plane, counts, factor, blur, enlarged(first, plane, factor), outlier), plane, factor);
    }

    private static Plane mean(
            Plane plane,
            boolean[] counts,
            int factor,
            Blur blur,
            @org.jspecify.annotations.Nullable Plane ground,
            float outlier) {
        int width = Math.max(1, plane.width() / factor);
        int height = Math.max(1, plane.height() / factor);
        var sums = new Plane(width, height);
        var weights = new Plane(width, height);
        float[] in = plane.values();
        Plane.eachRow(height, y -> {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                int n = 0;
                for (int j = y * factor; j < Math.min(plane.height(), (y + 1) * factor); j++) {
                    for (int i = x * factor; i < Math.min(plane.width(), (x + 1) * factor); i++) {
                        int at = j * plane.width() + i;
                        if (counts[at] && (ground == null || Math.abs(in[at] - ground.values()[at]) <= outlier)) {
                            sum += in[at];
                            n++;
                        }
                    }
                }
                sums.values()[y * width + x] = sum;
                weights.values()[y * width + x] = n;
            }
        });
        Plane sum = blur.of(sums);
        Plane weight = blur.of(weights);
        float[] out = sum.values();
        double whole = 0;
        double all = 0;
        for (int i = 0; i < out.length; i++) {
            whole += sums.values()[i];
            all += weights.values()[i];
        }
        float everywhere = (float) (all > 0 ? whole / all : 0);
        for (int i = 0; i < out.length; i++) {
            float w = weight.values()[i];
            out[i] = w > 1e-3f ? sum.values()[i] / w : everywhere;
        }
        return sum;
    }

    private static Plane enlarged(Plane small, Plane like, int factor) {
        if (factor == 1 && small.width() == like.width() && small.height() == like.height()) {
            return small;
        }
        var large = new Plane(like.width(), like.height());
        float step = 1f / factor;
        float offset = 0.5f / factor - 0.5f;
        Plane.eachRow(like.height(), y -> {
            for (int x = 0; x < like.width(); x++) {
                large.values()[y * like.width() + x] = small.between(x * step + offset, y * step + offset);
            }
        });
        return large;
    }
}
