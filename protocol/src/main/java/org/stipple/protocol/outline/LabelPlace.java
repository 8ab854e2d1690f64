package org.stipple.protocol.outline;

import java.util.List;
import java.util.stream.Stream;

/// Finds where a number fits best in a shape: the place farthest from every line, by a grid that is refined
/// around its best cell.
final class LabelPlace {

    private static final int CELLS = 14;
    private static final int ROUNDS = 4;
    private static final double ENOUGH = 0.75;

    private LabelPlace() {}

    /// To about 1 mm.
    static Point in(List<Ring> rings, List<Ring> holes) {
        var points = rings.stream().flatMap(ring -> ring.points().stream()).toList();
        double left = points.stream().mapToDouble(Point::xMm).min().orElseThrow();
        double right = points.stream().mapToDouble(Point::xMm).max().orElseThrow();
        double top = points.stream().mapToDouble(Point::yMm).min().orElseThrow();
        double bottom = points.stream().mapToDouble(Point::yMm).max().orElseThrow();
        Point best = new Point((left + right) / 2, (top + bottom) / 2);
        double room = room(best, rings, holes);
        double stepX = (right - left) / CELLS;
        double stepY = (bottom - top) / CELLS;
        for (int round = 0; round < ROUNDS; round++) {
            Point middle = best;
            int reach = round == 0 ? CELLS / 2 : 2;
            for (int i = -reach; i <= reach; i++) {
                for (int j = -reach; j <= reach; j++) {
                    Point candidate = new Point(middle.xMm() + i * stepX, middle.yMm() + j * stepY);
                    double here = room(candidate, rings, holes);
                    if (here > room + 1e-9) {
                        room = here;
                        best = candidate;
                    }
                }
            }
            stepX /= 3;
            stepY /= 3;
        }
        return best;
    }

    /// As [#in(List, List)], but on the midline where there is nearly as much room: a number on the forehead
    /// stands in its middle.
    static Point onMidline(List<Ring> rings, List<Ring> holes) {
        Point anywhere = in(rings, holes);
        Point best = anywhere;
        double room = ENOUGH * room(anywhere, rings, holes);
        double top =
                rings.getFirst().points().stream().mapToDouble(Point::yMm).min().orElseThrow();
        double bottom =
                rings.getFirst().points().stream().mapToDouble(Point::yMm).max().orElseThrow();
        for (double y = top; y <= bottom; y += 1) {
            Point candidate = new Point(0, y);
            double here = room(candidate, rings, holes);
            if (here > room) {
                room = here;
                best = candidate;
            }
        }
        return best;
    }

    /// Distance to the nearest line; negative outside the shape.
    private static double room(Point point, List<Ring> rings, List<Ring> holes) {
        double nearest = Stream.concat(rings.stream(), holes.stream())
                .mapToDouble(ring -> ring.distanceMm(point))
                .min()
                .orElseThrow();
        boolean inside = rings.stream().anyMatch(ring -> ring.contains(point))
                && holes.stream().noneMatch(hole -> hole.contains(point));
        return inside ? nearest : -nearest;
    }
}
