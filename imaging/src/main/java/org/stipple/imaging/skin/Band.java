package org.stipple.imaging.skin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stipple.imaging.raster.Plane;

/// A line with a width.
///
/// @param line its middle
/// @param halfWidth at each point, in pixels: where half of its depth is left
/// @param depth mean of what the plane lacks along the middle
@SuppressWarnings("ArrayRecordComponent") // Compared with nothing.
record Band(Line line, double[] halfWidth, double depth) {

    /// Points on both sides over which the width is taken.
    private static final int WINDOW = 4;

    /// @param plane dark is low, 0 is the skin around
    static Band of(Line line, Plane plane, double most) {
        int points = line.points();
        int reach = (int) Math.ceil(2 * most);
        var rows = new double[points][2 * reach + 1];
        double sum = 0;
        for (int i = 0; i < points; i++) {
            double[] across = line.across(i);
            for (int k = -reach; k <= reach; k++) {
                rows[i][k + reach] = plane.between(
                        (float) (line.x()[i] + k * 0.5 * across[0]), (float) (line.y()[i] + k * 0.5 * across[1]));
            }
            sum -= rows[i][reach];
        }
        var widths = new double[points];
        var centred = new double[points];
        for (int i = 0; i < points; i++) {
            double[] ends = ends(rows, i, reach);
            widths[i] = Math.min(most, (ends[1] - ends[0]) / 2);
            centred[i] = (ends[0] + ends[1]) / 2;
        }
        return new Band(line.moved(centred).smoothed(WINDOW), widths, sum / points);
    }

    /// Where half of the depth is left, to both sides of the middle, in pixels.
    private static double[] ends(double[][] rows, int at, int reach) {
        var mean = new double[2 * reach + 1];
        int from = Math.max(0, at - WINDOW);
        int to = Math.min(rows.length - 1, at + WINDOW);
        for (int i = from; i <= to; i++) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += rows[i][k];
            }
        }
        int left = reach;
        while (left > 0 && mean[left] < mean[reach] / 2) {
            left--;
        }
        int right = reach;
        while (right < mean.length - 1 && mean[right] < mean[reach] / 2) {
            right++;
        }
        return new double[] {(left - reach) * 0.5, (right - reach) * 0.5};
    }

    /// The length in mean widths.
    double slenderness() {
        double widths = 0;
        for (double half : halfWidth) {
            widths += 2 * half;
        }
        return line.length() * halfWidth.length / Math.max(1e-9, widths);
    }

    /// Without those that lie in a stronger one.
    static List<Band> apart(List<Band> bands, int width, int height) {
        var taken = new boolean[width * height];
        var kept = new ArrayList<Band>();
        var sorted = new ArrayList<>(bands);
        sorted.sort(Comparator.comparingDouble((Band band) -> -band.depth * band.line.length()));
        for (Band band : sorted) {
            int inside = 0;
            for (int i = 0; i < band.line.points(); i++) {
                int x = Math.clamp(Math.round(band.line.x()[i]), 0, width - 1);
                int y = Math.clamp(Math.round(band.line.y()[i]), 0, height - 1);
                inside += taken[y * width + x] ? 1 : 0;
            }
            if (2 * inside < band.line.points()) {
                kept.add(band);
                band.take(taken, width, height);
            }
        }
        return kept;
    }

    private void take(boolean[] taken, int width, int height) {
        for (int i = 0; i < line.points(); i++) {
            double reach = halfWidth[i] + 1;
            for (int y = (int) Math.max(0, line.y()[i] - reach); y <= Math.min(height - 1, line.y()[i] + reach); y++) {
                for (int x = (int) Math.max(0, line.x()[i] - reach);
                        x <= Math.min(width - 1, line.x()[i] + reach);
                        x++) {
                    if (Math.hypot(x - line.x()[i], y - line.y()[i]) <= reach) {
                        taken[y * width + x] = true;
                    }
                }
            }
        }
    }
}
