package org.stipple.dose;

import java.util.Arrays;

/// The outline cut into square cells of 2 mm: how much of each is skin, and, fast, whether a point is.
///
/// Cell (column, row) begins at (minX + 2·column, minY + 2·row) and has the index row·columns + column. The
/// area of a cell's part of a polygon is ∮ clamp(x − x_cell, 0, 2) dy over the polygon's boundary within the
/// cell's row (Green's theorem), to which each piece of an edge gives a share in its own cell and a full share
/// to all cells left of it.
final class CellGrid {

    /// Source: the input contract.
    static final double CELL_MM = 2;

    private static final byte OUTSIDE = 0;
    private static final byte INSIDE = 1;
    private static final byte CUT = 2;

    private final double minX;
    private final double minY;
    private final int columns;
    private final int rows;
    private final double[] areasMm2;
    private final byte[] states;

    /// For each row the edges that reach into it, as xFrom, yFrom, xTo, yTo of each.
    private final double[][] edgesOfRow;

    CellGrid(Outline outline) {
        minX = outline.minX();
        minY = outline.minY();
        columns = Math.max(1, (int) Math.ceil((outline.maxX() - minX) / CELL_MM));
        rows = Math.max(1, (int) Math.ceil((outline.maxY() - minY) / CELL_MM));
        areasMm2 = new double[columns * rows];
        states = new byte[columns * rows];
        edgesOfRow = edgesOfRow(outline);
        double[] leftOf = new double[columns * rows];
        outline.forEachEdge((xFrom, yFrom, xTo, yTo) -> cut(xFrom, yFrom, xTo, yTo, leftOf));
        settle(outline, leftOf);
    }

    private double[][] edgesOfRow(Outline outline) {
        int[] sizes = new int[rows];
        outline.forEachEdge((_, yFrom, _, yTo) -> {
            for (int row = rowOf(Math.min(yFrom, yTo)); row <= rowOf(Math.max(yFrom, yTo)); row++) {
                sizes[row] += 4;
            }
        });
        double[][] edges = new double[rows][];
        Arrays.setAll(edges, row -> new double[sizes[row]]);
        outline.forEachEdge((xFrom, yFrom, xTo, yTo) -> {
            for (int row = rowOf(Math.min(yFrom, yTo)); row <= rowOf(Math.max(yFrom, yTo)); row++) {
                double[] edge = {xFrom, yFrom, xTo, yTo};
                sizes[row] -= 4;
                System.arraycopy(edge, 0, edges[row], sizes[row], 4);
            }
        });
        return edges;
    }

    private void cut(double xFrom, double yFrom, double xTo, double yTo, double[] leftOf) {
        double[] at = gridCrossings(xFrom, yFrom, xTo, yTo);
        for (int i = 1; i < at.length; i++) {
            double middle = (at[i - 1] + at[i]) / 2;
            double x = xFrom + middle * (xTo - xFrom);
            int cell = rowOf(yFrom + middle * (yTo - yFrom)) * columns + columnOf(x);
            double dy = (at[i] - at[i - 1]) * (yTo - yFrom);
            areasMm2[cell] += dy * (x - minX - columnOf(x) * CELL_MM);
            leftOf[cell] += dy * CELL_MM;
            states[cell] = CUT;
        }
    }

    /// Where along the edge, 0 to 1, it crosses lines of the grid; both ends included, in order.
    private double[] gridCrossings(double xFrom, double yFrom, double xTo, double yTo) {
        int vertical = Math.abs(columnOf(xTo) - columnOf(xFrom));
        int horizontal = Math.abs(rowOf(yTo) - rowOf(yFrom));
        double[] at = new double[vertical + horizontal + 2];
        at[0] = 0;
        at[1] = 1;
        int n = 2;
        int column = Math.min(columnOf(xFrom), columnOf(xTo));
        for (int i = 1; i <= vertical; i++) {
            at[n++] = Math.clamp((minX + (column + i) * CELL_MM - xFrom) / (xTo - xFrom), 0, 1);
        }
        int row = Math.min(rowOf(yFrom), rowOf(yTo));
        for (int i = 1; i <= horizontal; i++) {
            at[n++] = Math.clamp((minY + (row + i) * CELL_MM - yFrom) / (yTo - yFrom), 0, 1);
        }
        Arrays.sort(at);
        return at;
    }

