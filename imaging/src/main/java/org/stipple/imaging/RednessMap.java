package org.stipple.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stipple.imaging.plane.Planes;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;

/// Where in the zones skin became redder or less red: the difference of log10(R/G) of linear light, as the
/// erythema index has it, over small squares of skin.
///
/// `design`: a square repeats less well than the mean of its zone, so that nothing below twice the zone's own
/// smallest detectable change is drawn. Nobody measured how well single squares repeat: this shows where the
/// change of a zone lies, and proves none.
final class RednessMap {

    private static final double CELL_MM = 0.5;

    /// Without a scale: so many squares across the picture.
    private static final int CELLS_ACROSS = 160;

    /// Squares to each side that are averaged.
    private static final int REACH = 2;

    private static final double DRAWN_FROM = 2;
    private static final double STRONG_FROM = 5;

    /// Light outside this has no colour left.
    private static final float DARKEST = 0.001f;

    private static final float BRIGHTEST = 0.98f;

    private static final String[] WORDS = {"less red", "much less red", "redder", "much redder"};
    private static final String[] COLOURS = {"#56B4E9", "#0072B2", "#E69F00", "#D55E00"};
    private static final int[] ARGB = {0xA056B4E9, 0xA80072B2, 0xA0E69F00, 0xA8D55E00};

    private final Planes before;
    private final LaidPhoto after;
    private final int side;
    private final int columns;
    private final int rows;
    private final byte[] states;
    private long compared;

    private RednessMap(Planes before, LaidPhoto after, int side) {
        this.before = before;
        this.after = after;
        this.side = side;
        this.columns = Math.ceilDiv(before.width(), side);
        this.rows = Math.ceilDiv(before.height(), side);
        this.states = new byte[before.width() * before.height()];
    }

    /// @param factor pixels of the baseline to a pixel of `before`
    /// @return nothing where no place changed so much, or the redness of no zone was compared
    static Optional<ChangeMap> of(Planes before, LaidPhoto after, int factor, MaskedMeasurement masked) {
        double mm = masked.measurement()
                .scale()
                .length(factor)
                .map(Length::millimetres)
                .orElse(CELL_MM * CELLS_ACROSS / before.width());
        var map = new RednessMap(before, after, Math.max(1, (int) Math.round(CELL_MM / mm)));
        for (int i = 0; i < masked.zones().size(); i++) {
            var outline = masked.zones().get(i).outline().smaller(factor);
            for (Reading reading : masked.measurement().zones().get(i).readings()) {
                if (reading instanceof Reading.Compared found && found.metric() == Metric.ERYTHEMA_INDEX) {
                    map.add(Region.of(outline, before.width(), before.height()), found.sdc95());
                }
            }
        }
        return map.map();
    }

    private void add(Region zone, double sdc95) {
        double[][] cells = smoothed(cells(zone));
        for (int y = 0; y < before.height(); y++) {
            int[] runs = zone.runs(y);
            for (int run = 0; run < runs.length; run += 2) {
                for (int x = runs[run]; x < runs[run + 1]; x++) {
                    double[] here = cells[y / side * columns + x / side];
                    if (here[4] > 0 && after.seen()[y * before.width() + x]) {
                        compared++;
                        states[y * before.width() + x] = state(between(cells, x, y) / sdc95);
                    }
                }
            }
        }
    }

    private static byte state(double limits) {
        if (Math.abs(limits) < DRAWN_FROM) {
            return 0;
        }
        return (byte) ((limits < 0 ? 1 : 3) + (Math.abs(limits) < STRONG_FROM ? 0 : 1));
    }

    /// Of each square: red and green before, red and green after, and how many pixels count.
    private double[][] cells(Region zone) {
        var cells = new double[columns * rows][5];
        for (int y = 0; y < before.height(); y++) {
            int[] runs = zone.runs(y);
            for (int run = 0; run < runs.length; run += 2) {
                for (int x = runs[run]; x < runs[run + 1]; x++) {
                    add(cells[y / side * columns + x / side], y * before.width() + x);
                }
            }
        }
        return cells;
    }

    private void add(double[] cell, int at) {
        if (after.seen()[at] && hasColour(before, at) && hasColour(after.light(), at)) {
            cell[0] += before.red()[at];
            cell[1] += before.green()[at];
            cell[2] += after.light().red()[at];
            cell[3] += after.light().green()[at];
            cell[4]++;
        }
    }

    private static boolean hasColour(Planes light, int at) {
        return light.green()[at] > DARKEST && light.red()[at] > DARKEST && light.red()[at] < BRIGHTEST;
    }

    private double[][] smoothed(double[][] cells) {
        var smooth = new double[cells.length][5];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double[] sum = smooth[row * columns + column];
                for (int v = Math.max(0, row - REACH); v <= Math.min(rows - 1, row + REACH); v++) {
                    for (int u = Math.max(0, column - REACH); u <= Math.min(columns - 1, column + REACH); u++) {
                        for (int i = 0; i < sum.length; i++) {
                            sum[i] += cells[v * columns + u][i];
                        }
                    }
                }
            }
        }
        return smooth;
    }

    /// The change at a pixel, between the middles of the squares around it that have one.
    private double between(double[][] cells, int x, int y) {
        double u = (x + 0.5) / side - 0.5;
        double v = (y + 0.5) / side - 0.5;
        int left = (int) Math.floor(u);
        int top = (int) Math.floor(v);
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < 4; i++) {
            int column = Math.clamp(left + i % 2, 0, columns - 1);
            int row = Math.clamp(top + i / 2, 0, rows - 1);
            double[] cell = cells[row * columns + column];
            if (cell[4] > 0) {
                double weight = 1e-6 + (i % 2 == 0 ? left + 1 - u : u - left) * (i / 2 == 0 ? top + 1 - v : v - top);
                sum += weight * (Math.log10(cell[2] / cell[3]) - Math.log10(cell[0] / cell[1]));
                weights += weight;
            }
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private Optional<ChangeMap> map() {
        var counts = new long[WORDS.length + 1];
        for (byte state : states) {
            counts[state]++;
        }
        List<ChangeMap.Shade> shades = new ArrayList<>();
        for (int state = 1; state <= WORDS.length; state++) {
            if (counts[state] > 0) {
                shades.add(new ChangeMap.Shade(
                        WORDS[state - 1], COLOURS[state - 1], Fraction.ofValue(counts[state] / (double) compared)));
            }
        }
        return shades.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChangeMap(
                        ChangeMap.Of.REDNESS,
                        PictureFile.overlay(states, ARGB, before.width(), before.height()),
                        shades));
    }
}
