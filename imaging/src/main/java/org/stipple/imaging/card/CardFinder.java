package org.stipple.imaging.card;

import java.util.Optional;
import org.stipple.imaging.colour.ColourChecker;
import org.stipple.imaging.colour.CorrectionFit;
import org.stipple.imaging.geometry.Homography;
import org.stipple.imaging.plane.Planes;

/// Finds the card by its lattice of even patches, and which way up it is by its colours.
///
/// Colours alone would miss it in dim or coloured light, and its dark frame does not stand out from dark skin;
/// the lattice is seen in all of these. Nothing is taken for a card whose colours a matrix does not explain.
public final class CardFinder {

    /// `design`: fewer of the 24 do not fix the perspective.
    private static final int MIN_PATCHES = 9;

    /// `design`: mean CIEDE2000 after the matrix. The card's own gate is far stricter; this tells a card from
    /// tiles and keyboards.
    private static final double MAX_RESIDUAL = 11;

    /// `design`: turned by 90 or 180 degrees the colours must fit clearly worse.
    private static final double CLEARLY = 0.75;

    private CardFinder() {}

    /// From patches (column 0 to 5, row 0 to 3, at their middles) to places in the picture.
    ///
    /// @return nothing when no card is seen
    public static Optional<Homography> find(Planes picture) {
        Optional<Placed> best = Optional.empty();
        for (Lattice lattice : Lattice.of(EvenAreas.in(picture), MIN_PATCHES)) {
            Optional<Placed> placed = lattice.map().flatMap(map -> placed(picture, lattice, map));
            if (placed.isPresent() && (best.isEmpty() || placed.get().residual < best.get().residual)) {
                best = placed;
            }
        }
        return best.map(Placed::map);
    }

    private record Placed(Homography map, double residual) {}

    /// Tries every place of the card's corner on the lattice, in four turns.
    private static Optional<Placed> placed(Planes picture, Lattice lattice, Homography map) {
        Optional<Placed> best = Optional.empty();
        double[] byTurn = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        int bestTurn = 0;
        for (int turn = 0; turn < 4; turn++) {
            for (int column = -11; column <= 11; column++) {
                for (int row = -11; row <= 11; row++) {
                    if (covered(lattice, turn, column, row) >= MIN_PATCHES) {
                        double residual = residual(picture, map, turn, column, row);
                        byTurn[turn] = Math.min(byTurn[turn], residual);
                        if (residual < MAX_RESIDUAL && (best.isEmpty() || residual < best.get().residual)) {
                            bestTurn = turn;
                            best = turnedMap(map, turn, column, row).map(found -> new Placed(found, residual));
                        }
                    }
                }
            }
        }
        for (int turn = 0; turn < 4; turn++) {
            if (best.isPresent() && turn != bestTurn && best.get().residual > CLEARLY * byTurn[turn]) {
                return Optional.empty();
            }
        }
        return best;
    }

    /// Where on the lattice patch (i, j) of the card lies.
    private static int[] cell(int turn, int column, int row, int i, int j) {
        return switch (turn) {
            case 0 -> new int[] {column + i, row + j};
            case 1 -> new int[] {column - j, row + i};
            case 2 -> new int[] {column - i, row - j};
            default -> new int[] {column + j, row - i};
        };
    }

    private static int covered(Lattice lattice, int turn, int column, int row) {
        int covered = 0;
        for (int j = 0; j < ColourChecker.ROWS; j++) {
            for (int i = 0; i < ColourChecker.COLUMNS; i++) {
                int[] at = cell(turn, column, row, i, j);
                covered += lattice.places().containsKey(new Lattice.Cell(at[0], at[1])) ? 1 : 0;
            }
        }
        // What lies outside speaks against it.
        return covered - (lattice.places().size() - covered);
    }

    private static double residual(Planes picture, Homography map, int turn, int column, int row) {
        var seen = new double[ColourChecker.PATCHES][3];
        var usable = new boolean[ColourChecker.PATCHES];
        int outside = 0;
        for (int patch = 0; patch < ColourChecker.PATCHES; patch++) {
            int[] at = cell(turn, column, row, patch % ColourChecker.COLUMNS, patch / ColourChecker.COLUMNS);
            int x = (int) Math.floor(map.u(at[0], at[1]));
            int y = (int) Math.floor(map.v(at[0], at[1]));
            usable[patch] = x >= 1 && y >= 1 && x < picture.width() - 1 && y < picture.height() - 1;
            outside += usable[patch] ? 0 : 1;
            if (usable[patch]) {
                seen[patch] = mean(picture, x, y);
            }
        }
        if (outside > 0) {
            return Double.MAX_VALUE;
        }
        return CorrectionFit.coarse(seen, usable).map(CorrectionFit::residual).orElse(Double.MAX_VALUE);
    }

    private static double[] mean(Planes picture, int x, int y) {
        var sum = new double[3];
        for (int j = -1; j <= 1; j++) {
            for (int i = -1; i <= 1; i++) {
                int at = (y + j) * picture.width() + x + i;
                sum[0] += picture.red()[at] / 9;
                sum[1] += picture.green()[at] / 9;
                sum[2] += picture.blue()[at] / 9;
            }
        }
        return sum;
    }

    private static Optional<Homography> turnedMap(Homography map, int turn, int column, int row) {
        var pairs = new java.util.ArrayList<Homography.Pair>();
        for (int j = 0; j < ColourChecker.ROWS; j++) {
            for (int i = 0; i < ColourChecker.COLUMNS; i++) {
                int[] at = cell(turn, column, row, i, j);
                pairs.add(new Homography.Pair(i, j, map.u(at[0], at[1]), map.v(at[0], at[1])));
            }
        }
        return Homography.of(pairs);
    }
}
