package org.stipple.dose;

import java.util.Arrays;

/// How many punctures go into a hole that is there already: their centre lies within half a needle's diameter
/// of the centre of an earlier one. Mutable.
///
/// Centres are kept in square buckets no smaller than a needle's diameter, as linked lists in arrays, latest
/// first, so that four buckets at most are asked. A link holds its centre's place within the bucket in 2 × 16
/// bits, so that one number is fetched for each centre; where that is too coarse to tell, the exact centre is.
/// Where more punctures are expected than are worth keeping, only cells of a scattered sample are watched, with
/// all that lies around them.
final class Duplicates {

    /// Design: a quarter of a million give a fraction to some thousandths, in 6 MB.
    private static final double KEPT = 250_000;

    private static final int MOST_BUCKETS = 1 << 21;
    private static final int NONE = -1;

    private static final byte APART = 0;
    private static final byte BESIDE = 1;
    private static final byte WATCHED = 2;

    /// Steps along a bucket's side.
    private static final int STEPS = 1 << 16;

    private final CellGrid cells;
    private final double withinMm;
    private final double withinMm2;
    private final double minX;
    private final double minY;
    private final double bucketsPerMm;
    private final int columns;
    private final int rows;
    private final int[] latest;

    /// In steps squared: below it is within, above the other is not.
    private final long surelyWithin;

    private final long surelyNot;

    private long oneCellIn;

    /// For each cell, where not all are watched.
    private final byte[] watch;

    private int kept;
    private double[] xs = new double[1024];
    private double[] ys = new double[1024];

    /// For each centre its place in the bucket, column and row of 16 bits each, and the one before it.
    private long[] links = new long[1024];

    private long watched;
    private long repeated;

    /// @param expected punctures on the whole outline
    Duplicates(Outline outline, CellGrid cells, double holeMm, double expected) {
        this.cells = cells;
        withinMm = holeMm / 2;
        withinMm2 = withinMm * withinMm;
        minX = outline.minX() - withinMm;
        minY = outline.minY() - withinMm;
        double width = outline.maxX() + withinMm - minX;
        double height = outline.maxY() + withinMm - minY;
        double bucketMm = Math.max(2 * withinMm, Math.sqrt(width * height / MOST_BUCKETS));
        bucketsPerMm = 1 / bucketMm;
        columns = (int) (width * bucketsPerMm) + 1;
        rows = (int) (height * bucketsPerMm) + 1;
        latest = new int[columns * rows];
        watch = new byte[cells.columns() * cells.rows()];
        double within = withinMm * bucketsPerMm * STEPS;
        // Each place is up to a step too low, so each difference up to a step wrong; 3 is generous.
        surelyWithin = (long) Math.floor(Math.max(0, within - 3) * Math.max(0, within - 3));
        surelyNot = (long) Math.ceil((within + 3) * (within + 3));
        clear(expected);
    }

    /// Forgets all punctures, and keeps the room they took.
    ///
    /// @param expected punctures that come next
    void clear(double expected) {
        oneCellIn = oneCellIn(expected);
        sample();
        Arrays.fill(latest, NONE);
        kept = 0;
        watched = 0;
        repeated = 0;
    }

    /// Of how many cells one is watched: a power of two, so that treatments that are nearly as long are watched
    /// alike.
    ///
    /// @param expected punctures on the whole outline
    static long oneCellIn(double expected) {
        long one = 1;
        while (one * KEPT < expected) {
            one *= 2;
        }
        return one;
    }

    /// Which cells are watched, and which of the others have one of them beside them.
    private void sample() {
        if (everyCell()) {
            return;
        }
        int wide = cells.columns();
        Arrays.fill(watch, APART);
        for (int cell = 0; cell < watch.length; cell++) {
            if (Long.remainderUnsigned(SplitMix.mix(cell + 1L), oneCellIn) == 0) {
                for (int row = Math.max(0, cell / wide - 1);
                        row <= Math.min(cells.rows() - 1, cell / wide + 1);
                        row++) {
                    int from = row * wide + Math.max(0, cell % wide - 1);
                    int to = row * wide + Math.min(wide - 1, cell % wide + 1);
                    for (int near = from; near <= to; near++) {
                        watch[near] = watch[near] == WATCHED ? WATCHED : BESIDE;
                    }
                }
                watch[cell] = WATCHED;
            }
        }
    }

