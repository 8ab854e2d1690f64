package org.stipple.imaging.card;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stipple.imaging.geometry.Homography;

/// Patches of one size in rows and columns. Columns go right of rows as on a page: no lattice is a mirror image.
///
/// @param places which patch stands at which column and row, counted from that of the first patch
record Lattice(Map<Cell, Patch> places) {

    /// Column and row, which may be below 0.
    record Cell(int column, int row) {}

    private static final Cell[] STEPS = {new Cell(1, 0), new Cell(0, 1), new Cell(-1, 0), new Cell(0, -1)};

    /// Of the size of the patch: its neighbour is not nearer than its own side.
    private static final double NEAREST = 0.9;

    private static final double FARTHEST = 2.2;

    /// Of the step: how far from where it is expected a neighbour may be.
    private static final double OFF = 0.22;

    private static final double MAX_SIZE_RATIO = 2.2;

    private static final int NEIGHBOURS = 8;

    /// All that have at least so many patches; each patch is the first of at most one, and in a larger one of
    /// none.
    static List<Lattice> of(List<Patch> patches, int atLeast) {
        var lattices = new ArrayList<Lattice>();
        Set<Patch> used = new HashSet<>();
        var map = new PatchMap();
        patches.forEach(map::add);
        for (Patch seed : patches) {
            if (!used.contains(seed)) {
                Optional<Lattice> largest = from(seed, map);
                if (largest.isPresent() && largest.get().places.size() >= atLeast) {
                    lattices.add(largest.get());
                    used.addAll(largest.get().places.values());
                }
            }
        }
        return lattices;
    }

    private static Optional<Lattice> from(Patch seed, PatchMap patches) {
        List<Patch> near = around(seed, patches);
        Optional<Lattice> largest = Optional.empty();
        for (Patch right : near) {
            for (Patch below : near) {
                double ux = right.x() - seed.x();
                double uy = right.y() - seed.y();
                double vx = below.x() - seed.x();
                double vy = below.y() - seed.y();
                double cross = ux * vy - uy * vx;
                double u = Math.hypot(ux, uy);
                double v = Math.hypot(vx, vy);
                if (cross > 0.8 * u * v && u < 1.7 * v && v < 1.7 * u) {
                    var grown = grown(seed, new double[] {ux, uy, vx, vy}, patches);
                    if (largest.isEmpty()
                            || grown.places.size() > largest.get().places.size()) {
                        largest = Optional.of(grown);
                    }
                }
            }
        }
        return largest;
    }

    private static List<Patch> around(Patch seed, PatchMap patches) {
        double reach = FARTHEST * Math.sqrt(MAX_SIZE_RATIO) * seed.side();
        return patches.within(seed.x(), seed.y(), reach).stream()
                .filter(patch -> patch != seed && isSimilar(patch, seed))
                .filter(patch -> {
                    double apart = patch.distance(seed.x(), seed.y());
                    double side = Math.max(seed.side(), patch.side());
                    return apart > NEAREST * side && apart < FARTHEST * side;
                })
                .sorted(java.util.Comparator.comparingDouble(patch -> patch.distance(seed.x(), seed.y())))
                .limit(NEIGHBOURS)
                .toList();
    }

    private static boolean isSimilar(Patch one, Patch other) {
        double ratio = one.area() / other.area();
        return ratio < MAX_SIZE_RATIO && ratio > 1 / MAX_SIZE_RATIO;
    }

    /// Outwards from the first, with steps that follow the perspective.
    private static Lattice grown(Patch seed, double[] basis, PatchMap patches) {
        var places = new HashMap<Cell, Patch>();
        var bases = new HashMap<Cell, double[]>();
        var open = new ArrayDeque<Cell>();
        var origin = new Cell(0, 0);
        places.put(origin, seed);
        bases.put(origin, basis);
        open.add(origin);
        Set<Patch> taken = new HashSet<>(Set.of(seed));
        while (!open.isEmpty()) {
            Cell cell = open.remove();
            Patch here = places.get(cell);
            double[] b = bases.get(cell);
            for (Cell step : STEPS) {
                var next = new Cell(cell.column + step.column, cell.row + step.row);
                if (here != null && b != null && !places.containsKey(next) && spans(places, next)) {
                    double dx = step.column * b[0] + step.row * b[2];
                    double dy = step.column * b[1] + step.row * b[3];
                    nearest(patches, here.x() + dx, here.y() + dy, OFF * Math.hypot(dx, dy), here)
                            .filter(taken::add)
                            .ifPresent(patch -> {
                                places.put(next, patch);
                                bases.put(next, turned(b, step, patch.x() - here.x(), patch.y() - here.y()));
                                open.add(next);
                            });
                }
            }
        }
        return new Lattice(places);
    }

    /// A card has no more than six in a row.
    private static boolean spans(Map<Cell, Patch> places, Cell next) {
        int left = next.column;
        int right = next.column;
        int top = next.row;
        int bottom = next.row;
        for (Cell cell : places.keySet()) {
            left = Math.min(left, cell.column);
            right = Math.max(right, cell.column);
            top = Math.min(top, cell.row);
            bottom = Math.max(bottom, cell.row);
        }
        return right - left < 6 && bottom - top < 6;
    }

    private static double[] turned(double[] basis, Cell step, double dx, double dy) {
        double[] next = basis.clone();
        int sign = step.column + step.row;
        int at = step.column != 0 ? 0 : 2;
        next[at] = (basis[at] + sign * dx) / 2;
        next[at + 1] = (basis[at + 1] + sign * dy) / 2;
        return next;
    }

    private static Optional<Patch> nearest(PatchMap patches, double x, double y, double within, Patch like) {
        Optional<Patch> best = Optional.empty();
        double least = within;
        for (Patch patch : patches.within(x, y, within)) {
            double apart = patch.distance(x, y);
            if (apart < least && isSimilar(patch, like)) {
                least = apart;
                best = Optional.of(patch);
            }
        }
        return best;
    }

    /// From columns and rows to the picture; patches that do not fit are left out, the worst first.
    Optional<Homography> map() {
        var pairs = new ArrayList<Homography.Pair>();
        places.forEach((cell, patch) -> pairs.add(new Homography.Pair(cell.column, cell.row, patch.x(), patch.y())));
        pairs.sort(java.util.Comparator.comparingDouble(Homography.Pair::y).thenComparingDouble(Homography.Pair::x));
        Optional<Homography> map = Homography.of(pairs);
        while (map.isPresent() && pairs.size() > 8) {
            Homography now = map.get();
            var worst =
                    java.util.Collections.max(pairs, java.util.Comparator.comparingDouble(pair -> error(now, pair)));
            double pitch = Math.sqrt(Math.abs(now.areaFactor(worst.x(), worst.y())));
            if (error(now, worst) < 0.06 * pitch) {
                return map;
            }
            pairs.remove(worst);
            map = Homography.of(pairs);
        }
        return map;
    }

    private static double error(Homography map, Homography.Pair pair) {
        return Math.hypot(map.u(pair.x(), pair.y()) - pair.u(), map.v(pair.x(), pair.y()) - pair.v());
    }
}
