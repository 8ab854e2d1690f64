package org.stipple.phantom;

import java.util.BitSet;
import java.util.List;

/// Draws lines one pixel wide.
final class Pen {

    private Pen() {}

    /// @param points x and y in pixels from the top left corner
    static void draw(List<double[]> points, Frame frame, BitSet inside) {
        for (int i = 1; i < points.size(); i++) {
            double[] a = points.get(i - 1);
            double[] b = points.get(i);
            int steps = Math.max(1, (int) Math.ceil(2 * Math.max(Math.abs(b[0] - a[0]), Math.abs(b[1] - a[1]))));
            for (int step = 0; step <= steps; step++) {
                double t = step / (double) steps;
                int x = (int) Math.floor(a[0] + t * (b[0] - a[0]));
                int y = (int) Math.floor(a[1] + t * (b[1] - a[1]));
                if (x >= 0 && x < frame.widthPx() && y >= 0 && y < frame.heightPx()) {
                    inside.set(y * frame.widthPx() + x);
                }
            }
        }
    }
}
