package org.stipple.imaging.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.stipple.imaging.plane.Planes;
import org.stipple.imaging.raster.Plane;

/// Looks for areas within which no channel changes: what a printed patch is, whatever its colour, the light and
/// the colour of what surrounds it.
///
/// How much change is none depends on noise and light, so several limits are tried and what any of them finds
/// is kept once.
final class EvenAreas {

    /// Parts of the brightest light in the picture, in square roots.
    private static final float[] LIMITS = {0.012f, 0.025f, 0.05f, 0.09f};

    private static final int MIN_AREA = 30;

    /// A parallelogram has 1 here, an ellipse 1.05, a ring or a cross less.
    private static final double MIN_FILLED = 0.85;

    /// Shortest against longest axis.
    private static final double MIN_ROUND = 0.45;

    private static final int MOST = 4000;

    private final int width;
    private final int height;
    private final float[] change;
    private final float brightest;

    private EvenAreas(int width, int height, float[] change, float brightest) {
        this.width = width;
        this.height = height;
        this.change = change;
        this.brightest = brightest;
    }

    static List<Patch> in(Planes planes) {
        var areas = of(planes);
        var all = new ArrayList<Patch>();
        var seen = new boolean[areas.change.length];
        var stack = new int[areas.change.length];
        for (float limit : LIMITS) {
            areas.collect(limit * areas.brightest, seen, stack, all);
        }
        return once(all);
    }

    private static EvenAreas of(Planes planes) {
        int width = planes.width();
        int height = planes.height();
        var change = new float[width * height];
        float brightest = 0;
        for (float[] channel : List.of(planes.red(), planes.green(), planes.blue())) {
            float[] smooth = smoothRoot(channel, width, height);
            for (float value : smooth) {
                brightest = Math.max(brightest, value);
            }
            Plane.eachRow(height - 2, above -> {
                for (int x = 1; x < width - 1; x++) {
                    int i = (above + 1) * width + x;
                    float across = Math.abs(smooth[i + 1] - smooth[i - 1]);
                    float down = Math.abs(smooth[i + width] - smooth[i - width]);
                    change[i] = Math.max(change[i], Math.max(across, down));
                }
            });
        }
        for (int x = 0; x < width; x++) {
            change[x] = Float.MAX_VALUE;
            change[(height - 1) * width + x] = Float.MAX_VALUE;
        }
        for (int y = 0; y < height; y++) {
            change[y * width] = Float.MAX_VALUE;
            change[y * width + width - 1] = Float.MAX_VALUE;
        }
        return new EvenAreas(width, height, change, brightest);
    }

    /// The square root is about as even to noise and to the eye as a camera's own coding; mean of 3 x 3.
    private static float[] smoothRoot(float[] channel, int width, int height) {
        var root = new float[channel.length];
        var out = new float[channel.length];
        Plane.eachRow(channel.length / Math.max(1, width), y -> {
            for (int i = y * width; i < (y + 1) * width; i++) {
                root[i] = (float) Math.sqrt(Math.max(0, channel[i]));
            }
        });
        Plane.eachRow(height - 2, above -> {
            for (int x = 1; x < width - 1; x++) {
                int i = (above + 1) * width + x;
                float sum = 0;
                for (int row = i - width; row <= i + width; row += width) {
                    sum += root[row - 1] + root[row] + root[row + 1];
                }
                out[i] = sum / 9;
            }
        });
        return out;
    }

    /// Areas of pixels that touch with a side. The outermost pixels change too much to belong to any.
    private void collect(float limit, boolean[] seen, int[] stack, List<Patch> found) {
        Arrays.fill(seen, false);
        int maxArea = change.length / 40;
        for (int start = 0; start < change.length; start++) {
            if (change[start] < limit && !seen[start]) {
                var moments = new Moments();
                int top = 0;
                stack[top++] = start;
                seen[start] = true;
                while (top > 0) {
                    int i = stack[--top];
                    moments.add(i % width, i / width);
                    if (change[i - 1] < limit && !seen[i - 1]) {
                        seen[i - 1] = true;
                        stack[top++] = i - 1;
                    }
                    if (change[i + 1] < limit && !seen[i + 1]) {
                        seen[i + 1] = true;
                        stack[top++] = i + 1;
                    }
                    if (change[i - width] < limit && !seen[i - width]) {
                        seen[i - width] = true;
                        stack[top++] = i - width;
                    }
                    if (change[i + width] < limit && !seen[i + width]) {
                        seen[i + width] = true;
                        stack[top++] = i + width;
                    }
                }
                if (moments.n >= MIN_AREA && moments.n <= maxArea && moments.isSquarish()) {
                    found.add(new Patch(moments.x / moments.n + 0.5, moments.y / moments.n + 0.5, moments.n));
                }
            }
        }
    }

    /// Largest first; what lies in the middle of a larger one of up to five times its area is the same patch.
    private static List<Patch> once(List<Patch> all) {
        all.sort(Comparator.comparingDouble(Patch::area).reversed());
        var kept = new ArrayList<Patch>();
        var map = new PatchMap();
        double widest = all.isEmpty() ? 0 : all.getFirst().side();
        for (Patch patch : all) {
            // A larger one that holds it has at most five times its area.
            double reach = 0.35 * Math.min(widest, Math.sqrt(5) * patch.side());
            boolean known = map.within(patch.x(), patch.y(), reach).stream()
                    .anyMatch(other -> patch.distance(other.x(), other.y()) < 0.35 * other.side());
            if (!known && kept.size() < MOST) {
                kept.add(patch);
                map.add(patch);
            }
        }
        return kept;
    }

    private static final class Moments {
        private int n;
        private double x;
        private double y;
        private double xx;
        private double xy;
        private double yy;

        void add(int column, int row) {
            n++;
            x += column;
            y += row;
            xx += (double) column * column;
            xy += (double) column * row;
            yy += (double) row * row;
        }

        boolean isSquarish() {
            double a = xx / n - x / n * (x / n) + 1.0 / 12;
            double b = xy / n - x / n * (y / n);
            double c = yy / n - y / n * (y / n) + 1.0 / 12;
            double det = a * c - b * b;
            double root = Math.sqrt((a - c) * (a - c) / 4 + b * b);
            double round = Math.sqrt(((a + c) / 2 - root) / ((a + c) / 2 + root));
            return det > 0 && n / (12 * Math.sqrt(det)) > MIN_FILLED && round > MIN_ROUND;
        }
    }
}
