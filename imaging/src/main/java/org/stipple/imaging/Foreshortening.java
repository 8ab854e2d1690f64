package org.stipple.imaging;

import org.stipple.imaging.geometry.Homography;
import org.stipple.imaging.geometry.LeastSquares;

/// By how much more obliquely a piece of skin is seen in one photo than in the other: the angle whose cosine is
/// the ratio of the shortest to the longest direction of what a circle of one photo is in the other. Skin that
/// is stretched looks the same; both change what the relief shows.
final class Foreshortening {

    /// Places across and down a zone.
    private static final int PLACES = 8;

    private Foreshortening() {}

    /// @param onto from the photo of the region to the other
    /// @return degrees, 0 = as obliquely; 0 too for a region of less than some pixels
    static double degrees(Registration.Carry onto, Region region) {
        int[] box = region.box();
        var across = new LeastSquares(3);
        var down = new LeastSquares(3);
        for (int j = 0; j < PLACES; j++) {
            for (int i = 0; i < PLACES; i++) {
                double x = box[0] + (i + 0.5) / PLACES * (box[2] - box[0]);
                double y = box[1] + (j + 0.5) / PLACES * (box[3] - box[1]);
                if (region.contains((int) x, (int) y)) {
                    Place there = onto.of(new Place(x, y));
                    double[] place = {x, y, 1};
                    across.add(place, there.x(), 1);
                    down.add(place, there.y(), 1);
                }
            }
        }
        var u = across.solve();
        var v = down.solve();
        if (u.isEmpty() || v.isEmpty()) {
            return 0;
        }
        return Homography.tiltDegrees(new double[] {u.get()[0], u.get()[1], v.get()[0], v.get()[1]});
    }
}
