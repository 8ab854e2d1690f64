package org.stipple.dose;

import org.stipple.quantities.Length;

/// How the needles of a rolling drum go into skin that does not move: derived, for rigid skin, an upper bound
/// (dose reference, 1.3). Real skin moves with the needle.
///
/// The drum rolls without slip on its surface, of radius r; a tip is at R = r + needle length. Turned by θ from
/// straight down it is r·θ − R·sin θ further along, R·cos θ − r deep. It enters and leaves at cos θ₀ = r/R.
///
/// @param entryHalfAngleDegrees θ₀
/// @param slit way along the surface between entry and exit, 2·|r·θ₀ − r·tan θ₀|
/// @param engagedNeedles needles that are in the skin at a time, on average
public record RollerKinematics(double entryHalfAngleDegrees, Length slit, double engagedNeedles) {

    /// For needles that go in to their base.
    public static RollerKinematics of(NeedleArray.Roller roller) {
        double drum = roller.drumDiameter().millimetres() / 2;
        double tip = drum + roller.needle().length().asMillimetres();
        double entry = StrictMath.acos(drum / tip);
        double slit = 2 * Math.abs(drum * entry - drum * StrictMath.tan(entry));
        return new RollerKinematics(
                StrictMath.toDegrees(entry), Length.ofMillimetres(slit), roller.needles() * entry / Math.PI);
    }
}
