package org.stipple.imaging.skin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stipple.imaging.raster.Plane;

/// Puts together what is one line: pieces that end before each other and point the same way.
final class Linking {

    /// Cosine of how much a line turns at most, 30 degrees, from a piece to the gap and on.
    private static final double STRAIGHT = Math.cos(Math.toRadians(30));

    /// Pieces nearer than this in pixels overlap by a pixel or two, and the way between says nothing.
    private static final double TOUCHING = 2.5;

    private final Plane contrast;
    private final double gapPx;
    private final int stretch;

    private Linking(Plane contrast, double gapPx, int stretch) {
        this.contrast = contrast;
        this.gapPx = gapPx;
        this.stretch = stretch;
    }

    /// @param dx with dy: where the line points to, 1 long
    private record End(int line, boolean last, double x, double y, double dx, double dy) {

        int id() {
            return 2 * line + (last ? 1 : 0);
        }
    }

    private record Gap(End from, End to, double cost) {}

    /// @param contrast what is seen in the gaps
    /// @param gapPx the longest that is bridged
    /// @param stretchPx of a piece, from its end: tells where it points
    static List<Line> of(List<Line> lines, Plane contrast, double gapPx, double stretchPx) {
        return new Linking(contrast, gapPx, Math.max(2, (int) Math.round(stretchPx))).linked(lines);
    }

    private List<Line> linked(List<Line> lines) {
        // By the end that goes on: the end it goes on at.
        var next = new HashMap<Integer, End>();
        var root = new int[lines.size()];
        Arrays.setAll(root, i -> i);
        for (Gap gap : gaps(lines)) {
            int from = root(root, gap.from.line);
            int to = root(root, gap.to.line);
            if (from != to && !next.containsKey(gap.from.id()) && !next.containsKey(gap.to.id())) {
                next.put(gap.from.id(), gap.to);
                next.put(gap.to.id(), gap.from);
                root[from] = to;
            }
        }
        var out = new ArrayList<Line>();
        var done = new boolean[lines.size()];
        for (int i = 0; i < done.length; i++) {
            // Rings cannot come about: each row begins at an end that goes on nowhere.
            boolean first = next.containsKey(2 * i);
            boolean last = next.containsKey(2 * i + 1);
            if (!done[i] && !(first && last)) {
                out.add(first || last ? row(lines, next, i, last, done) : lines.get(i));
            }
        }
        return out;
    }

    /// The likeliest first.
    private List<Gap> gaps(List<Line> lines) {
        var ends = new ArrayList<End>();
        for (int i = 0; i < lines.size(); i++) {
            ends.add(end(lines.get(i), i, false));
            ends.add(end(lines.get(i), i, true));
        }
        ends.sort(Comparator.comparingDouble(End::x));
        var gaps = new ArrayList<Gap>();
        for (int i = 0; i < ends.size(); i++) {
            for (int j = i + 1; j < ends.size() && ends.get(j).x - ends.get(i).x <= gapPx; j++) {
                double cost = cost(ends.get(i), ends.get(j));
                if (ends.get(i).line != ends.get(j).line && cost < 1) {
                    gaps.add(new Gap(ends.get(i), ends.get(j), cost));
                }
            }
        }
        gaps.sort(Comparator.comparingDouble(Gap::cost));
        return gaps;
    }

    private Line row(List<Line> lines, Map<Integer, End> next, int start, boolean forwards, boolean[] done) {
        var points = new ArrayList<float[]>();
        add(lines.get(start), forwards, points);
        done[start] = true;
        End to = next.get(2 * start + (forwards ? 1 : 0));
        while (to != null) {
            add(lines.get(to.line), !to.last, points);
            done[to.line] = true;
            to = next.get(2 * to.line + (to.last ? 0 : 1));
        }
        var x = new float[points.size()];
        var y = new float[x.length];
        var depth = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = points.get(i)[0];
            y[i] = points.get(i)[1];
            depth[i] = points.get(i)[2];
        }
        return new Line(x, y, depth);
    }

    private void add(Line line, boolean forwards, List<float[]> points) {
        int n = line.points();
        int first = forwards ? 0 : n - 1;
        if (!points.isEmpty()) {
            float[] from = points.getLast();
            double dx = line.x()[first] - from[0];
            double dy = line.y()[first] - from[1];
            int steps = (int) Math.round(Math.hypot(dx, dy));
            for (int k = 1; k < steps; k++) {
                float x = (float) (from[0] + dx * k / steps);
                float y = (float) (from[1] + dy * k / steps);
                points.add(new float[] {x, y, seen(x, y)});
            }
        }
        for (int k = 0; k < n; k++) {
            int i = forwards ? k : n - 1 - k;
            points.add(new float[] {line.x()[i], line.y()[i], line.contrast()[i]});
        }
    }

    /// The most beside a place.
    private float seen(float x, float y) {
        int u = Math.clamp(Math.round(x), 1, contrast.width() - 2);
        int v = Math.clamp(Math.round(y), 1, contrast.height() - 2);
        float most = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                most = Math.max(most, contrast.values()[(v + dy) * contrast.width() + u + dx]);
            }
        }
        return most;
    }

    private End end(Line line, int index, boolean last) {
        int n = line.points();
        int at = last ? n - 1 : 0;
        int back = last ? Math.max(0, n - 1 - stretch) : Math.min(n - 1, stretch);
        double dx = line.x()[at] - line.x()[back];
        double dy = line.y()[at] - line.y()[back];
        double length = Math.max(1e-6, Math.hypot(dx, dy));
        return new End(index, last, line.x()[at], line.y()[at], dx / length, dy / length);
    }

    /// Below 1 for what may be one line.
    private double cost(End from, End to) {
        double dx = to.x - from.x;
        double dy = to.y - from.y;
        double gap = Math.hypot(dx, dy);
        if (gap > gapPx) {
            return 1;
        }
        double facing = -(from.dx * to.dx + from.dy * to.dy);
        if (facing < STRAIGHT) {
            return 1;
        }
        double straight = gap < TOUCHING ? 1 : Math.min(dx * from.dx + dy * from.dy, -dx * to.dx - dy * to.dy) / gap;
        if (straight < STRAIGHT) {
            return 1;
        }
        return gap / gapPx / 2 + (1 - facing) + (1 - straight);
    }

    private static int root(int[] root, int i) {
        int at = i;
        while (root[at] != at) {
            at = root[at];
        }
        return at;
    }
}
