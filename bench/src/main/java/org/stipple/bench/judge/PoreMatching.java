package org.stipple.bench.judge;

import java.util.List;
import org.stipple.phantom.SkinPore;
import org.stipple.phantom.Truth;

/// Pores that were found beside those that are there.
///
/// A found one belongs to the nearest pore whose middle is within its radius and two pixels, each pore to one
/// only. Pores below the visible size need not be found, and finding one is no error.
///
/// @param found how many, without those that are below the visible size
/// @param truth how many of visible size there are
record PoreMatching(Matching matching, int found, int truth) {

    static PoreMatching of(List<Blobs.Blob> blobs, List<SkinPore> pores, Truth truth, double visibleMm, double edgePx) {
        var places = pores.stream().map(pore -> truth.pixelAt(pore.middle())).toList();
        var taken = new boolean[pores.size()];
        int right = 0;
        int wrong = 0;

        for (Blobs.Blob blob : blobs) {
            int best = -1;
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < places.size(); i++) {
                double distance = Math.hypot(places.get(i)[0] - blob.x(), places.get(i)[1] - blob.y());
                double reach = pores.get(i).diameter().millimetres() / 2 / Studio.PIXEL_MM + 2;
                if (!taken[i] && distance <= reach && distance < nearest) {
                    best = i;
                    nearest = distance;
                }
            }
            boolean isInside = isInside(blob.x(), blob.y(), edgePx);
            if (best >= 0) {
                taken[best] = true;
                if (isInside && pores.get(best).diameter().millimetres() >= visibleMm) {
                    right++;
                }
            } else if (isInside) {
                wrong++;
            }
        }
        int there = 0;
        int met = 0;
        for (int i = 0; i < places.size(); i++) {
            if (pores.get(i).diameter().millimetres() >= visibleMm
                    && isInside(places.get(i)[0], places.get(i)[1], edgePx)) {
                there++;
                met += taken[i] ? 1 : 0;
            }
        }
        double precision = right + wrong == 0 ? 0 : right / (double) (right + wrong);
        return new PoreMatching(new Matching(precision, there == 0 ? 1 : met / (double) there), right + wrong, there);
    }

    private static boolean isInside(double x, double y, double edgePx) {
        return x >= edgePx && y >= edgePx && x < Studio.ZONE_PX - edgePx && y < Studio.FRAME.heightPx() - edgePx;
    }
}
