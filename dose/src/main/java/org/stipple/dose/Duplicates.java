package org.stipple.dose;

import java.util.Arrays;

/// How many punctures go into a hole that is there already: their centre lies within half a needle's diameter
/// of the centre of an earlier one. Mutable.
///
/// Centres are kept in square buckets no smaller than a needle's diameter, as linked lists in arrays, latest
/// first, so that four buckets at most are asked. Where more punctures are expected than are worth keeping,
/// only cells of a scattered sample are watched, with all that lies around them.
final class Duplicates {

    /// Design: a million give a fraction to a thousandth, in 20 MB.
    private static final double KEPT = 1_000_000;

    private static final int MOST_BUCKETS = 1 << 21;
    private static final int NONE = -1;

    private final CellGrid cells;
    private final double withinMm;
    private final double withinMm2;
    private final long oneCellIn;
    private final double minX;
    private final double minY;
    private final double bucketsPerMm;
    private final int columns;
    private final int rows;
    private final int[] latest;

    private int kept;
    private double[] xs = new double[1024];
    private double[] ys = new double[1024];
    private int[] earlier = new int[1024];

    private long watched;
    private long repeated;

    /// @param expected punctures on the whole outline
    Duplicates(Outline outline, CellGrid cells, double holeMm, double expected) {
        this.cells = cells;
        withinMm = holeMm / 2;
        withinMm2 = withinMm * withinMm;
        oneCellIn = Math.max(1, (long) Math.ceil(expected / KEPT));
        minX = outline.minX() - withinMm;
        minY = outline.minY() - withinMm;
        double width = outline.maxX() + withinMm - minX;
        double height = outline.maxY() + withinMm - minY;
        double bucketMm = Math.max(2 * withinMm, Math.sqrt(width * height / MOST_BUCKETS));
        bucketsPerMm = 1 / bucketMm;
        columns = (int) (width * bucketsPerMm) + 1;
        rows = (int) (height * bucketsPerMm) + 1;
        latest = new int[columns * rows];
        Arrays.fill(latest, NONE);
    }

    /// Distance within which an earlier centre makes a puncture a duplicate.
    double withinMm() {
        return withinMm;
    }

    /// Whether all cells are watched.
    boolean everyCell() {
        return oneCellIn == 1;
    }

    /// @param cell of skin in which the puncture lies, or -1 outside
    void puncture(double x, double y, int cell) {
        double column = (x - minX) * bucketsPerMm;
        double row = (y - minY) * bucketsPerMm;
        if (!(column >= 0 && row >= 0 && column < columns && row < rows)) {
            return;
        }
        boolean asked = cell >= 0 && isWatched(cell);
        if (!asked && !everyCell() && !isNearWatched(x, y)) {
            return;
        }
        if (asked) {
            watched++;
            if (isRepeated(x, y)) {
                repeated++;
            }
        }
        keep(x, y, (int) row * columns + (int) column);
    }

    private boolean isWatched(int cell) {
        return everyCell() || Long.remainderUnsigned(SplitMix.mix(cell + 1L), oneCellIn) == 0;
    }

    private boolean isNearWatched(double x, double y) {
        for (int corner = 0; corner < 9; corner++) {
            int cell = cells.cellAround(x + (corner % 3 - 1) * withinMm, y + (corner / 3 - 1) * withinMm);
            if (cell >= 0 && isWatched(cell)) {
                return true;
            }
        }
        return false;
    }

    /// The nearest buckets lie inside the grid, because it reaches that far beyond the skin.
    private boolean isRepeated(double x, double y) {
        int top = Math.min(rows - 1, (int) ((y + withinMm - minY) * bucketsPerMm));
        int right = Math.min(columns - 1, (int) ((x + withinMm - minX) * bucketsPerMm));
        for (int r = (int) ((y - withinMm - minY) * bucketsPerMm); r <= top; r++) {
            for (int c = (int) ((x - withinMm - minX) * bucketsPerMm); c <= right; c++) {
                for (int i = latest[r * columns + c]; i != NONE; i = earlier[i]) {
                    double dx = xs[i] - x;
                    double dy = ys[i] - y;
                    if (dx * dx + dy * dy <= withinMm2) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void keep(double x, double y, int bucket) {
        if (kept == xs.length) {
            xs = Arrays.copyOf(xs, 2 * kept);
            ys = Arrays.copyOf(ys, 2 * kept);
            earlier = Arrays.copyOf(earlier, 2 * kept);
        }
        xs[kept] = x;
        ys[kept] = y;
        earlier[kept] = latest[bucket];
        latest[bucket] = kept++;
    }

    /// Duplicates among the punctures on the skin, 0 to 1; 0 when there are none.
    double fraction() {
        return watched == 0 ? 0 : (double) repeated / watched;
    }
}
