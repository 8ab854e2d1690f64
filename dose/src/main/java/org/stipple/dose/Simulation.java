package org.stipple.dose;

import org.stipple.dose.SurfaceDose.TwoWays;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.PunctureDensity;

/// One treatment, puncture by puncture, and what it left on the maps.
record Simulation(SurfaceDose surface, DensityMap map, boolean everyLine, boolean everyCell) {

    /// @param glideMmPerS of a pen, instead of the technique's
    static Simulation of(DoseQuestion question, double glideMmPerS) {
        var outline = question.outline();
        var device = question.device();
        double holeMm = device.needle().diameter().millimetres();
        double perMm2 = device.densityPerMm2(question.technique(), glideMmPerS);
        var maps = new Maps(outline, holeMm, perMm2 * outline.areaMm2());
        new Motion(device, question.technique(), outline, glideMmPerS).run(new SplitMix(question.seed()), maps);
        var map = new DensityMap(maps.cells, maps.counts);
        var surface = new SurfaceDose(
                map.figures(PunctureDensity.ofPerSquareCentimetre(100 * perMm2)),
                new TwoWays(
                        Fraction.ofValue(maps.coverage.covered(maps.cells)),
                        Fraction.ofValue(Poisson.covered(perMm2, holeMm))),
                new TwoWays(
                        Fraction.ofValue(maps.duplicates.fraction()),
                        Fraction.ofValue(Poisson.duplicates(perMm2, maps.duplicates.withinMm()))),
                maps.punctures);
        return new Simulation(surface, map, maps.coverage.everyLine(), maps.duplicates.everyCell());
    }

    /// Everything that one puncture changes.
    private static final class Maps implements PunctureSink {

        private final CellGrid cells;
        private final int[] counts;
        private final CoverageGrid coverage;
        private final Duplicates duplicates;
        private long punctures;

        Maps(Outline outline, double holeMm, double expected) {
            cells = new CellGrid(outline);
            counts = new int[cells.columns() * cells.rows()];
            coverage = new CoverageGrid(outline, holeMm);
            duplicates = new Duplicates(outline, cells, holeMm, expected);
        }

        @Override
        public void puncture(double x, double y) {
            int cell = cells.cellOfSkin(x, y);
            if (cell >= 0) {
                punctures++;
                counts[cell]++;
            }
            coverage.puncture(x, y);
            duplicates.puncture(x, y, cell);
        }
    }
}