    /// Distance within which an earlier centre makes a puncture a duplicate.
    double withinMm() {
        return withinMm;
    }

    /// Whether all cells are watched.
    boolean everyCell() {
        return oneCellIn == 1;
    }

    /// @param cell of skin in which each puncture lies, or -1 outside
    void punctures(double[] px, double[] py, int[] cell, int count) {
        for (int i = 0; i < count; i++) {
            puncture(px[i], py[i], cell[i]);
        }
    }

    private void puncture(double x, double y, int cell) {
        double column = (x - minX) * bucketsPerMm;
        double row = (y - minY) * bucketsPerMm;
        if (!(column >= 0 && row >= 0 && column < columns && row < rows)) {
            return;
        }
        boolean asked = cell >= 0 && isWatched(cell);
        if (!asked && !everyCell() && !isNearWatched(x, y)) {
            return;
        }
        int c = (int) column;
        int r = (int) row;
        int stepX = (int) ((column - c) * STEPS);
        int stepY = (int) ((row - r) * STEPS);
        if (asked) {
            watched++;
            if (isRepeated(x, y, c, r, stepX, stepY)) {
                repeated++;
            }
        }
        keep(x, y, r * columns + c, stepX, stepY);
    }

    private boolean isWatched(int cell) {
        return everyCell() || watch[cell] == WATCHED;
    }

    private boolean isNearWatched(double x, double y) {
        int around = cells.cellAround(x, y);
        if (around >= 0 && (watch[around] == APART || cells.isWellInside(x, y, withinMm))) {
            return false;
        }
        for (int corner = 0; corner < 9; corner++) {
            int cell = cells.cellAround(x + (corner % 3 - 1) * withinMm, y + (corner / 3 - 1) * withinMm);
            if (cell >= 0 && isWatched(cell)) {
                return true;
            }
        }
        return false;
    }

    /// Its own bucket first, where most of what is near lies; then the neighbours beside, above or below, and
    /// across, on the sides to which it is nearer. Within half a bucket there are no others.
    private boolean isRepeated(double x, double y, int column, int row, int stepX, int stepY) {
        int sideways = stepX < STEPS / 2 ? -1 : 1;
        int upwards = stepY < STEPS / 2 ? -1 : 1;
        return isNear(x, y, column, row, stepX, stepY)
                || isNear(x, y, column + sideways, row, stepX - sideways * STEPS, stepY)
                || isNear(x, y, column, row + upwards, stepX, stepY - upwards * STEPS)
                || isNear(x, y, column + sideways, row + upwards, stepX - sideways * STEPS, stepY - upwards * STEPS);
    }

    /// @param fromX steps from the bucket's corner
    private boolean isNear(double x, double y, int column, int row, int fromX, int fromY) {
        if (column < 0 || row < 0 || column >= columns || row >= rows) {
            return false;
        }
        for (int i = latest[row * columns + column]; i != NONE; ) {
            long link = links[i];
            int dx = fromX - (int) (link >>> 48);
            int dy = fromY - (int) (link >>> 32 & 0xffff);
            long squared = (long) dx * dx + (long) dy * dy;
            if (squared < surelyNot && (squared < surelyWithin || isWithin(i, x, y))) {
                return true;
            }
            i = (int) link;
        }
        return false;
    }

    private boolean isWithin(int i, double x, double y) {
        double dx = xs[i] - x;
        double dy = ys[i] - y;
        return dx * dx + dy * dy <= withinMm2;
    }

    private void keep(double x, double y, int bucket, int stepX, int stepY) {
        if (kept == xs.length) {
            xs = Arrays.copyOf(xs, 2 * kept);
            ys = Arrays.copyOf(ys, 2 * kept);
            links = Arrays.copyOf(links, 2 * kept);
        }
        xs[kept] = x;
        ys[kept] = y;
        links[kept] = (long) stepX << 48 | (long) stepY << 32 | latest[bucket] & 0xffffffffL;
        latest[bucket] = kept++;
    }

    /// Duplicates among the punctures on the skin, 0 to 1; 0 when there are none.
    double fraction() {
        return watched == 0 ? 0 : (double) repeated / watched;
    }
}
