package org.stipple.dose;

import org.stipple.dose.SurfaceDose.TwoWays;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.PunctureDensity;

/// One treatment, puncture by puncture, and what it left on the maps.
record Simulation(SurfaceDose surface, DensityMap map, boolean everyLine, boolean everyCell) {

    /// @param glideMmPerS of a pen, instead of the technique's
    static Simulation of(DoseQuestion question, double glideMmPerS) {
        return of(question, glideMmPerS, new PunctureMaps(question.outline(), question.device()));
    }

    /// @param maps of the same outline and device; what they hold is forgotten
    static Simulation of(DoseQuestion question, double glideMmPerS, PunctureMaps maps) {
        var device = question.device();
        var outline = question.outline();
        double perMm2 = device.densityPerMm2(question.technique(), glideMmPerS);
        maps.clear(perMm2 * outline.areaMm2());
        new Motion(device, question.technique(), outline, glideMmPerS).run(new SplitMix(question.seed()), maps);
        return new Simulation(surface(device, perMm2, maps), maps.density(), maps.everyLine(), maps.everyCell());
    }

    /// What is on the maps so far.
    ///
    /// @param perMm2 closed form of the density
    static SurfaceDose surface(NeedleArray device, double perMm2, PunctureMaps maps) {
        double holeMm = device.needle().diameter().millimetres();
        return new SurfaceDose(
                maps.density().figures(PunctureDensity.ofPerSquareCentimetre(100 * perMm2)),
                new TwoWays(Fraction.ofValue(maps.covered()), Fraction.ofValue(Poisson.covered(perMm2, holeMm))),
                new TwoWays(
                        Fraction.ofValue(maps.duplicates()), Fraction.ofValue(Poisson.duplicates(perMm2, holeMm / 2))),
                maps.punctures());
    }
}
