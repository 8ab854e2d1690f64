package org.stipple.imaging.skin;

import java.util.ArrayList;
import java.util.List;
import org.stipple.imaging.raster.Plane;

/// What lines look like across: how wide, how dark, and where their middle really is.
///
/// Light from the side makes one wall of a groove dark and the other bright; its middle lies between the two.
/// So a
/// line found on the dark wall moves towards the bright one by half their distance, as far as the bright is as
/// strong as the dark.
///
/// @param lines moved to the middle of their grooves
/// @param widthMm mean over their length, at half their darkness; 0 without lines
/// @param area mean over their length of the area of the profile, in mm; 0 without lines
record LineProfile(List<Line> lines, double widthMm, double area) {

    private static final double REACH_MM = 1.3;
    /// Part of the darkness that texture is bright beside any line.
    private static final double NOISE = 0.05;

    /// Less light falls into a groove from all sides too, so its bright wall is weaker than its dark one.
    private static final double STEEP = 2;
    private static final double BRIGHT_MM = 0.9;

    static LineProfile of(Plane relief, List<Line> lines, double pitchMm) {
        var moved = new ArrayList<Line>();
        double length = 0;
        double widths = 0;
        double areas = 0;
        for (Line line : lines) {
            var across = new Across(relief, line, pitchMm);
            moved.add(line.moved(across.shiftPx).smoothed(4));
            double weight = line.length();
            length += weight;
            widths += weight * across.widthMm;
            areas += weight * across.area;
        }
        return length == 0
                ? new LineProfile(List.of(), 0, 0)
                : new LineProfile(List.copyOf(moved), widths / length, areas / length);
    }

    private static final class Across {

        private final double stepMm;
        private final int half;
        private final double[] shiftPx;
        private final double widthMm;
        private final double area;

        Across(Plane relief, Line line, double pitchMm) {
            this.stepMm = Math.min(0.05, pitchMm);
            this.half = (int) Math.round(REACH_MM / stepMm);
            int points = line.points();
            var rows = new double[points][];
            for (int i = 0; i < points; i++) {
                rows[i] = row(relief, line, i, pitchMm);
            }
            int window = Math.max(1, (int) Math.round(1.2 / pitchMm));
            shiftPx = new double[points];
            var sum = new double[2 * half + 1];
            int from = 0;
            int to = 0;
            double width = 0;
            double dark = 0;
            for (int i = 0; i < points; i++) {
                for (; to < Math.min(points, i + window + 1); to++) {
                    add(sum, rows[to], 1);
                }
                for (; from < i - window; from++) {
                    add(sum, rows[from], -1);
                }
                double[] shape = shape(sum, to - from);
                shiftPx[i] = shape[0] / pitchMm;
                width += shape[1];
                dark += shape[2];
            }
            widthMm = width / points;
            area = dark / points;
        }

        private double[] row(Plane relief, Line line, int i, double pitchMm) {
            double[] across = line.across(i);
            var row = new double[2 * half + 1];
            for (int k = -half; k <= half; k++) {
                double distance = k * stepMm / pitchMm;
                row[k + half] = relief.between(
                        (float) (line.x()[i] + distance * across[0]), (float) (line.y()[i] + distance * across[1]));
            }
            return row;
        }

        private static void add(double[] sum, double[] row, int sign) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += sign * row[k];
            }
        }

        /// @return shift to the middle, width and area, in mm
        private double[] shape(double[] sum, int n) {
            int least = half;
            int near = (int) Math.round(0.3 / stepMm);
            for (int k = half - near; k <= half + near; k++) {
                if (sum[k] < sum[least]) {
                    least = k;
                }
            }
            int reach = (int) Math.round(BRIGHT_MM / stepMm);
            int brightest = least;
            for (int k = Math.max(0, least - reach); k <= Math.min(sum.length - 1, least + reach); k++) {
                if (sum[k] > sum[brightest]) {
                    brightest = k;
                }
            }
            double shoulder = (sum[0] + sum[1] + sum[sum.length - 1] + sum[sum.length - 2]) / 4;
            double depth = (shoulder - sum[least]) / n;
            double bright = (sum[brightest] - shoulder) / n;
            double share = depth > 0 ? Math.clamp(STEEP * (bright / depth - NOISE), 0, 1) : 0;
            double shift = 0.5 * (brightest - least) * stepMm * share;
            double area = 0;
            int left = least;
            while (left > 0 && sum[left] < shoulder) {
                area += (shoulder - sum[left]) / n * stepMm;
                left--;
            }
            int right = least + 1;
            while (right < sum.length && sum[right] < shoulder) {
                area += (shoulder - sum[right]) / n * stepMm;
                right++;
            }
            double level = (shoulder + sum[least]) / 2;
            return new double[] {(least - half) * stepMm + shift, widthAt(sum, least, level), area};
        }

        private double widthAt(double[] sum, int least, double level) {
            int left = least;
            while (left > 0 && sum[left] < level) {
                left--;
            }
            int right = least;
            while (right < sum.length - 1 && sum[right] < level) {
                right++;
            }
            // Where the skin beside it is never reached, the width ends at what was looked at.
            double before = left == least || sum[left] < level ? 0 : (level - sum[left]) / (sum[left + 1] - sum[left]);
            double after =
                    right == least || sum[right] < level ? 0 : (level - sum[right]) / (sum[right - 1] - sum[right]);
            return Math.max(stepMm, (right - after - left - before) * stepMm);
        }
    }
}
