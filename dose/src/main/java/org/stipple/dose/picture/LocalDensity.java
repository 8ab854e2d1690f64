package org.stipple.dose.picture;

import org.stipple.dose.FineMap;

/// Punctures per cm² around each cell of a map: in the square of about 2 mm around it, skin alone. The squares
/// are as large as the cells of the figures, so that picture and figures speak of the same thing.
final class LocalDensity {

    /// Source: the input contract, cells of density.
    private static final double WINDOW_MM = 2;

    private final FineMap map;
    private final int reach;
    private final long[] punctures;
    private final long[] skin;

    LocalDensity(FineMap map) {
        this.map = map;
        reach = (int) Math.round((WINDOW_MM / map.cell().millimetres() - 1) / 2);
        int wide = map.columns() + 1;
        punctures = new long[wide * (map.rows() + 1)];
        skin = new long[wide * (map.rows() + 1)];
        for (int row = 0; row < map.rows(); row++) {
            long punctured = 0;
            long covered = 0;
            for (int column = 0; column < map.columns(); column++) {
                punctured += map.punctures(column, row);
                covered += map.isSkin(column, row) ? 1 : 0;
                int at = (row + 1) * wide + column + 1;
                punctures[at] = punctures[at - wide] + punctured;
                skin[at] = skin[at - wide] + covered;
            }
        }
    }

    /// Per cm², around a cell that is skin.
    double around(int column, int row) {
        double cell = map.cell().millimetres();
        double areaCm2 = sum(skin, column, row) * cell * cell / 100;
        return sum(punctures, column, row) / areaCm2;
    }

    private double sum(long[] sums, int column, int row) {
        int wide = map.columns() + 1;
        int left = Math.max(0, column - reach);
        int right = Math.min(map.columns(), column + reach + 1);
        int low = Math.max(0, row - reach);
        int high = Math.min(map.rows(), row + reach + 1);
        return sums[high * wide + right]
                - sums[low * wide + right]
                - sums[high * wide + left]
                + sums[low * wide + left];
    }

    /// The densest spot.
    double most() {
        double most = 0;
        for (int row = 0; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
                if (map.isSkin(column, row)) {
                    most = Math.max(most, around(column, row));
                }
            }
        }
        return most;
    }
}
