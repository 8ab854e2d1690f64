package org.stipple.dose;

import java.util.Objects;
import org.stipple.quantities.Length;

/// Punctures in each square cell of a tenth of a millimetre or so: a picture of what a treatment leaves.
/// Immutable.
///
/// Shape: [#columns()] × [#rows()]; cell (0, 0) begins at [#origin()] of the outline's bounding box, columns run
/// with x, rows with y, the last ones may reach beyond it. Only punctures on the skin are counted, so a cell on
/// the edge holds those of its part. Figures such as n95 are those of the 2 mm cells of [DensityMap]: in a fine
/// cell chance outweighs the dose.
public final class FineMap {

    /// Design: the most cells, 160 MB.
    static final int MOST_CELLS = 40_000_000;

    private final double cellMm;
    private final int columns;
    private final int rows;
    private final CellGrid skin;
    private final int[] counts;

    private FineMap(Outline outline, double cellMm) {
        this.cellMm = cellMm;
        double width = Math.max(1, Math.ceil((outline.maxX() - outline.minX()) / cellMm));
        double height = Math.max(1, Math.ceil((outline.maxY() - outline.minY()) / cellMm));
        if (!(width * height <= MOST_CELLS)) {
            throw new UnusableQuestion(
                    Limit.MAP_CELL.field(),
                    "such that the map would have " + (long) (width * height) + " cells",
                    "at most " + MOST_CELLS + " (design limit)");
        }
        columns = (int) width;
        rows = (int) height;
        skin = new CellGrid(outline);
        counts = new int[columns * rows];
    }

    /// Every puncture of the treatment that the question's seed draws.
    static FineMap of(DoseQuestion question, Length cell) {
        var map = new FineMap(question.outline(), Limit.MAP_CELL.check(cell.millimetres()));
        Motion.of(question).run(new SplitMix(question.seed()), map.new Counter());
        return map;
    }

    private final class Counter implements PunctureSink {

        private int[] cell = new int[0];

        @Override
        public void punctures(double[] xs, double[] ys, int count) {
            if (cell.length < count) {
                cell = new int[count];
            }
            skin.cellsOfSkin(xs, ys, count, cell);
            double perMm = 1 / cellMm;
            for (int i = 0; i < count; i++) {
                if (cell[i] >= 0) {
                    // Rounding may put what lies just inside the last cell's far edge on it.
                    int column = Math.min(columns - 1, (int) ((xs[i] - skin.minX()) * perMm));
                    int row = Math.min(rows - 1, (int) ((ys[i] - skin.minY()) * perMm));
                    counts[row * columns + column]++;
                }
            }
        }
    }

    /// Side of a cell.
    public Length cell() {
        return Length.ofMillimetres(cellMm);
    }

    /// Cells along x.
    public int columns() {
        return columns;
    }

    /// Cells along y.
    public int rows() {
        return rows;
    }

    /// Corner of cell (0, 0) with the least x and y, in the outline's frame.
    public Point origin() {
        return new Point(skin.minX(), skin.minY());
    }

    /// Whether the middle of the cell is skin to be treated.
    ///
    /// @throws IndexOutOfBoundsException outside the map
    public boolean isSkin(int column, int row) {
        Objects.checkIndex(column, columns);
        Objects.checkIndex(row, rows);
        return skin.cellOfSkin(skin.minX() + (column + 0.5) * cellMm, skin.minY() + (row + 0.5) * cellMm) >= 0;
    }

    /// Punctures on the skin of a cell.
    ///
    /// @throws IndexOutOfBoundsException outside the map
    public int punctures(int column, int row) {
        return counts[Objects.checkIndex(row, rows) * columns + Objects.checkIndex(column, columns)];
    }

    /// All punctures on the skin.
    public long punctures() {
        long all = 0;
        for (int count : counts) {
            all += count;
        }
        return all;
    }
}
