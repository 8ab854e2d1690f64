package org.stipple.dose;

import java.util.Objects;
import org.stipple.quantities.Fraction;

/// Which points of the skin lie in a hole, on a lattice of a fifth of a hole or finer. Immutable.
///
/// Shape: [#columns()] × [#rows()] points, from the least corner of the outline's bounding box; the holes are as
/// wide as the needle and at the surface, so that coverage is an upper bound. A very large zone with very fine
/// needles has fewer rows, spread unevenly: [#at(int, int)] tells where a point is.
public final class CoverageMap {

    private final CellGrid skin;
    private final CoverageGrid grid;
    private final Fraction covered;

    private CoverageMap(DoseQuestion question) {
        skin = new CellGrid(question.outline());
        grid = new CoverageGrid(
                question.outline(), question.device().needle().diameter().millimetres());
        Motion.of(question).run(new SplitMix(question.seed()), grid::punctures);
        covered = Fraction.ofValue(grid.covered(skin));
    }

    /// Every puncture of the treatment that the question's seed draws.
    static CoverageMap of(DoseQuestion question) {
        return new CoverageMap(question);
    }

    /// Part of the skin that lies in a hole.
    public Fraction covered() {
        return covered;
    }

    /// Points along x.
    public int columns() {
        return grid.columns();
    }

    /// Points along y.
    public int rows() {
        return grid.lines();
    }

    /// Where a point is, in the outline's frame.
    ///
    /// @throws IndexOutOfBoundsException outside the map
    public Point at(int column, int row) {
        Objects.checkIndex(column, columns());
        Objects.checkIndex(row, rows());
        return new Point(grid.xOf(column), grid.yOf(row));
    }

    /// Whether a point is skin to be treated.
    ///
    /// @throws IndexOutOfBoundsException outside the map
    public boolean isSkin(int column, int row) {
        var point = at(column, row);
        return skin.cellOfSkin(point.xMm(), point.yMm()) >= 0;
    }

    /// Whether a point lies in a hole, on the skin or beside it.
    ///
    /// @throws IndexOutOfBoundsException outside the map
    public boolean isCovered(int column, int row) {
        return grid.isSet(Objects.checkIndex(column, columns()), Objects.checkIndex(row, rows()));
    }
}
