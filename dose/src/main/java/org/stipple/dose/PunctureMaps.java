package org.stipple.dose;

import java.util.Arrays;

/// Everything that a puncture changes: counts in 2 mm cells, coverage, duplicates. Mutable, for one thread; made
/// once for an outline and a device, and cleared for each treatment of them.
final class PunctureMaps implements PunctureSink {

    private final CellGrid cells;
    private final CoverageGrid coverage;
    private final Duplicates duplicates;
    private final int[] counts;
    private int[] cell = new int[0];
    private long punctures;

    PunctureMaps(Outline outline, NeedleArray device) {
        double holeMm = device.needle().diameter().millimetres();
        cells = new CellGrid(outline);
        coverage = new CoverageGrid(outline, holeMm);
        duplicates = new Duplicates(outline, cells, holeMm, 0);
        counts = new int[cells.columns() * cells.rows()];
    }

    /// Forgets all punctures.
    ///
    /// @param expected punctures that come next, on the whole outline
    void clear(double expected) {
        coverage.clear();
        duplicates.clear(expected);
        Arrays.fill(counts, 0);
        punctures = 0;
    }

    @Override
    public void punctures(double[] xs, double[] ys, int count) {
        if (cell.length < count) {
            cell = new int[count];
        }
        cells.cellsOfSkin(xs, ys, count, cell);
        for (int i = 0; i < count; i++) {
            if (cell[i] >= 0) {
                punctures++;
                counts[cell[i]]++;
            }
        }
        coverage.punctures(xs, ys, count);
        duplicates.punctures(xs, ys, cell, count);
    }

    /// Counts so far, for good.
    DensityMap density() {
        return new DensityMap(cells, counts.clone());
    }

    /// Covered part of the skin.
    double covered() {
        return coverage.covered(cells);
    }

    /// Part of the punctures on the skin that went into an earlier hole.
    double duplicates() {
        return duplicates.fraction();
    }

    /// Punctures on the skin.
    long punctures() {
        return punctures;
    }

    /// Whether coverage left no line out.
    boolean everyLine() {
        return coverage.everyLine();
    }

    /// Whether duplicates were sought in every cell.
    boolean everyCell() {
        return duplicates.everyCell();
    }
}