    private void settle(Outline outline, double[] leftOf) {
        for (int row = 0; row < rows; row++) {
            double fromTheRight = 0;
            for (int column = columns - 1; column >= 0; column--) {
                int cell = row * columns + column;
                if (states[cell] == CUT) {
                    areasMm2[cell] = Math.clamp(areasMm2[cell] + fromTheRight, 0, CELL_MM * CELL_MM);
                } else if (outline.contains(minX + (column + 0.5) * CELL_MM, minY + (row + 0.5) * CELL_MM)) {
                    states[cell] = INSIDE;
                    areasMm2[cell] = CELL_MM * CELL_MM;
                } else {
                    states[cell] = OUTSIDE;
                }
                fromTheRight += leftOf[cell];
            }
        }
    }

    private int columnOf(double x) {
        return Math.clamp((long) Math.floor((x - minX) / CELL_MM), 0, columns - 1);
    }

    private int rowOf(double y) {
        return Math.clamp((long) Math.floor((y - minY) / CELL_MM), 0, rows - 1);
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    double minX() {
        return minX;
    }

    double minY() {
        return minY;
    }

    /// Skin in the cell, 0 to 4 mm².
    double areaMm2(int cell) {
        return areasMm2[cell];
    }

    /// Index of the cell in which the point of skin lies, or -1 when the point is not on the skin. Same answer
    /// as [Outline#contains], without asking every edge.
    int cellOfSkin(double x, double y) {
        int cell = cellAround(x, y);
        if (cell < 0 || states[cell] == OUTSIDE) {
            return -1;
        }
        return states[cell] == INSIDE || isSkin(cell / columns, x, y) ? cell : -1;
    }

    /// The same for many points at once.
    ///
    /// @param cell filled with as many indices as there are points
    void cellsOfSkin(double[] xs, double[] ys, int count, int[] cell) {
        for (int i = 0; i < count; i++) {
            cell[i] = cellOfSkin(xs[i], ys[i]);
        }
    }

    /// Index of the cell in which the point lies, skin or not, or -1 outside the grid.
    int cellAround(double x, double y) {
        double column = (x - minX) * (1 / CELL_MM);
        double row = (y - minY) * (1 / CELL_MM);
        boolean within = column >= 0 && row >= 0 && column < columns && row < rows;
        return within ? (int) row * columns + (int) column : -1;
    }

    /// Whether a point of the grid is further than this from the edges of its cell.
    boolean isWellInside(double x, double y, double byMm) {
        double column = (x - minX) * (1 / CELL_MM);
        double row = (y - minY) * (1 / CELL_MM);
        double across = CELL_MM * (column - (int) column);
        double up = CELL_MM * (row - (int) row);
        return across > byMm && across < CELL_MM - byMm && up > byMm && up < CELL_MM - byMm;
    }

    private boolean isSkin(int row, double x, double y) {
        double[] edges = edgesOfRow[row];
        boolean inside = false;
        for (int i = 0; i < edges.length; i += 4) {
            inside ^= Rings.crossesLeftOf(edges[i], edges[i + 1], edges[i + 2], edges[i + 3], x, y);
        }
        return inside;
    }

    /// Where the line at this height enters and leaves the skin: x of entry, of exit, of entry …, in order.
    double[] skinAlong(double y) {
        double[] edges = edgesOfRow[rowOf(y)];
        double[] at = new double[edges.length / 4];
        int n = 0;
        for (int i = 0; i < edges.length; i += 4) {
            if ((edges[i + 1] > y) != (edges[i + 3] > y)) {
                at[n++] = Rings.xAt(y, edges[i], edges[i + 1], edges[i + 2], edges[i + 3]);
            }
        }
        double[] crossings = Arrays.copyOf(at, n);
        Arrays.sort(crossings);
        return crossings;
    }
}
