package org.stipple.imaging.skin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.stipple.imaging.raster.Plane;

/// From how much of a line each pixel sees to the middle lines: what is no maximum across the line goes, what is
/// weak stays only where it hangs together with something strong (hysteresis by absolute contrast: a quantile
/// would find as many lines on smooth skin as on wrinkled), then one pixel's width, then chains.
final class CentreLines {

    private static final int SMOOTHINGS = 6;

    private CentreLines() {}

    /// @param where pixels in which lines may lie
    /// @param low contrast that continues a line
    /// @param high contrast that begins one
    /// @param leastPx lines whose whole is shorter are none
    static List<Line> of(LineBank bank, boolean[] where, float low, float high, double leastPx) {
        int width = bank.contrast.width();
        int height = bank.contrast.height();
        var set = new boolean[width * height];
        Plane.eachRow(height - 2, row -> {
            for (int x = 1; x < width - 1; x++) {
                int at = (row + 1) * width + x;
                set[at] = where[at] && bank.contrast.values()[at] >= low && isCrest(bank, at, width);
            }
        });
        linked(set, bank, high, leastPx);
        boolean[] wide = widened(set, where, bank, 2 * low);
        Thinning.thin(wide, width, height);
        return chains(wide, bank, leastPx);
    }

    /// Strong lines by a pixel to all sides: crests of broad lines are ladders of pixels, which thinning
    /// alone would turn into rings, and a line of rings falls into pieces.
    private static boolean[] widened(boolean[] set, boolean[] where, LineBank bank, float least) {
        int width = bank.contrast.width();
        float[] contrast = bank.contrast.values();
        var wide = new boolean[set.length];
        for (int at = width + 1; at < set.length - width - 1; at++) {
            wide[at] = set[at] || where[at] && contrast[at] >= least && isBeside(set, at, width);
        }
        return wide;
    }

    private static boolean isBeside(boolean[] set, int at, int width) {
        for (int row = at - width; row <= at + width; row += width) {
            if (set[row - 1] || set[row] || set[row + 1]) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCrest(LineBank bank, int at, int width) {
        float[] contrast = bank.contrast.values();
        double angle = LineBank.radians(bank.direction[at]);
        int dx = (int) Math.round(-1.3 * Math.sin(angle));
        int dy = (int) Math.round(1.3 * Math.cos(angle));
        int step = Math.clamp(dy, -1, 1) * width + Math.clamp(dx, -1, 1);
        return contrast[at] >= contrast[at + step] && contrast[at] >= contrast[at - step];
    }

    /// Clears what hangs together with nothing strong, and what is short from end to end.
    private static void linked(boolean[] set, LineBank bank, float high, double leastPx) {
        int width = bank.contrast.width();
        var seen = new boolean[set.length];
        for (int start = 0; start < set.length; start++) {
            if (!set[start] || seen[start]) {
                continue;
            }
            int[] piece = piece(set, seen, start, width);
            long strong = Arrays.stream(piece)
                    .filter(at -> bank.contrast.values()[at] >= high)
                    .count();
            var columns = IntStream.of(piece).map(at -> at % width).summaryStatistics();
            var rows = IntStream.of(piece).map(at -> at / width).summaryStatistics();
            double extent = Math.hypot(columns.getMax() - columns.getMin(), rows.getMax() - rows.getMin());
            if (strong < 0.3 * leastPx || extent < leastPx) {
                for (int at : piece) {
                    set[at] = false;
                }
            }
        }
    }

    private static int[] piece(boolean[] set, boolean[] seen, int start, int width) {
        var found = new ArrayList<Integer>();
        var open = new ArrayDeque<Integer>();
        open.add(start);
        seen[start] = true;
        while (!open.isEmpty()) {
            int at = open.poll();
            found.add(at);
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int next = at + dy * width + dx;
                    if (set[next] && !seen[next]) {
                        seen[next] = true;
                        open.add(next);
                    }
                }
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Short branches are the ends of crests, not lines.
    private static List<Line> chains(boolean[] set, LineBank bank, double leastPx) {
        int width = bank.contrast.width();
        var ends = new int[set.length];
        List<int[]> chains = Tracing.chains(set, width);
        for (int[] chain : chains) {
            ends[chain[0]]++;
            ends[chain[chain.length - 1]]++;
        }
        var lines = new ArrayList<Line>();
        for (int[] chain : chains) {
            boolean loose = (ends[chain[0]] == 1) != (ends[chain[chain.length - 1]] == 1);
            if (chain.length < 2 || loose && chain.length < 0.4 * leastPx) {
                continue;
            }
            lines.add(refined(chain, bank).smoothed(SMOOTHINGS));
        }
        return lines;
    }

    /// Each pixel moved across the line to the top of the parabola through it and its neighbours.
    private static Line refined(int[] chain, LineBank bank) {
        int width = bank.contrast.width();
        float[] contrast = bank.contrast.values();
        var x = new float[chain.length];
        var y = new float[chain.length];
        var depth = new float[chain.length];
        for (int i = 0; i < chain.length; i++) {
            int at = chain[i];
            double angle = LineBank.radians(bank.direction[at]);
            int dx = Math.clamp(Math.round(-1.3 * Math.sin(angle)), -1, 1);
            int dy = Math.clamp(Math.round(1.3 * Math.cos(angle)), -1, 1);
            float before = contrast[at - dy * width - dx];
            float after = contrast[at + dy * width + dx];
            float bend = before + after - 2 * contrast[at];
            float shift = bend < 0 ? Math.clamp(0.5f * (before - after) / bend, -0.5f, 0.5f) : 0;
            x[i] = at % width + shift * dx;
            y[i] = (float) (at / width) + shift * dy;
            depth[i] = contrast[at];
        }
        return new Line(x, y, depth);
    }
}
