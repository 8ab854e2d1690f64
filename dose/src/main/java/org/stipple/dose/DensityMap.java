package org.stipple.dose;

import java.util.Arrays;
import org.stipple.quantities.Area;
import org.stipple.quantities.PunctureDensity;

/// Punctures and skin in each square cell of 2 mm. Immutable.
///
/// Shape: [#columns()] × [#rows()]; cell (0, 0) begins at [#origin()] of the outline's bounding box, columns
/// run with x, rows with y. Cells on the edge hold less than 4 mm² of skin, cells beside it none.
public final class DensityMap {

    private final CellGrid cells;
    private final int[] punctures;

    /// @param punctures one count a cell; now owned by the map
    DensityMap(CellGrid cells, int[] punctures) {
        this.cells = cells;
        this.punctures = punctures;
    }

    /// Side of a cell, in mm.
    public static double cellMm() {
        return CellGrid.CELL_MM;
    }

    /// Cells along x.
    public int columns() {
        return cells.columns();
    }

    /// Cells along y.
    public int rows() {
        return cells.rows();
    }

    /// Corner of cell (0, 0) with the least x and y, in the outline's frame.
    public Point origin() {
        return new Point(cells.minX(), cells.minY());
    }

    /// Skin in a cell, 0 to 0.04 cm².
    ///
    /// @throws IndexOutOfBoundsException outside the map
    public Area skin(int column, int row) {
        return Area.ofSquareCentimetres(cells.areaMm2(index(column, row)) / 100);
    }

    /// Punctures on the skin of a cell.
    ///
    /// @throws IndexOutOfBoundsException outside the map
    public int punctures(int column, int row) {
        return punctures[index(column, row)];
    }

    private int index(int column, int row) {
        return java.util.Objects.checkIndex(row, rows()) * columns() + java.util.Objects.checkIndex(column, columns());
    }

    /// Figures of the distribution over the skin, weighted by the area of skin in each cell.
    DensityFigures figures(PunctureDensity expected) {
        double area = 0;
        long all = 0;
        for (int cell = 0; cell < punctures.length; cell++) {
            area += cells.areaMm2(cell);
            all += punctures[cell];
        }
        double mean = all / area;
        double variance = 0;
        long[] order = new long[punctures.length];
        int n = 0;
        for (int cell = 0; cell < punctures.length; cell++) {
            double skin = cells.areaMm2(cell);
            if (skin > 0) {
                double density = punctures[cell] / skin;
                variance += skin * (density - mean) * (density - mean) / area;
                order[n++] = key(density, cell);
            }
        }
        Arrays.sort(order, 0, n);
        double n95 = receivedBy(0.95, order, n, area);
        // Cells that are equal but for rounding stand in any order: one must not make the steps go down.
        double n50 = Math.max(n95, receivedBy(0.50, order, n, area));
        double n5 = Math.max(n50, receivedBy(0.05, order, n, area));
        double cv = mean > 0 ? Math.sqrt(variance) / mean : 0;
        return new DensityFigures(expected, perCm2(mean), perCm2(n95), perCm2(n50), perCm2(n5), cv);
    }

    /// Density and cell in one sortable number: floats of positive numbers sort like their bits. Seven digits
    /// are enough to order cells; their densities are taken from the cells themselves.
    private static long key(double density, int cell) {
        return (long) Float.floatToIntBits((float) density) << 32 | cell;
    }

    /// The greatest density that at least this share of the skin receives.
    private double receivedBy(double share, long[] ascending, int n, double area) {
        double wanted = share * area * (1 - 1e-12);
        double sum = 0;
        int i = n;
        int cell = 0;
        while (i > 0 && sum < wanted) {
            cell = (int) ascending[--i];
            sum += cells.areaMm2(cell);
        }
        return punctures[cell] / cells.areaMm2(cell);
    }

    private static PunctureDensity perCm2(double perMm2) {
        return PunctureDensity.ofPerSquareCentimetre(100 * perMm2);
    }
}
