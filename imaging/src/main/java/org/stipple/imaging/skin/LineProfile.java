package org.stipple.imaging.skin;

import java.util.ArrayList;
import java.util.List;
import org.stipple.imaging.raster.Plane;

/// What lines look like across: how wide, how dark, and where their middle really is.
///
/// Light from the side makes one wall of a groove dark and the other bright; its middle lies between the two. A
/// line is found on the dark wall, and moves to the middle between the outer edge of the dark wall and that of
/// the bright one. Where the bright wall is not to be seen, since the groove is steep or the light comes from the
/// front, it moves to the middle of what is dark.
///
/// @param lines moved to the middle of their grooves, in the order of the creases
/// @param widthMm mean over their length, at half their darkness; 0 without lines
/// @param area mean over their length of the area of the profile, in mm; 0 without lines
record LineProfile(List<Line> lines, double widthMm, double area) {

    private static final double REACH_MM = 1.3;

    /// Half of the stretch over which the profile is taken, and over which the way to the middle is: walls of a
    /// groove do not jump.
    private static final double STRETCH_MM = 3;

    private static final double CALM_MM = 4;

    /// Where the bright wall is looked for, from the darkest place.
    private static final double NEAREST_MM = 0.2;

    private static final double FARTHEST_MM = 1.1;

    /// Part of the darkness that a bright wall has at least, and contrast.
    private static final double LIT = 0.1;

    private static final double LIT_CONTRAST = 0.01;

    /// Part of the darkness at which a groove ends that has no bright wall.
    private static final double END = 0.15;

    private static final double LEAST_MOVE_MM = -0.2;
    private static final double MOST_MOVE_MM = 0.6;

    /// @param light how the relief is lit
    static LineProfile of(Plane relief, List<Crease> creases, SideLight light, double pitchMm) {
        var moved = new ArrayList<Line>();
        double length = 0;
        double widths = 0;
        double areas = 0;
        for (Crease crease : creases) {
            var across = new Across(relief, crease.line(), light, pitchMm);
            moved.add(crease.line().moved(across.shiftPx).smoothed(4));
            double weight = crease.length();
            length += weight;
            widths += weight * across.widthMm;
            areas += weight * across.area;
        }
        return length == 0
                ? new LineProfile(List.copyOf(moved), 0, 0)
                : new LineProfile(List.copyOf(moved), widths / length, areas / length);
    }

    private static final class Across {

        private final double stepMm;
        private final int half;
        private final double[] shiftPx;
        private final double widthMm;
        private final double area;

        Across(Plane relief, Line line, SideLight light, double pitchMm) {
            this.stepMm = Math.min(0.05, pitchMm);
            this.half = (int) Math.round(REACH_MM / stepMm);
            int points = line.points();
            var rows = new double[points][];
            var sides = new int[points];
            for (int i = 0; i < points; i++) {
                sides[i] = light.side(line.across(i));
                rows[i] = row(relief, line, i, sides[i] / pitchMm);
            }
            int window = Math.max(1, (int) Math.round(STRETCH_MM / pitchMm));
            var shifts = new float[points];
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
                shifts[i] = (float) (sides[i] * shape[0] / pitchMm);
                width += shape[1];
                dark += shape[2];
            }
            shiftPx = Means.along(shifts, (int) Math.round(CALM_MM / pitchMm));
            widthMm = width / points;
            area = dark / points;
        }

        /// From the dark wall to the bright one.
        private double[] row(Plane relief, Line line, int i, double pxPerMm) {
            double[] across = line.across(i);
            var row = new double[2 * half + 1];
            for (int k = -half; k <= half; k++) {
                double distance = k * stepMm * pxPerMm;
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
            double shoulder = (sum[0] + sum[1] + sum[sum.length - 1] + sum[sum.length - 2]) / 4;
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
            return new double[] {middle(sum, n, least, shoulder), widthAt(sum, least, level), area};
        }

        /// @return from the line to the middle of the groove, in mm towards the bright wall
        private double middle(double[] sum, int n, int least, double shoulder) {
            double dark = shoulder - sum[least];
            int peak = Math.min(sum.length - 1, least + (int) Math.round(NEAREST_MM / stepMm));
            int farthest = Math.min(sum.length - 1, least + (int) Math.round(FARTHEST_MM / stepMm));
            for (int k = peak; k <= farthest; k++) {
                peak = sum[k] > sum[peak] ? k : peak;
            }
            double bright = sum[peak] - shoulder;
            boolean lit = bright >= Math.max(n * LIT_CONTRAST, LIT * dark);
            double level = shoulder - (lit ? 0.5 : END) * dark;
            int left = least;
            while (left > 0 && sum[left] < level) {
                left--;
            }
            int right = lit ? peak : least;
            while (right < sum.length - 1 && (lit ? sum[right] - shoulder > 0.5 * bright : sum[right] < level)) {
                right++;
            }
            return Math.clamp(((left + right) / 2.0 - half) * stepMm, LEAST_MOVE_MM, MOST_MOVE_MM);
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
