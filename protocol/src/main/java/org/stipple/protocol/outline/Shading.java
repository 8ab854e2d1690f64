package org.stipple.protocol.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.stipple.protocol.document.Field;

/// Fine dots beside a curve, densest at the curve and thinning out away from it: the shading of a drawing.
///
/// Each dot is the one of a few random candidates that is farthest from all dots already there (Mitchell
/// 1991, "best candidate", doi 10.1145/122718.122736), so that the dots lie evenly without lying in rows. The
/// seed is part of the drawing: the same file gives the same dots.
final class Shading {

    private static final int CANDIDATES = 8;

    /// Over this part of its length a shade fades towards an end that is not on the midline.
    private static final double FADE = 0.3;

    private final SplittableRandom random;
    private final List<Point> dots = new ArrayList<>();
    private final Map<Long, List<Point>> cells = new HashMap<>();

    private Shading(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static List<Point> dots(DrawingReader reader, Field lines, long seed) {
        var shading = new Shading(seed);
        lines.optional("shades").stream().flatMap(list -> list.items().stream()).forEach(shade -> {
            shade.mapping(Set.of("beside", "towards", "width", "dotsPerCm2", "mirror"));
            Curve curve = reader.chain(shade.required("beside"));
            var side = new Side(
                    curve.flattened(),
                    reader.point(shade.required("towards")),
                    shade.required("width").number(0.1, 500),
                    reader.isSymmetric());
            shading.add(
                    side,
                    shade.required("dotsPerCm2").number(0.1, 5000),
                    shade.optional("mirror").map(Field::flag).orElse(false));
        });
        return List.copyOf(shading.dots);
    }

    private void add(Side side, double perCm2, boolean mirrored) {
        // The density given is that at the curve; it falls linearly to none, so the mean is half of it.
        long count = Math.round(perCm2 * side.lengthMm * side.widthMm / 100 / 2);
        var fresh = new ArrayList<Point>();
        for (long i = 0; i < count; i++) {
            Point best = side.place(random);
            double room = roomAround(best);
            for (int other = 1; other < CANDIDATES; other++) {
                Point candidate = side.place(random);
                double here = roomAround(candidate);
                if (here > room) {
                    room = here;
                    best = candidate;
                }
            }
            fresh.add(best);
            keep(best);
        }
        if (mirrored) {
            fresh.forEach(dot -> keep(dot.mirrored()));
        }
    }

    private void keep(Point dot) {
        dots.add(dot);
        cells.computeIfAbsent(cell(dot, 0, 0), _ -> new ArrayList<>()).add(dot);
    }

    private static final double CELL_MM = 4;

    private static long cell(Point point, int right, int down) {
        long x = (long) Math.floor(point.xMm() / CELL_MM) + right;
        long y = (long) Math.floor(point.yMm() / CELL_MM) + down;
        return x * 1_000_003 + y;
    }

    private double roomAround(Point point) {
        double room = CELL_MM;
        for (int right = -1; right <= 1; right++) {
            for (int down = -1; down <= 1; down++) {
                for (Point dot : cells.getOrDefault(cell(point, right, down), List.of())) {
                    room = Math.min(room, dot.distanceMm(point));
                }
            }
        }
        return room;
    }

    /// The strip beside a curve.
    private static final class Side {

        private final List<Point> line;
        private final double[] alongMm;
        private final double lengthMm;
        private final double widthMm;
        private final Point towards;
        private final boolean firstOpen;
        private final boolean lastOpen;

        Side(List<Point> line, Point towards, double widthMm, boolean symmetric) {
            this.line = line;
            this.towards = towards;
            this.widthMm = widthMm;
            this.alongMm = new double[line.size()];
            for (int i = 1; i < line.size(); i++) {
                alongMm[i] = alongMm[i - 1] + line.get(i).distanceMm(line.get(i - 1));
            }
            this.lengthMm = alongMm[line.size() - 1];
            this.firstOpen = symmetric && Math.abs(line.getFirst().xMm()) < 0.01;
            this.lastOpen = symmetric && Math.abs(line.getLast().xMm()) < 0.01;
        }

        Point place(SplittableRandom random) {
            double part = random.nextDouble();
            while (random.nextDouble() > strength(part)) {
                part = random.nextDouble();
            }
            int i = 0;
            while (i < line.size() - 2 && alongMm[i + 1] < part * lengthMm) {
                i++;
            }
            Point a = line.get(i);
            Point b = line.get(i + 1);
            double step = alongMm[i + 1] - alongMm[i];
            double f = (part * lengthMm - alongMm[i]) / step;
            double x = a.xMm() + f * (b.xMm() - a.xMm());
            double y = a.yMm() + f * (b.yMm() - a.yMm());
            double acrossX = -(b.yMm() - a.yMm()) / step;
            double acrossY = (b.xMm() - a.xMm()) / step;
            double side = acrossX * (towards.xMm() - x) + acrossY * (towards.yMm() - y) < 0 ? -1 : 1;
            double away = side * widthMm * strength(part) * (1 - Math.sqrt(1 - random.nextDouble()));
            return new Point(x + acrossX * away, y + acrossY * away);
        }

        private double strength(double part) {
            double atFirst = firstOpen ? 1 : part / FADE;
            double atLast = lastOpen ? 1 : (1 - part) / FADE;
            return Math.min(1, Math.min(atFirst, atLast));
        }
    }
}
