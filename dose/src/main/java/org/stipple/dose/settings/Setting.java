package org.stipple.dose.settings;

import java.util.List;
import org.stipple.dose.DermisReach;
import org.stipple.dose.Pace;
import org.stipple.dose.SurfaceDose;
import org.stipple.dose.Technique;

/// One way to treat that no other beats in under-dose, over-dose and time together.
///
/// @param technique what to set and do
/// @param told misfit at the told speed and duty, the mean of the penetrations
/// @param worst the worst under-dose and the worst over-dose of all scenarios, each by itself
/// @param pace time on the skin at the told speed
/// @param surface simulated, at the told speed and duty
/// @param deepest what gets into and through the dermis in the worst scenario
/// @param cautions caps that are exceeded and are not hard
public record Setting(
        Technique technique,
        Misfit told,
        Misfit worst,
        Pace pace,
        SurfaceDose surface,
        DermisReach deepest,
        List<Bound> cautions) {

    /// Copies the list.
    public Setting {
        cautions = List.copyOf(cautions);
    }

    /// Time on the skin at the told speed, in seconds; 0 for rollers and stamps, which are as fast as the hand
    /// likes.
    public double seconds() {
        return switch (pace) {
            case Pace.Motorised motorised -> motorised.seconds();
            case Pace.ByHand() -> 0;
        };
    }
}
