package org.stipple.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.quantities.Depth;

/// Where punctures do fall independently of each other, the maps find what the closed forms of the dose
/// reference, section 2.1, say: within three standard errors, which come from its formula for the variance.
class BooleanModelTest {

    private static final double WIDTH = 23;
    private static final double HEIGHT = 17;
    private static final int REPEATS = 120;

    @ParameterizedTest
    @CsvSource({"2.3, 0.25", "10.2, 0.25", "41, 0.25", "15, 0.11", "1.5, 0.6"})
    void coverageAndItsVarianceAreTheClosedForms(double perMm2, double holeMm) {
        var outline = Examples.rectangle(WIDTH, HEIGHT);
        var cells = new CellGrid(outline);
        var grid = new CoverageGrid(outline, holeMm);
        double sum = 0;
        double squares = 0;
        for (int repeat = 1; repeat <= REPEATS; repeat++) {
            grid.clear();
            scatter(new SplitMix(repeat), perMm2, grid::punctures);
            double covered = grid.covered(cells);
            sum += covered;
            squares += covered * covered;
        }
        double expected = Poisson.covered(perMm2, holeMm);
        double variance = variance(perMm2, holeMm);
        double mean = sum / REPEATS;
        assertThat(mean).isCloseTo(expected, within(3 * Math.sqrt(variance / REPEATS)));
        double found = (squares / REPEATS - mean * mean) * REPEATS / (REPEATS - 1);
        assertThat(found / variance).isCloseTo(1, within(3 * Math.sqrt(2.0 / (REPEATS - 1))));
    }

    @ParameterizedTest
    @CsvSource({"2.3, 0.25", "10.2, 0.25", "41, 0.25"})
    void duplicatesAreTheClosedForm(double perMm2, double holeMm) {
        var outline = Examples.rectangle(WIDTH, HEIGHT);
        var cells = new CellGrid(outline);
        var duplicates = new Duplicates(outline, cells, holeMm, perMm2 * WIDTH * HEIGHT);
        double sum = 0;
        double squares = 0;
        for (int repeat = 1; repeat <= REPEATS; repeat++) {
            duplicates.clear(perMm2 * WIDTH * HEIGHT);
            var cell = new int[1024];
            scatter(new SplitMix(repeat), perMm2, (xs, ys, count) -> {
                cells.cellsOfSkin(xs, ys, count, cell);
                duplicates.punctures(xs, ys, cell, count);
            });
            sum += duplicates.fraction();
            squares += duplicates.fraction() * duplicates.fraction();
        }
        double mean = sum / REPEATS;
        double error = Math.sqrt((squares / REPEATS - mean * mean) / (REPEATS - 1));
        assertThat(mean).isCloseTo(Poisson.duplicates(perMm2, holeMm / 2), within(3 * error));
    }

    /// Percent depth dose: at a depth z only the channels that get there cover anything.
    @Test
    void coverageAtADepthIsThatOfTheChannelsThatGetThere() {
        var needle = Examples.needle(0.25, "2.5");
        var spread = new DepthSpread(Depth.ofMillimetres("1").asMillimetres(), 0.8, needle);
        var outline = Examples.rectangle(WIDTH, HEIGHT);
        var cells = new CellGrid(outline);
        double perMm2 = 9;
        for (double z : new double[] {0.55, 0.8, 0.93}) {
            double reaching = perMm2 * spread.deeperThan(z);
            double sum = 0;
            for (int repeat = 1; repeat <= REPEATS; repeat++) {
                var grid = new CoverageGrid(outline, 0.25);
                var depths = new SplitMix(1_000 + repeat);
                scatter(new SplitMix(repeat), perMm2, (xs, ys, count) -> {
                    double[] x = new double[count];
                    double[] y = new double[count];
                    int n = 0;
                    for (int i = 0; i < count; i++) {
                        if (0.8 + 0.1 * depths.gaussian() > z) {
                            x[n] = xs[i];
                            y[n++] = ys[i];
                        }
                    }
                    grid.punctures(x, y, n);
                });
                sum += grid.covered(cells);
            }
            assertThat(sum / REPEATS)
                    .isCloseTo(
                            Poisson.covered(reaching, 0.25), within(3 * Math.sqrt(variance(reaching, 0.25) / REPEATS)));
        }
    }

    /// A Poisson process on the rectangle and a margin of 1 mm around it, in no order of place.
    private static void scatter(SplitMix random, double perMm2, PunctureSink sink) {
        double width = WIDTH + 2;
        double height = HEIGHT + 2;
        double[] xs = new double[1024];
        double[] ys = new double[1024];
        int n = 0;
        // As many as exponential gaps go into the time 1
        double rate = perMm2 * width * height;
        for (double time = gap(random, rate); time < 1; time += gap(random, rate)) {
            xs[n] = -1 + width * random.uniform();
            ys[n++] = -1 + height * random.uniform();
            if (n == xs.length) {
                sink.punctures(xs, ys, n);
                n = 0;
            }
        }
        sink.punctures(xs, ys, n);
    }

    private static double gap(SplitMix random, double rate) {
        return -StrictMath.log1p(-random.uniform()) / rate;
    }

    /// |W|⁻² ∬ (1−p)²·(exp(λ·γ(h)) − 1), with γ the area that two discs h apart share; edges of the window
    /// count for their part of the shifts.
    private static double variance(double perMm2, double holeMm) {
        double r = holeMm / 2;
        double free = StrictMath.exp(-perMm2 * Math.PI * r * r);
        double integral = 0;
        int steps = 400;
        for (int i = -steps; i < steps; i++) {
            for (int j = -steps; j < steps; j++) {
                double dx = (i + 0.5) * holeMm / steps;
                double dy = (j + 0.5) * holeMm / steps;
                double h = Math.hypot(dx, dy);
                if (h < holeMm) {
                    double lens = 2 * r * r * StrictMath.acos(h / holeMm) - h / 2 * Math.sqrt(holeMm * holeMm - h * h);
                    integral += StrictMath.expm1(perMm2 * lens) * (WIDTH - Math.abs(dx)) * (HEIGHT - Math.abs(dy));
                }
            }
        }
        double cell = holeMm / steps * holeMm / steps;
        return free * free * integral * cell / (WIDTH * HEIGHT * WIDTH * HEIGHT);
    }
}
