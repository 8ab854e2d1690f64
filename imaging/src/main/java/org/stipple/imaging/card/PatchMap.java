package org.stipple.imaging.card;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Patches by where they are, so that neighbours are found without asking all.
final class PatchMap {

    private static final int CELL = 24;

    private final Map<Long, List<Patch>> cells = new HashMap<>();

    void add(Patch patch) {
        cells.computeIfAbsent(key(cell(patch.x()), cell(patch.y())), _ -> new ArrayList<>())
                .add(patch);
    }

    /// All whose middle is nearer than this, in a fixed order.
    List<Patch> within(double x, double y, double distance) {
        var found = new ArrayList<Patch>();
        for (long row = cell(y - distance); row <= cell(y + distance); row++) {
            for (long column = cell(x - distance); column <= cell(x + distance); column++) {
                for (Patch patch : cells.getOrDefault(key(column, row), List.of())) {
                    if (patch.distance(x, y) < distance) {
                        found.add(patch);
                    }
                }
            }
        }
        return found;
    }

    private static long cell(double at) {
        return (long) Math.floor(at / CELL);
    }

    private static long key(long column, long row) {
        return row << 32 ^ column & 0xFFFFFFFFL;
    }
}
