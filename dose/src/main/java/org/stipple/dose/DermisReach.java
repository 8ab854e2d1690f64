package org.stipple.dose;

import org.stipple.quantities.Depth;
import org.stipple.quantities.Fraction;

/// Which part of the punctures gets into the dermis, and through it.
public sealed interface DermisReach {

    /// @param reachingDermis deeper than the epidermis
    /// @param beyondDermis deeper than epidermis and dermis together
    record Reached(Fraction reachingDermis, Fraction beyondDermis) implements DermisReach {}

    /// The zone's thickness has no source.
    ///
    /// @param why in words for a person
    record ThicknessUnknown(String why) implements DermisReach {}

    /// By closed form, without a simulation.
    ///
    /// @param set depth that is set, more than 0
    /// @param penetration part of it that is reached on average, more than 0
    static DermisReach at(Depth set, Fraction penetration, Needle needle, SkinThickness skin) {
        return at(set, penetration, needle, skin, 0);
    }

    /// The same in skin that is thicker or thinner than the mean.
    ///
    /// @param deviations standard deviations by which both layers are thicker; less than 0 where they are thinner
    static DermisReach at(Depth set, Fraction penetration, Needle needle, SkinThickness skin, double deviations) {
        return new DepthSpread(set.asMillimetres(), penetration.value(), needle).reach(skin, deviations);
    }
}
