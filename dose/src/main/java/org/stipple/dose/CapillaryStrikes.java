package org.stipple.dose;

import org.stipple.quantities.Fraction;
import org.stipple.quantities.Length;

/// An index of capillary loops that are struck, for channels that reach them. Not a probability of bleeding: the
/// density of loops is one paper's assumption for an arm (Blicharz 2018, doi 10.1038/s41551-018-0194-1), no
/// measurement on a face.
public final class CapillaryStrikes {

    /// Loops per mm² of skin. Source: as above.
    public static final double LOOPS_PER_MM2 = 14;

    /// Width of a loop. Source: as above.
    public static final Length LOOP = Length.ofMillimetres(0.015);

    private CapillaryStrikes() {}

    /// Part of round channels that strike one loop or more: 1 − exp(−ρ·π·((d + loop)/2)²).
    ///
    /// @param channel width at the depth of the loops
    public static Fraction roundChannel(Length channel) {
        double reach = (channel.millimetres() + LOOP.millimetres()) / 2;
        return Fraction.ofValue(-StrictMath.expm1(-LOOPS_PER_MM2 * Math.PI * reach * reach));
    }

    /// Loops that an array of flat blades strikes on average: n·ρ·(a + loop)·(b + loop).
    ///
    /// @param blades n
    /// @param perMm2 ρ
    /// @param width a, and
    /// @param thickness b of a blade at the depth of the loops
    public static double ofBlades(int blades, double perMm2, Length width, Length thickness) {
        return blades
                * perMm2
                * (width.millimetres() + LOOP.millimetres())
                * (thickness.millimetres() + LOOP.millimetres());
    }
}
